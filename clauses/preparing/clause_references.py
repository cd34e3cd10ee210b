"""References to clauses in our own prose follow the clauses: 第3、4条, clauses 3 and 4."""

import re
from collections.abc import Mapping

from clauses.key_path import KeyPath
from clauses.preparing.plan import Plan
from clauses.preparing.yaml_edit import YamlEdit

_ZH = re.compile(
    r"(?<![》法])第(?P<list>[0-9]{1,3}(?:(?:[、，]|条、第|和第?|至第?|—)[0-9]{1,3})*)条"
)
_EN = re.compile(
    r"\b(?P<word>[Cc]lauses?) (?P<list>[0-9]{1,3}"
    r"(?:(?: \([^)]*\))?(?:, and |, or |, | and | or | to |\N{EN DASH})[0-9]{1,3})*)\b(?!\.[0-9])"
)

_NUMBER = re.compile(r"\([^)]*\)|[0-9]+")


def renumbered(text: str, numbers: Mapping[int, int]) -> str:
    """Return a text with the new numbers of the clauses; one without a new number stays."""

    def lists(match: re.Match[str]) -> str:
        start, end = match.span("list")
        inside = _NUMBER.sub(
            lambda m: str(numbers.get(int(m[0]), m[0])) if m[0].isdigit() else m[0], match["list"]
        )
        return match.string[match.start() : start] + inside + match.string[end : match.end()]

    return _EN.sub(lists, _ZH.sub(lists, text))


def mentioned(text: str) -> set[int]:
    """Return the numbers of the clauses that a text names."""
    found = [*_ZH.finditer(text), *_EN.finditer(text)]
    numbers = (number for match in found for number in _NUMBER.findall(match["list"]))
    return {int(number) for number in numbers if number.isdigit()}


def first_mention(text: str) -> int:
    """Return where a text first names a clause; its end, where it names none."""
    found = [*_ZH.finditer(text), *_EN.finditer(text)]
    return min((match.start() for match in found), default=len(text))


def follow_numbers(edit: YamlEdit, path: KeyPath, plan: Plan) -> bool:
    """Write the new numbers of the clauses that a text names; return whether one is gone."""
    text = edit.value(path)
    edit.replace(path, renumbered(text, plan.numbers))
    return not mentioned(text).isdisjoint(plan.dropped)
