"""Files with the headers that a host should send.

`_headers` is read by Netlify, Cloudflare Pages and others; `_nginx.conf` is a complete `server`
block for nginx, to be adapted. Both are generated with the site, because the content security
policy contains the hashes of inline scripts.
"""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from docs.site.content_policy import policy_of_all

TEMPLATES = Path(__file__).with_name("servers")
HEADERS, NGINX = "_headers", "_nginx.conf"

NEVER_CHANGING = (
    "assets/wizard/",
    "assets/stylesheets/",
    "assets/javascripts/",
    "wizard/engine/",
    "en/wizard/engine/",
)
"""Folders whose files have a hash or version in their names."""
FOR_A_YEAR = "public, max-age=31536000, immutable"


def security_headers(pages: Iterable[str]) -> dict[str, str]:
    """Return the headers for every response; their policy also says who may frame a page."""
    return {
        "Content-Security-Policy": f"{policy_of_all(pages)}; frame-ancestors 'self'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), hid=(), "
        "microphone=(), midi=(), payment=(), serial=(), usb=(), clipboard-write=(self)",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        # browsers apply it over https only; it does not include subdomains
        "Strict-Transport-Security": "max-age=31536000",
    }


def write_hosting(out: Path, address: str = "") -> None:
    """Write both files into a built site; `address` is its address, if it is known."""
    # one page at a time: a site of many editions is larger than the memory of a small machine
    pages = (path.read_text(encoding="utf-8") for path in sorted(out.rglob("*.html")))
    headers = security_headers(pages)
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=False,  # the output is not HTML
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    for name in (HEADERS, NGINX):
        text = environment.get_template(f"{name.strip('_')}.j2").render(
            root=urlsplit(address).path or "/",
            headers=headers,
            never_changing=(*NEVER_CHANGING, *_other_workers(out)),
            for_a_year=FOR_A_YEAR,
        )
        (out / name).write_text(text, encoding="utf-8", newline="\n")


def _other_workers(out: Path) -> list[str]:
    """Return the folders with the workers of editions that are not in front."""
    folders = (path.relative_to(out).as_posix() + "/" for path in out.rglob("wizard/engine"))
    return sorted(set(folders) - set(NEVER_CHANGING))
