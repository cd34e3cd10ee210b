"""Checks the term against the closing rules: 有效期3年，自2020年起 (A41, calendar years)."""

from datetime import date

from clauses.files import YamlFile
from clauses.model import Edition
from clauses.notation import scan


def check_validity(file: YamlFile, edition: Edition) -> None:
    """Add a fault if the dates of the term do not follow from its words, or the text differs.

    The years are calendar years, from 1 January to 31 December (A41).
    """
    validity = edition.validity
    words = validity.words.zh
    if not any(words in part.zh for part in edition.closing):
        file.fault(("validity", "words", "zh"), "validity-words", words=words)
    figures = {found.figure.measure: found.figure for found in scan(words)}
    begins, years = figures.get("date"), figures.get("years")
    first = validity.from_.replace(month=1, day=1)
    if begins is not None and begins.words.endswith("年"):
        first = first.replace(year=int(begins.value))
        if validity.from_ != first:
            file.fault(
                ("validity", "from"), "validity-from", found=validity.from_, words=begins.words,
                should=first,
            )  # fmt: skip
    if years is not None and years.value >= 1:
        last = date(first.year + int(years.value) - 1, 12, 31)
        if validity.to != last:
            file.fault(
                ("validity", "to"), "validity-to", found=validity.to, words=years.words,
                should=last,
            )  # fmt: skip
