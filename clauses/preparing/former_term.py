"""Days and years of the former term in our own words, and those of the new term in their place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clauses.preparing.translation import RevisedPassage, Translator
from clauses.preparing.words import day_in
from clauses.term_words import Dates


@dataclass(frozen=True)
class _Said:
    """What is looked for in both languages, and what is said now; None where there is nothing."""

    zh: re.Pattern[str]
    en: re.Pattern[str]
    now: tuple[str, str] | None


class FormerTerm:
    """The days and years of the former term that the new one does not have."""

    def __init__(self, former: Dates, new: Dates, translator: Translator) -> None:
        self.translator = translator
        self.said = [*_days(former, new), *_years(former, new)]

    def named_in(self, text: str) -> bool:
        """Whether a text names one of them."""
        return any(one.zh.search(text) for one in self.said)

    def followed(self, zh: str, en: str) -> tuple[str, str] | None:
        """Return a text with the new days and years, in both languages.

        None where the two languages do not name them equally often, or the check objects.
        """
        new_zh, new_en = zh, en
        for one in self.said:
            found = len(one.zh.findall(zh))
            if not found:
                continue
            if one.now is None or found != len(one.en.findall(en)):
                return None
            new_zh, new_en = one.zh.sub(one.now[0], new_zh), one.en.sub(one.now[1], new_en)
        return (
            (new_zh, new_en)
            if self.translator.holds(RevisedPassage(zh, en, new_zh), new_en)
            else None
        )


def _days(former: Dates, new: Dates) -> Iterator[_Said]:
    for old, now in zip(former, new, strict=True):
        if old and old not in new:
            zh, en = (re.compile(re.escape(day_in(one, old))) for one in ("zh", "en"))
            yield _Said(zh, en, (day_in("zh", now), day_in("en", now)) if now else None)


def _years(former: Dates, new: Dates) -> Iterator[_Said]:
    """The first year, and the last one as the end of years: 2020年以前, 至2022年."""
    for old, now, end in zip(former, new, ("", "至"), strict=True):
        if old and (now is None or now.year != old.year):
            before = "" if not end else "(?<=to )"
            yield _Said(
                re.compile(f"{end}{old.year}年(?!度?[0-9])"),
                re.compile(rf"{before}\b{old.year}\b(?! No)"),
                (f"{end}{now.year}年", str(now.year)) if now else None,
            )
