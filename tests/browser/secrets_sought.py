"""What must not be found in anything that a browser sends, in whatever writing."""

import base64
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from tests.browser.recorder import Sent

ALLOWED = {
    "host", "connection", "proxy-connection", "user-agent", "accept", "accept-encoding",
    "accept-language", "cache-control", "pragma", "origin", "referer", "upgrade-insecure-requests",
    "priority", "range", "if-range", "if-none-match", "if-modified-since", "service-worker",
    "service-worker-navigation-preload", "purpose", "sec-purpose", "dnt",
}  # fmt: skip
"""Headers that a browser sends by itself; also those that begin with `sec-ch-` or `sec-fetch-`."""

OF_THE_BROWSER = {"content-autofill.googleapis.com:443"}
"""Where the tested browser turns by itself, without any page; refused, and searched too."""


def writings(secret: str) -> set[bytes]:
    """Return a secret in every writing in which a page could send it without much ado."""
    found: set[bytes] = set()
    for coding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
        plain = secret.encode(coding)
        found |= {plain, plain[::-1], plain.hex().encode(), quote(plain, safe="").encode()}
        for at in range(3):  # in base64 a text is written in three ways, by where it begins
            packed = base64.b64encode(b"x" * at + plain)
            inside = packed[4 if at else 0 : len(packed) // 4 * 4 - 4]
            found |= {inside, inside.translate(bytes.maketrans(b"+/", b"-_"))}
    found.add(secret.encode("ascii", "backslashreplace"))
    found.add("".join(f"&#{ord(letter)};" for letter in secret).encode())
    return {writing.lower() for writing in found if len(writing) >= 4}


def leaks(sent: Iterable[Sent], secrets: Iterable[str], site: Path, url: str) -> list[str]:
    """Return what in the requests is more than asking for public files of the site.

    Two proofs beside each other: no secret stands anywhere in any writing; and there is no room for
    one: each request is a bodyless GET of a file that was built, with the browser’s own headers.
    """
    found = []
    sought = {writing: secret for secret in secrets for writing in writings(secret)}
    for request in sent:
        what = f"{request.method} {request.url[:200]}"
        raw = request.raw.lower()
        found += [f"{what}: holds {sought[writing]!r}" for writing in sought if writing in raw]
        if request.method == "CONNECT" and request.url in OF_THE_BROWSER:
            continue
        if request.method != "GET" or request.body:
            found.append(f"{what}: sends something")
        if not _is_public(request.url, site, url):
            found.append(f"{what}: is no file of the site")
        for name, value in request.headers:
            low = name.lower()
            if low not in ALLOWED and not low.startswith(("sec-ch-", "sec-fetch-")):
                found.append(f"{what}: header {name}")
            known = value == url or _is_public(value, site, url)
            if low in ("referer", "origin") and not known:
                found.append(f"{what}: {name} {value}")
    return found


def _is_public(address: str, site: Path, url: str) -> bool:
    """Whether an address is that of a file of the built site, and nothing besides."""
    parts = urlsplit(address)
    if not address.startswith(f"{url}/") or parts.query or parts.fragment or "?" in address:
        return False
    path = site / unquote(parts.path).lstrip("/")
    return (path / "index.html" if address.endswith("/") else path).is_file()
