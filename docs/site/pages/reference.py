"""The pages of reference: how to read the policy, readings, glossary, status, open data."""

from typing import Any

from docs.site.opendata import COLUMNS
from docs.site.pages.examples import Examples
from docs.site.pages.glossary import glossary_page
from docs.site.pages.page import Page
from docs.site.pages.render import Renderer


def reference_pages(render: Renderer, shared: dict[str, Any]) -> list[Page]:
    """Return the pages of reference."""
    policy, w, root = render.policy, render.words, render.root
    return [
        render.page(
            "how-to-read.html",
            "how-to-read/",
            w["how_to_read_title"],
            nav=w["how_to_read"],
            description=w["how_to_read_lead"],
            examples=Examples(render, shared["facts"]),
            **shared,
        ),
        render.page(
            "status.html",
            f"{root}status/",
            w["status_title"],
            nav=w["status"],
            description=render.language.of(policy.edition.status.long),
            **shared,
        ),
        render.page(
            "readings.html",
            "readings/",
            w["readings_title"],
            nav=w["readings"],
            description=w["readings_lead"],
            hide=["toc"],
            readings=policy.readings,
            **shared,
        ),
        glossary_page(render, shared),
        render.page(
            "data.html",
            "data/",
            w["data_title"],
            nav=w["data"],
            description=w["data_lead"],
            columns=COLUMNS,
            **shared,
        ),
    ]
