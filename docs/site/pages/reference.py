"""The pages of reference: how to read the policy, readings, glossary, status, open data."""

from collections import defaultdict

from clauses.document import Chapter, PolicyDocument, Reading
from docs.site.history import steps
from docs.site.opendata import COLUMNS
from docs.site.opendata.write import NAMES, difference_of, folder_of
from docs.site.pages.examples import Examples
from docs.site.pages.facts import facts_of
from docs.site.pages.glossary import glossary_page
from docs.site.pages.page import Page
from docs.site.pages.render import Renderer


def edition_reference_pages(render: Renderer) -> list[Page]:
    """Return the pages of reference that each edition has for itself."""
    policy, root = render.policy, render.root
    return [
        render.named(
            "how_to_read",
            "how-to-read/",
            template="how-to-read.html",
            hide=[],
            examples=Examples(render, facts_of(policy, render.language)),
            once=next((reading for reading in policy.readings if reading.closing), None),
            clause_url=render.clause_url,
        ),
        render.named(
            "status",
            f"{root}status/",
            description=render.language.of(policy.edition.status.long),
            hide=[],
            clause_url=render.clause_url,
        ),
        render.named(
            "readings",
            "readings/",
            groups=_readings_by_chapter(policy),
            clause_url=render.clause_url,
        ),
    ]


def _readings_by_chapter(policy: PolicyDocument) -> list[tuple[Chapter | None, list[Reading]]]:
    """Return the readings of the whole text, then those that begin in each chapter."""
    of: dict[int | None, list[Reading]] = defaultdict(list)
    for reading in policy.readings:
        of[None if reading.closing else next(iter(reading.clauses), None)].append(reading)
    chapters = [(chapter, chapter.clauses) for chapter in policy.edition.chapters]
    groups = [
        (chapter, [r for number in numbers for r in of[number]]) for chapter, numbers in chapters
    ]
    return [group for group in [(None, of[None]), *groups] if group[1]]


def site_reference_pages(render: Renderer) -> list[Page]:
    """Return the pages of reference that the site has once."""
    policy = render.policy
    return [
        glossary_page(render),
        render.named(
            "data",
            "data/",
            hide=[],
            columns=COLUMNS,
            shown=next((pair for pair in policy.awards), None),
            folders={}
            if not render.editions.several
            else {folder_of(each): each for each in reversed(render.editions.all)},
            names=NAMES,
            differences=[difference_of(step.new) for step in steps(render.editions)],
            clause_url=render.clause_url,
        ),
    ]
