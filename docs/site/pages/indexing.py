"""Which pages search engines should list: those of the edition in front, and of later ones.

A clause that is in the front edition word for word is listed there (a canonical link). Any
other page of an earlier edition is read, but not listed. No page says both.
"""

from clauses.document import PolicyDocument
from docs.site.editions import Editions
from docs.site.history import successor
from docs.site.pages.notice import clause_at


def listed_at(editions: Editions, policy: PolicyDocument, url: str) -> str | None:
    """Return the address by which a page should be listed, below the folder of its language.

    It is that of the page itself, that of the same clause in front, or None for no listing.
    """
    if not editions.before_front(policy):
        return url
    clause = clause_at(policy, url)
    if clause is None:
        return None
    other = successor(editions, policy, clause, editions.front)
    if other.fate != "same":
        return None
    now, then = other.clauses[0], clause
    if (now.title, now.paragraphs) != (then.title, then.paragraphs):
        return None
    return f"{editions.front.edition.edition}/{now.number:02d}/"
