"""Checks that the figures of a composed sum are in the order of the text.

The figures of its cases, brackets and periods follow each other as in the text, and each case is
named before its own figure.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from clauses.compiled_parts import HELD, part_of_keys
from clauses.files import YamlFile
from clauses.key_path import KeyPath
from clauses.model import Award
from clauses.model.parts import StatedPart
from clauses.proof.named import last_place, name_of
from clauses.proof.rule import Ties
from clauses.proof.stages import wrong_order


def check_parts(file: YamlFile, path: KeyPath, award: Award, ties: Ties, paragraph: str) -> None:
    """Add a fault where figures of cases, brackets or periods are in another order."""
    written = award.sum.model_dump(by_alias=True, exclude_none=True)
    for at, node in parts(written, ("sum",)):
        if "cases" in node:
            _check_cases(file, path, award, ties, paragraph, at, node)
        for key in ("brackets", "periods"):
            if key in node:
                places: list[KeyPath] = [
                    (*at, key, index, "use") for index in range(len(node[key]))
                ]
                _check_row(file, path, ties, (*at, key), places)


def names_of_cases(award: Award) -> Iterator[str]:
    """Yield the names of the codes between which a composed sum decides."""
    if isinstance(award.sum, StatedPart):
        written = award.sum.model_dump(by_alias=True, exclude_none=True)
        for _, node in parts(written, ()):
            yield from (name_of(award, node["by"], code) for code in node.get("cases", ()))


def parts(node: Any, at: KeyPath) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
    """Yield each part of a composed sum as the clause file states it, the outer first."""
    if isinstance(node, Mapping):
        if part_of_keys(node) is not None or any(key in node for key in HELD):
            yield at, node
        for key, one in node.items():
            yield from parts(one, (*at, key))
    elif isinstance(node, list):
        for index, one in enumerate(node):
            yield from parts(one, (*at, index))


def _check_cases(
    file: YamlFile,
    path: KeyPath,
    award: Award,
    ties: Ties,
    paragraph: str,
    at: KeyPath,
    node: Mapping[str, Any],
) -> None:
    """Check that each case is named before its figure, in the order of the figures."""
    named: list[tuple[int, int, str]] = []
    for code in node["cases"]:
        found = ties.at(*at, "cases", code)
        if found is None:
            continue
        name = name_of(award, node["by"], code)
        place = last_place(name, paragraph, ties.start, found.start)
        if place < 0:
            file.fault((*path, *at, "cases", code), "tier-not-named", code=code, name=name)
            return
        named.append((place, found.start, f"{name} {found.figure.words}"))
    by_name = sorted(named)
    if [sum_ for _, sum_, _ in by_name] != sorted(sum_ for _, sum_, _ in by_name):
        figures = {sum_: words.rpartition(" ")[2] for _, sum_, words in named}
        names = [words.rpartition(" ")[0] for _, _, words in by_name]
        text = [f"{n} {figures[s]}" for n, s in zip(names, sorted(figures), strict=True)]
        wrong_order(file, (*path, *at, "cases"), [words for _, _, words in named], text)


def _check_row(
    file: YamlFile, path: KeyPath, ties: Ties, at: KeyPath, places: list[KeyPath]
) -> None:
    found = [one for one in (ties.at(*place) for place in places) if one is not None]
    in_text = sorted(found, key=lambda one: one.start)
    if found != in_text:
        wrong_order(
            file,
            (*path, *at),
            [one.figure.words for one in found],
            [one.figure.words for one in in_text],
        )
