"""Makes the pictures of the guide for staff (`docs/guides/pictures`): `make guide-pictures`.

They show an edition that is made for them, with four sums and the term changed: in preparation, as
a preview shows it, and on the sheet for approval. Nothing of it is published.
"""

import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize

from clauses.preparing.preview import preview
from clauses.preparing.revise import revise
from docs.site.approval import sheet_of
from docs.site.approval_shown import approval_html
from docs.site.builder import build_site
from tests.clauses.preparing.conftest import FORMER, NEW, house_in, without_letter
from tests.clauses.preparing.test_four_sums import CHANGES
from tests.guide_pictures import (
    DOCS,
    LANGUAGES,
    Picture,
    in_greys,
    shown_in_a_browser,
    take,
    written,
)
from tests.made_editions import read

FOLDER = DOCS / "guides" / "pictures"
EDITION = NEW.isoformat()
WINDOW = (1166, 887)
SHEET: ViewportSize = {"width": 900, "height": 400}
"""The windows in CSS pixels; the sheet is as long as its words."""


def marks(page: Page, code: str) -> None:
    """Show the marks of what waits for confirmation, that of the award too."""
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.locator(".waiting").nth(1).evaluate("mark => mark.scrollIntoView({block: 'center'})")


PICTURES = (
    Picture("preview", f"{EDITION}/03/", WINDOW, marks),
    Picture("changes", f"{EDITION}/changes/", WINDOW),
)


def made_edition(folder: Path) -> Path:
    """Prepare the edition as the guide does; return the root of the editions."""
    root = house_in(folder)
    text = folder / "revised.txt"
    text.write_text(without_letter(CHANGES), "utf-8")
    revise(text, NEW, root, cache=folder / "cache")
    return root


def sheet(browser: Browser, root: Path) -> bytes:
    """Return the picture of the sheet for approval."""
    page = browser.new_page(viewport=SHEET)
    page.set_content(approval_html(sheet_of(FORMER, EDITION, root)))
    picture = page.screenshot(full_page=True)
    page.close()
    return in_greys(Image.open(io.BytesIO(picture)))


def main() -> None:
    """Make every picture."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        root = made_edition(folder)
        (former,) = read(root, FORMER)
        site = build_site(former, folder / "site", others=[preview(root, EDITION)], root=root)
        with shown_in_a_browser(site) as (browser, url):
            for code in LANGUAGES:
                for picture in PICTURES:
                    data = take(browser, url, code, picture)
                    written(FOLDER / f"{picture.name}.{code}.webp", data)
            written(FOLDER / "sheet.webp", sheet(browser, root))


if __name__ == "__main__":
    main()
