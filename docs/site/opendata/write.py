"""Writes the open data below the root of the site.

The files of the edition in front have addresses without a date, which do not change; where there
are several editions, each also has its own folder.
"""

import json
from pathlib import Path
from typing import Any

from clauses.document import PolicyDocument
from clauses.published_schema import published_schema
from docs.site.editions import Editions
from docs.site.history import steps
from docs.site.opendata.award_table import award_table
from docs.site.opendata.policy_json import policy_json

FOLDER = "data/"
NAMES = ("awards.csv", "policy.json")
"""The files of an edition."""


def folder_of(policy: PolicyDocument) -> str:
    """Return the folder of an edition's own files, below the root of the site."""
    return f"{FOLDER}{policy.edition.edition}/"


def difference_of(policy: PolicyDocument) -> str:
    """Return the file with what changed from the edition before, below the root of the site."""
    return f"{folder_of(policy)}changes.json"


def write_open_data(editions: Editions, out: Path) -> None:
    """Write `data/`: the edition in front, the schema, and each edition if there are several."""
    _write(editions.front, out / FOLDER)
    (out / FOLDER / "policy.schema.json").write_bytes(_json(published_schema()).encode())
    for policy in editions.all if editions.several else ():
        _write(policy, out / folder_of(policy))
    for step in steps(editions):
        (out / difference_of(step.new)).write_bytes(_json(step.report).encode())


def _write(policy: PolicyDocument, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    # Excel recognises UTF-8 by the byte-order mark
    (folder / "awards.csv").write_bytes(award_table(policy).encode("utf-8-sig"))
    (folder / "policy.json").write_bytes(_json(policy_json(policy)).encode())


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
