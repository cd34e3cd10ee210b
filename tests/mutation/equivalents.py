"""The changes that no case can notice, each with the reason, from `equivalent.yml`."""

from functools import cache
from pathlib import Path

from clauses.yaml12 import load

FILE = Path(__file__).with_name("equivalent.yml")


@cache
def equivalents(part: str) -> dict[str, str]:
    """Return the reason of each listed change of a part (`data` or `engine`), by its name."""
    groups = load(FILE.read_text("utf-8"))[part]
    return {name: group["reason"] for group in groups for name in group["changes"]}
