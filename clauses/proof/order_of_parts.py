"""Checks that the figures of a composed sum are in the order of the text.

The figures of its cases, brackets and periods follow each other as in the text, and each case is
named before its own figure.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from clauses.key_path import KeyPath
from clauses.model import Award
from clauses.notation import Found
from clauses.proof.named import last_place, name_of
from clauses.proof.said_of_sum import Said, is_ceiling


def check_parts(said: Said) -> None:
    """Add a fault where figures of cases, brackets or periods are in another order."""
    for at, node in said.award.sum.parts():
        if "cases" in node:
            _check_cases(said, at, node)
        for key in ("brackets", "periods"):
            if key in node:
                _check_row(said, (*at, key), len(node[key]))


def names_of_cases(award: Award) -> Iterator[str]:
    """Yield the names of the codes between which a composed sum decides."""
    for _, node in award.sum.parts():
        yield from (name_of(award, node["by"], code) for code in node.get("cases", ()))


def _check_cases(said: Said, at: KeyPath, node: Mapping[str, Any]) -> None:
    """Check that each case is named before its figure, in the order of the figures."""
    named: list[tuple[int, int, str]] = []
    for code in node["cases"]:
        # a case may be a part, with its own figures: 用户按15%，供应单位按8%
        found = said.ties.at(*at, "cases", code) or said.first(*at, "cases", code)
        if found is None:
            continue
        name = name_of(said.award, node["by"], code)
        place = last_place(name, said.text, said.ties.start, found.start)
        if place < 0 and isinstance(node["cases"][code], Mapping) and name not in said.text:
            continue  # 其他 and the like are named by what they are not
        if place < 0:
            said.fault((*at, "cases", code), "tier-not-named", code=code, name=name)
            return
        named.append((place, found.start, f"{name} {found.figure.words}"))
    _check_ceilings(said, (*at, "cases"), [*node["cases"]])
    by_name = sorted(named)
    if [sum_ for _, sum_, _ in by_name] != sorted(sum_ for _, sum_, _ in by_name):
        figures = {sum_: words.rpartition(" ")[2] for _, sum_, words in named}
        names = [words.rpartition(" ")[0] for _, _, words in by_name]
        text = [f"{n} {figures[s]}" for n, s in zip(names, sorted(figures), strict=True)]
        said.wrong_order((*at, "cases"), [words for _, _, words in named], text)


def _check_ceilings(said: Said, at: KeyPath, keys: Sequence[str | int]) -> None:
    """Check that ceilings of several parts are in the order of what these pay.

    分别按10%、5%，最高分别不超过200万元、100万元: 200万元 limits the 10%.
    """
    pairs = []
    for key in keys:
        within = said.ties.under(*at, key)
        paid = [one.found for one in within if not is_ceiling(one.at[len(at) + 1 :])]
        most = [one.found for one in within if is_ceiling(one.at[len(at) + 1 :])]
        if paid and most:
            pairs.append((min(paid, key=_place), min(most, key=_place)))
    by_paid = [most for _, most in sorted(pairs, key=lambda pair: pair[0].start)]
    in_text = sorted(by_paid, key=_place)
    if [one.figure.words for one in by_paid] != [one.figure.words for one in in_text]:
        said.wrong_order(
            at, [one.figure.words for one in by_paid], [one.figure.words for one in in_text]
        )


def _check_row(said: Said, at: KeyPath, count: int) -> None:
    """Check that the figures follow each other as in the text, and their bounds with them."""
    for keys in (("use",), ("for",), ("from", "beyond", "range", "up_to")):
        places = (
            min(
                (f for key in keys if (f := _first_of(said, (*at, row, key)))),
                key=_place,
                default=None,
            )
            for row in range(count)
        )
        found = [one for one in places if one is not None]
        stated = [one.figure.words for one in found]
        in_text = [one.figure.words for one in sorted(found, key=_place)]
        if stated != in_text:
            said.wrong_order(at, stated, in_text)
    _check_ceilings(said, at, range(count))


def _first_of(said: Said, at: KeyPath) -> Found | None:
    """Return the figure at a key, or the first that is paid by the part there."""
    within = [one.found for one in said.ties.under(*at) if not is_ceiling(one.at[len(at) :])]
    return said.ties.at(*at) or min(within, key=_place, default=None)


def _place(found: Found) -> int:
    return found.start
