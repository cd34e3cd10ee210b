"""Bundles what the site loads with esbuild: its style, the page's script, the search worker."""

from pathlib import Path

from docs.site.material import WORKER
from wizard.packing.esbuild import esbuild

SOURCES = Path(__file__).parent
BUNDLES = (
    (WORKER.removesuffix(".js"), "search/start.js"),
    ("assets/search/engine", "search/worker.js"),
    ("assets/first", "browser/first.js"),
    ("assets/site", "browser/page.js"),
    ("assets/site", "styles/site.css"),
)
"""Each bundle by its path in the site, without suffix, with its source in `docs/site`."""


OF_SEVERAL_EDITIONS = (("assets/search/editions", "search/editions.js"),)
"""What only a site of several editions loads."""


def bundle(out: Path, *, several: bool = False) -> None:
    """Write the bundled files below `out`, the root of the site; raises `EsbuildError`.

    `several` says whether the site has more than one edition.
    """
    bundles = (*BUNDLES, *(OF_SEVERAL_EDITIONS if several else ()))
    esbuild(
        [(name, SOURCES / source) for name, source in bundles],
        out,
        "--format=iife",
        "--mangle-props=^_[a-z]",  # private members of classes need no long names
        "--legal-comments=eof",
    )
