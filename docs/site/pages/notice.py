"""The notice at the head of each page: which edition it shows, and where to look instead.

A site of one edition has none. The same notice is printed.
"""

import re

from markupsafe import Markup
from mkdocs.utils import get_relative_url

from clauses.document import Clause, PolicyDocument
from docs.site.edition_names import edition_name
from docs.site.editions import EDITIONS, OF_THE_EDITION, Editions, date_of
from docs.site.history import successor
from docs.site.language import Language
from docs.site.words import words

_CLAUSE = re.compile(r"[0-9]{2,}/")
_CHAPTER = re.compile(r"chapter-([0-9]+)/")
_IN_EVERY_EDITION = frozenset(
    ("text/", "topics/", "awards/", "kinds/", "beneficiaries/", "departments/", "undecided/",
     "targets/", "status/")
)  # fmt: skip


def notice(editions: Editions, policy: PolicyDocument, language: Language, url: str) -> Markup:
    """Return the notice for the page of an edition at `url`; empty if there is only one edition.

    A preview also says that the edition is in preparation.
    """
    w = words(language)
    space = "" if language.code == "zh" else " "
    sentences = (
        [Markup("<strong>{}</strong>").format(w["waiting_page"])] if policy.preparing else []
    )
    if not editions.several:
        return Markup(space).join(sentences)
    this = w["notice_this"].format(edition=edition_name(policy.edition, language))
    sentences.append(Markup("<strong>{}</strong>").format(this))
    for other in editions.to_look_at(policy):
        lead = w["notice_front" if editions.in_front(other) else "notice_later"]
        address, said = counterpart(editions, policy, other, language, url)
        name = edition_name(other.edition, language)
        sentences.append(
            Markup('{}<a class="status__other" href="{}">{}</a>{}').format(
                lead.format(edition=name), get_relative_url(address, url), said, w["stop"]
            )
        )
    editions_url = get_relative_url(EDITIONS, url)
    sentences.append(Markup('<a href="{}">{}</a>').format(editions_url, w["editions_title"]))
    return Markup(space).join(sentences)


def counterpart(
    editions: Editions, policy: PolicyDocument, other: PolicyDocument, language: Language, url: str
) -> tuple[str, str]:
    """Return the page of another edition that corresponds to the one at `url`, and what it is.

    The address is below the folder of the language.
    """
    w, own, root = words(language), f"{date_of(policy)}/", f"{date_of(other)}/"
    common = editions.common(url, policy)
    clause = clause_at(policy, url)
    if clause is not None:
        found = successor(editions, policy, clause, other)
        said = w[f"notice_{found.fate}"]
        if not found.clauses:
            return root, said
        there = list(map(str, sorted(one.number for one in found.clauses)))
        listed = "、".join(there) if language.code == "zh" else language.listed(there)
        return f"{root}{found.clauses[0].number:02d}/", said.format(clauses=listed)
    rest = common.removeprefix(own) if common.startswith(own) else None
    if rest in _IN_EVERY_EDITION:
        return root + rest, w["notice_page"]
    if chapter := _CHAPTER.fullmatch(rest or ""):
        keys = {one.number: one.key for one in policy.edition.chapters}
        numbers = {one.key: one.number for one in other.edition.chapters}
        number = numbers.get(keys[int(chapter[1])])
        if number is not None:
            return f"{root}chapter-{number}/", w["notice_page"]
    if common in OF_THE_EDITION:
        return editions.place(common, other), w["notice_page"]
    return root, w["notice_contents"]


def clause_at(policy: PolicyDocument, url: str) -> Clause | None:
    """Return the clause of an edition whose page is at `url`, None for any other page."""
    root = f"{date_of(policy)}/"
    rest = url.removeprefix(root)
    if not url.startswith(root) or not _CLAUSE.fullmatch(rest):
        return None
    return next((one for one in policy.clauses if one.number == int(rest[:-1])), None)
