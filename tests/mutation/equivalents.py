"""The changes that no case can notice, or that none notices yet, each with its reason."""

from functools import cache
from pathlib import Path

from clauses.yaml12 import load

FILE = Path(__file__).with_name("equivalent.yml")


@cache
def equivalents(part: str) -> dict[str, str]:
    """Return the reason of each change listed for a part of the measurement, by its name."""
    return _reasons(part)


@cache
def survivors() -> dict[str, str]:
    """Return why each listed change of the engine is not noticed, although it could be.

    Each counts against the score.
    """
    return _reasons("survivors")


def _reasons(section: str) -> dict[str, str]:
    groups = load(FILE.read_text("utf-8"))[section]
    return {name: group["reason"] for group in groups for name in group["changes"]}
