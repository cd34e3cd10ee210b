"""Finds links of a built site that lead nowhere."""

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit


class ReadPage(Protocol):
    """The ids and addresses of a page."""

    ids: list[str]
    addresses: list[str]


def dead_links(site: Path, read: Mapping[Path, ReadPage], root: str = "") -> list[str]:
    """Return each link of the pages to a file or an anchor that is not there.

    `root` is the absolute address of the site, if its pages name one.
    """
    ids = {path: set(page.ids) for path, page in read.items()}

    @cache
    def at(place: str) -> Path | None:
        """Return the file that a place on the site is; pages name the same ones again and again."""
        target = Path(os.path.normpath(place))
        target = target / "index.html" if target.is_dir() else target
        return target if target.is_file() else None

    dead = []
    for path, page in read.items():
        for address in page.addresses:
            parts = urlsplit(address)
            if parts.scheme in ("javascript", "data"):
                continue
            if root and address.startswith(root):
                place = f"{site}/{unquote(urlsplit(address.removeprefix(root)).path)}"
            else:
                place = f"{path.parent}/{unquote(parts.path)}" if parts.path else str(path)
            # what the wizard is to open with is no place on its page
            opens = parts.fragment.startswith(("claim=", "facts=", "edition="))
            anchor = "" if opens else parts.fragment
            target = at(place)
            if target is None or (anchor and anchor not in ids.get(target, ())):
                dead.append(f"{path.relative_to(site)} → {address}")
    return dead
