"""The pages of reference: how to read the policy, readings, glossary, status, data, licences."""

from collections import defaultdict

from clauses.document import Chapter, PolicyDocument, Reading
from docs.site.editions import EDITIONS, date_of
from docs.site.history import steps
from docs.site.licences import shipped
from docs.site.opendata.award_table import COLUMNS
from docs.site.opendata.write import NAMES, difference_of, folder_of
from docs.site.pages.examples import examples_of
from docs.site.pages.glossary import letters
from docs.site.pages.page import Page
from docs.site.pages.render import Renderer


def edition_reference_pages(render: Renderer) -> list[Page]:
    """Return the pages of reference that each edition has for itself."""
    policy = render.policy
    return [
        render.named(
            "how_to_read",
            "how-to-read/",
            template="how-to-read.html",
            hide=[],
            examples=examples_of(render),
            once=next((reading for reading in policy.readings if reading.closing), None),
        ),
        render.named(
            "status",
            f"{render.root}status/",
            description=render.language.of(policy.edition.status.long),
            hide=[],
        ),
        render.named("readings", "readings/", groups=_readings_by_chapter(policy)),
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
    editions = render.editions
    latest_first = list(reversed(editions.all))
    changed = steps(editions)
    pages = [
        render.named("glossary", "glossary/", letters=letters(render.policy, render.language)),
        render.named(
            "data",
            "data/",
            hide=[],
            columns=COLUMNS,
            shown=next(iter(render.policy.awards), None),
            folders={folder_of(each): each for each in latest_first if editions.several},
            names=NAMES,
            differences=[difference_of(step.new) for step in changed],
        ),
        render.named("licences", "licences/", components=shipped(wizard=render.wizard)),
    ]
    if editions.several:
        changes = {date_of(step.new): step.url for step in changed}
        pages.append(render.named("editions", EDITIONS, changes=changes, policies=latest_first))
    return pages
