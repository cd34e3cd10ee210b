"""Writes the open data below the root of the site."""

import json
from pathlib import Path

from clauses.document import PolicyDocument
from clauses.published_schema import published_schema
from docs.site.opendata.award_table import award_table
from docs.site.opendata.policy_json import policy_json


def write_open_data(policy: PolicyDocument, out: Path) -> None:
    """Write `data/`: the policy, its schema and the table of awards."""
    folder = out / "data"
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in (("policy", policy_json(policy)), ("policy.schema", published_schema())):
        text = json.dumps(data, ensure_ascii=False, indent=1)
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    # Excel recognises UTF-8 by the byte-order mark
    table = award_table(policy).encode("utf-8-sig")
    (folder / "awards.csv").write_bytes(table)
