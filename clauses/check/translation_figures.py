"""Checks that English and Chinese have the same figures: values, order, ceiling or exact."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from clauses.check.translation_chinese import COUNTED_OFF, read_chinese_figures
from clauses.check.translation_pairs import Finding, TranslationPair, finding
from clauses.english_figures import WrittenFigure, read_english_figures
from clauses.messages import phrase
from clauses.numerals import numeral

_Value = tuple[str, Decimal]

_MONEY_IN_CHINESE = re.compile(
    r"(?:RMB|CNY|¥)\s?[0-9][0-9,.]*(?:\s(?:thousand|million|billion|trillion))?"
)
_BRACKET = re.compile(r"\([^)]*\)")


def check_figures(pair: TranslationPair) -> Iterator[Finding]:
    """Compare the figures of a pair.

    In the policy's own text every number counts, in digits or words (两年, two years). In our
    explanations numbers in words may differ with the wording, but digits, money and shares have to
    be on both sides. Chinese figures cited in the English count where needed.
    """
    chinese, english = _Side(), _Side()
    for figure in read_chinese_figures(_MONEY_IN_CHINESE.sub("", pair.zh)):
        chinese.add(figure, optional=pair.own and figure.spelled)
    chinese.may["number", Decimal(0)] += pair.zh.count("零")  # 近零碳, near-zero-carbon
    for match in COUNTED_OFF.finditer(pair.zh):
        chinese.may["number", Decimal(numeral(match[0]))] += 1
    for match in _MONEY_IN_CHINESE.finditer(pair.zh):
        for figure in read_english_figures(match[0]):
            chinese.add(figure, optional=False)
    explained = [m.span() for m in _BRACKET.finditer(pair.translated)] if pair.headword else []
    for figure in read_english_figures(pair.translated):
        bracketed = any(start <= figure.start < end for start, end in explained)
        english.add(figure, optional=bracketed or (pair.own and figure.spelled))
    for words in pair.cited:
        for figure in read_chinese_figures(words):
            english.add(figure, optional=True)

    if not (chinese.figures or english.figures):
        return
    yield from _values(chinese.beyond(english), english.beyond(chinese))
    if not pair.own:
        yield from _order(chinese.figures, english.figures)
    if not pair.discusses:
        yield from _meanings(pair, chinese.figures, english.figures)


class _Side:
    """The figures of one language: those that must be on the other side, and those that may."""

    def __init__(self) -> None:
        self.figures: list[WrittenFigure] = []
        self.must: Counter[_Value] = Counter()
        self.may: Counter[_Value] = Counter()

    def add(self, figure: WrittenFigure, *, optional: bool) -> None:
        value = (figure.measure, figure.value)
        (self.may if optional else self.must)[value] += 1
        if not optional:
            self.figures.append(figure)

    def beyond(self, other: "_Side") -> list[WrittenFigure]:
        """Return the figures that must be on the other side and are not."""
        over = self.must - other.must - other.may
        rest = []
        for figure in reversed(self.figures):
            if over[figure.measure, figure.value] > 0:
                over[figure.measure, figure.value] -= 1
                rest.append(figure)
        return rest[::-1]


def _values(missing: list[WrittenFigure], added: list[WrittenFigure]) -> Iterator[Finding]:
    for figure in added:
        meant = next((f for f in missing if f.measure == figure.measure), None)
        if meant is not None:
            missing.remove(meant)
            yield finding(
                "figures",
                figure.words,
                "figure-other",
                figure=figure.words,
                chinese=meant.words,
                english=_suggested(meant),
            )
        else:
            yield finding("figures", figure.words, "figure-added", figure=figure.words)
    for figure in missing:
        yield finding(
            "figures",
            figure.words,
            "figure-missing",
            chinese=figure.words,
            english=_suggested(figure),
        )


def _order(chinese: list[WrittenFigure], english: list[WrittenFigure]) -> Iterator[Finding]:
    """Check that money and shares have the order of the Chinese, like the levels they belong to."""
    for measure in ("money", "share"):
        ours = [figure for figure in chinese if figure.measure == measure]
        theirs = [figure for figure in english if figure.measure == measure]
        # figures on one side only are reported already
        shared = {f.value for f in ours} & {f.value for f in theirs}
        ours = [figure for figure in ours if figure.value in shared]
        theirs = [figure for figure in theirs if figure.value in shared]
        if len(ours) != len(theirs):
            continue
        if [f.value for f in ours] != [f.value for f in theirs]:
            yield finding(
                "order",
                ", ".join(figure.words for figure in theirs),
                "figures-order",
                english=[figure.words for figure in theirs],
                chinese=[figure.words for figure in ours],
            )


def _meanings(
    pair: TranslationPair, chinese: list[WrittenFigure], english: list[WrittenFigure]
) -> Iterator[Finding]:
    """Check that a figure is a ceiling in both languages or exact in both."""
    ours: dict[_Value, list[WrittenFigure]] = defaultdict(list)
    theirs: dict[_Value, list[WrittenFigure]] = defaultdict(list)
    for side, figures in ((ours, chinese), (theirs, english)):
        for figure in figures:
            side[figure.measure, figure.value].append(figure)
    for value, here in ours.items():
        there = theirs.get(value, [])
        if len(here) != len(there):
            continue  # one of them is in words or in a citation, and could be any of these
        lacking = list(Counter(f.meaning for f in here) - Counter(f.meaning for f in there))
        surplus = list(Counter(f.meaning for f in there) - Counter(f.meaning for f in here))
        for meant, said in zip(lacking, surplus, strict=False):
            chinese_figure = next(f for f in here if f.meaning == meant)
            figure = next(f for f in there if f.meaning == said)
            yield finding(
                "ceiling",
                figure.words,
                "figure-meaning",
                figure=figure.words,
                said=phrase(f"as-{said}"),
                meant=phrase(f"as-{meant}"),
                around=_around(pair.zh, chinese_figure),
                with_words=phrase(f"write-{meant}"),
            )


def _suggested(figure: WrittenFigure) -> str:
    """Write a figure for a message; 2021 is mostly a year, which has no separator."""
    year = figure.measure == "number" and re.fullmatch("(?:19|20)[0-9]{2}", figure.words)
    return figure.words if year else english_style(figure)


def english_style(figure: WrittenFigure) -> str:
    """Write a figure as the translation does: RMB 30 million, RMB 800,000, 20%, 5."""
    if figure.measure == "share":
        return f"{_plain(figure.value * 100)}%"
    if figure.measure == "number":
        return _plain(figure.value)
    for name, scale in (("billion", 10**9), ("million", 10**6)):
        if figure.value >= scale:
            return f"RMB {_plain(figure.value / scale)} {name}"
    return f"RMB {_plain(figure.value)}"


def _plain(value: Decimal) -> str:
    words = f"{value:,f}"
    return words.rstrip("0").rstrip(".") if "." in words else words


# at most eight and five characters, but never a part of a number
_BEFORE = re.compile(r"[0-9.]*[^，。；：、（）“”]{0,8}$")
_AFTER = re.compile(r"[^，。；：、“”]{0,5}(?:(?<=[0-9.])[0-9.]+)?")


def _around(text: str, figure: WrittenFigure) -> str:
    """Return a figure with the few words around it, so that it can be found in the file."""
    before = _BEFORE.search(text[: figure.start])
    after = _AFTER.match(text[figure.end :])
    return "".join(
        (before[0] if before else "", text[figure.start : figure.end], after[0] if after else "")
    )
