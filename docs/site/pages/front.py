"""The home page, the wizard's page and the page of licences."""

from docs.site.licences import shipped
from docs.site.pages.awards import all_entries, paying, ranked
from docs.site.pages.clause import chapter_url
from docs.site.pages.facts import facts_of
from docs.site.pages.page import Page
from docs.site.pages.picture import picture
from docs.site.pages.render import Renderer
from docs.site.pages.topics import topics


def home_page(render: Renderer) -> Page:
    """Return the entry points and the picture, which follow the hand-written text."""
    policy = render.policy
    facts = facts_of(policy, render.language)
    rows = ranked(paying(all_entries(render, facts)))
    sums = [row.facts.payment.most for row in rows if row.facts]
    known = [each.text for each in sums if each]
    return render.page(
        "home.html",
        "",
        render.words["home"],
        hide=["navigation", "toc"],
        clause_url=render.clause_url,
        chapter_url=lambda chapter: chapter_url(render, chapter.number),
        picture=picture(render, facts),
        n_awards=len(rows),
        n_lines=len(policy.lines),
        n_pending=sum(p.status == "pending" for c in policy.clauses for p in c.paragraphs),
        largest=known[0],
        least=known[-1],
        n_topics=len(topics(render, facts)),
    )


def wizard_page(render: Renderer) -> Page:
    """Return the wizard's page without its form, which `docs.site.events` inserts."""
    w = render.words
    return Page(
        render.editions.place("wizard/", render.policy),
        w["wizard"],
        "",
        w["home_wizard_note"],
        w["wizard"],
        ["navigation", "toc"],
        "wizard.html",
    )


def licence_page(render: Renderer) -> Page:
    """Return the licences of all that is shipped."""
    return render.named(
        "licences",
        "licences/",
        components=shipped(wizard=render.wizard),
    )
