"""The pages of reference: how to read the policy, readings, glossary, status, open data."""

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
    policy, w, root = render.policy, render.words, render.root
    return [
        render.page(
            "how-to-read.html",
            "how-to-read/",
            w["how_to_read_title"],
            nav=w["how_to_read"],
            description=w["how_to_read_lead"],
            examples=Examples(render, facts_of(policy, render.language)),
            once=next((reading for reading in policy.readings if reading.closing), None),
            clause_url=render.clause_url,
        ),
        render.page(
            "status.html",
            f"{root}status/",
            w["status_title"],
            nav=w["status"],
            description=render.language.of(policy.edition.status.long),
            clause_url=render.clause_url,
        ),
        render.page(
            "readings.html",
            "readings/",
            w["readings_title"],
            nav=w["readings"],
            description=w["readings_lead"],
            hide=["toc"],
            readings=policy.readings,
            clause_url=render.clause_url,
        ),
    ]


def site_reference_pages(render: Renderer) -> list[Page]:
    """Return the pages of reference that the site has once."""
    policy, w = render.policy, render.words
    return [
        glossary_page(render),
        render.page(
            "data.html",
            "data/",
            w["data_title"],
            nav=w["data"],
            description=w["data_lead"],
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
