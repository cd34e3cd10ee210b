"""Finds links of a built site that lead nowhere."""

import os
from collections.abc import Mapping
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
    dead = []
    for path, page in read.items():
        for address in page.addresses:
            parts = urlsplit(address)
            if parts.scheme in ("javascript", "data"):
                continue
            if root and address.startswith(root):
                target = site / unquote(urlsplit(address.removeprefix(root)).path)
            else:
                target = path.parent / unquote(parts.path) if parts.path else path
            target = Path(os.path.normpath(target))
            target = target / "index.html" if target.is_dir() else target
            known = read[target].ids if target in read else []
            # what the wizard is to open with is no place on its page
            opens = parts.fragment.startswith(("claim=", "facts=", "edition="))
            anchor = "" if opens else parts.fragment
            if not target.is_file() or (anchor and anchor not in known):
                dead.append(f"{path.relative_to(site)} → {address}")
    return dead
