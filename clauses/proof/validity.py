"""The term is that of the closing rules: 有效期3年，自2020年起 (A41, calendar years)."""

from clauses.files import YamlFile
from clauses.model import Edition
from clauses.notation import scan


def check_validity(file: YamlFile, edition: Edition) -> None:
    """Note where the dates of the term are not those of its words, or the words not of the text."""
    validity = edition.validity
    words = validity.words.zh
    if not any(words in part.zh for part in edition.closing):
        file.fault(
            ("validity", "words", "zh"),
            f"“{words}”",
            "words of a closing rule, to the letter",
            "copy them from the closing rules",
        )
    figures = {found.figure.measure: found.figure for found in scan(words)}
    first, years = figures.get("date"), figures.get("years")
    if first is not None and int(first.value) != validity.from_.year:
        file.fault(
            ("validity", "from"),
            validity.from_.isoformat(),
            f"a day of the year that the text names: {first.words}",
            "write the first day of the term",
        )
    lasts = validity.to.year - validity.from_.year + 1
    if years is not None and int(years.value) != lasts:
        file.fault(
            ("validity", "to"),
            f"{validity.to.isoformat()}, {lasts} calendar years",
            f"the term of the text: {years.words}",
            "write the last day of the term",
        )
