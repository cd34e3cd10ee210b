"""Sentences in other words: what they say is compared, not how.

In a rewritten passage most characters differ. So its figures with their meaning, its levels and the
words that bear on a sum are compared as sets. Where these agree, the change is one of wording that
a person must confirm: a condition in plain words cannot be counted.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from clauses.revision.bounds import compared, compared_alike, strength
from clauses.revision.change import Change
from clauses.revision.contents import Contents
from clauses.revision.figure_changes import of_a_part
from clauses.revision.figures import PlacedFigure, figures
from clauses.revision.hunks import NO_SUM, SUMS
from clauses.revision.likeness import common
from clauses.revision.plain_words import steps
from clauses.revision.roles import BASE, gives, role
from clauses.revision.settling import stage_once, without_repeated
from clauses.revision.tokens import between_commas, tokens
from clauses.revision.words import CHANGE_OF, MEANING_OF

_FURTHER = re.compile("(?<=[，；])(?=[^，；]*级[^，；]*的，)")
_RATIO = re.compile("[0-9]+(?::[0-9]+){2,}")
"""Shares of several: 4:4:2."""
_ABOVE = re.compile("((?:国家|[省市区县])级)及?以上")
_BASE_OF = re.compile("(?:投入|投资额?|费用|支出)（([^（）]*)）")
"""What a base takes in: 实际投入（设备、技术及软件投入）."""
_GIFT = re.compile("(?<=[，；。])对[^，；。]*(?:，[^，；。]*)?(?:给予|予以)[^，；。0-9]*")
_AND = re.compile("以及|[、及和与]")
_SAYING = 3
"""Fewer characters more or less say too little to be a condition."""
_EDITED = 12
"""A sentence of which so many characters in one place differ was edited, however short it is."""
REWRITTEN = 0.75
"""Below this share of the shorter sentence in common a sentence was rewritten."""

_TELLING = ("first-time", "cumulative", "per", "frequency", "tier", "receiver")
"""Kinds of words that say the same in any sentence."""
_TELLING_A_RULE = ("where", "stage", "base", "modality")
"""Kinds of words that say the same in any sentence that gives something."""
_SPECIAL = frozenset({*NO_SUM, "贴息", "股权投资", "co-funding"})
"""What instruments say that are reported by name."""


def is_rewritten(old: str, new: str) -> bool:
    """Tell whether two versions of a sentence share less than they do not."""
    middle = len(old) - common(old, new) - common(old[::-1], new[::-1])
    if middle <= _EDITED and middle + len(new) - len(old) <= _EDITED:
        return False
    a, b = ([token.key for token in tokens(text)] for text in (old, new))
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    return same < REWRITTEN * min(len(a), len(b))


def rewritten_changes(
    old: Sequence[str],
    new: Sequence[str],
    single: Collection[str] = (),
    merged: Collection[str] = (),
) -> list[Change]:
    """Compare what two passages say, each given by its sentences.

    `single` have no partner; `merged` are those of them that became part of another sentence.
    """
    pairs = [*_figure_pairs(old, new, merged)]
    single = {*single} - {*merged}
    gone = [one for one in old if one in single and _alone(one, pairs)]
    turned = [(kind, b, a) for kind, a, b in pairs]
    come = [one for one in new if one in single and _alone(one, turned)]
    told = [
        _change(kind, a, b) for kind, a, b in pairs
        if not (a and a[0] in gone) and not (b and b[0] in come)
    ]  # fmt: skip
    rest = ["".join(one for one in side if one not in own)
            for side, own in ((old, gone), (new, come))]  # fmt: skip
    stages = [*_instalments(_figures(old), _figures(new))]
    words = [*_word_changes(rest[0], rest[1], staged=bool(stages))]
    found = [
        *stage_once([*stages, *_without_sums(without_repeated(told), words)]),
        *(Change("text-dropped", one, None) for one in gone),
        *(Change("text-added", None, one) for one in come),
    ]
    found += _gift(rest[0], rest[1])
    if not found and len(old) == len(new) == 1 and gives(old[0]) and gives(new[0]):
        found = [*_more_or_less(old[0], new[0])]
    return _one_condition(found) or [Change("wording", "".join(old), "".join(new), sure=False)]


def _gift(old: str, new: str) -> Iterator[Change]:
    """Tell what only one text gives, if that is no sum: 对进入目录的产品给予一定奖励."""
    gift = [_GIFT.search(text) for text in (old, new)]
    if gift[0] and not gives(new):
        yield Change("text-dropped", gift[0][0], None)
    if gift[1] and not gives(old):
        yield Change("text-added", None, gift[1][0])


def _one_condition(found: Sequence[Change]) -> list[Change]:
    """Tell the words of a condition that only one version has as one change."""
    left = list(found)
    for side, other in (("old", "new"), ("new", "old")):
        own = [one for one in left if one.kind == "condition" and getattr(one, other) is None]
        if len(own) > 1:
            words = "、".join(getattr(one, side) for one in own)
            told = Change("condition", *((words, None) if side == "old" else (None, words)))
            left = [told if one is own[0] else one for one in left
                    if one is own[0] or one not in own]  # fmt: skip
    return left


def _more_or_less(old: str, new: str) -> Iterator[Change]:
    """Tell what only one version says in plain words, if the other says nothing for it."""
    a, b = tokens(old), tokens(new)
    contents = Contents(a, b)
    gone = [token for token in a if contents.gone([token])]
    come = [token for token in b if contents.come([token])]
    if bool(gone) == bool(come):
        return
    text, other, side = (old, new, gone) if gone else (new, old, come)
    if all(token.words in other for token in side):
        return  # it says something twice
    words = text[side[0].start : side[-1].end]
    if len(side) >= _SAYING or re.search("[、且并][^，。、]{0,2}$", text[: side[0].start]):
        yield Change("condition", words if gone else None, None if gone else words)


SentenceFigure = tuple[str, PlacedFigure]
"""A figure with its sentence."""
FigurePair = tuple[str, SentenceFigure | None, SentenceFigure | None]
"""The kind of change, and the figure before and after it."""


def _alone(sentence: str, pairs: Sequence[FigurePair]) -> bool:
    """Tell whether a sentence has figures, and the other passage has none for any of them."""
    own = [other for _, one, other in pairs if one is not None and one[0] == sentence]
    return len(own) == len(figures(sentence)) > 0 and not any(own)


def _figure_pairs(
    old: Sequence[str], new: Sequence[str], merged: Collection[str]
) -> Iterator[FigurePair]:
    """Pair the figures that differ: those of one level, then those that do the same."""
    before, after = ([one for one in _figures(side) if not _is_stage(one)] for side in (old, new))
    before, after = _once(before, after, merged), _once(after, before, merged)
    own_old, own_new = _owned(old), _owned(new)
    for key in (key for key in own_old if key in own_new):
        was, becomes = own_old[key], own_new[key]
        if _value(was) != _value(becomes) and was in before and becomes in after:
            before.remove(was)
            after.remove(becomes)
            yield key[1], was, becomes
    kept = Counter(map(_value, before)) & Counter(map(_value, after))
    removed, stay_old = _parted(before, kept)
    added, stay_new = _parted(after, kept)
    removed, added = _not_for_all(removed, after), _not_for_all(added, before)
    for one in removed:
        kind = role(*one)
        other = next(
            (o for o in added if o[1].measure == one[1].measure and role(*o) == kind), None
        )
        if other is not None:
            added.remove(other)
        yield kind, one, other
    for other in added:
        yield role(*other), None, other
    rest = list(stay_new)
    for one in stay_old:
        other = next((o for o in rest if _value(o) == _value(one)), None)
        if other is None:
            continue
        rest.remove(other)
        if one[1].measure in ("money", "share") and (kind := _bound_otherwise(one, other)):
            yield kind, one, other


def _not_for_all(
    single: Sequence[SentenceFigure], others: Sequence[SentenceFigure]
) -> list[SentenceFigure]:
    """Leave out what the other text says for several at once: 均分两年兑现."""
    said = {(role(*one), _value(one)) for one in others if "均" in one[0]}
    return [one for one in single if (role(*one), _value(one)) not in said]


def _once(
    side: Sequence[SentenceFigure], other: Sequence[SentenceFigure], merged: Collection[str]
) -> list[SentenceFigure]:
    """Leave out what a merged sentence says as another does: 市级、省级…均给予1000万元."""
    others = [_value(one) for one in side if one[0] not in merged]
    there = Counter(map(_value, other))
    return [
        one for one in side
        if one[0] not in merged or _value(one) not in others
        or there[_value(one)] > others.count(_value(one))
    ]  # fmt: skip


def _is_stage(placed: SentenceFigure) -> bool:
    """Tell whether a figure says how much is paid at a stage, or in how many."""
    return placed[1].measure in ("share", "count") and role(*placed) == "stage"


def _instalments(old: Sequence[SentenceFigure], new: Sequence[SentenceFigure]) -> Iterator[Change]:
    """Compare the shares of the instalments as one row: they make one whole."""
    before, after = (
        [one for one in side if _is_stage(one) and one[1].measure == "share"] for side in (old, new)
    )
    if [one.value for _, one in before] != [one.value for _, one in after]:
        words = [
            "，".join(
                dict.fromkeys(
                    text[slice(*between_commas(text, one.start, one.end))] for text, one in side
                )
            )
            for side in (before, after)
        ]
        yield Change("stage", words[0] or None, words[1] or None)


def _without_sums(sums: Sequence[Change], words: Sequence[Change]) -> list[Change]:
    """Tell a sum that became 一事一议, or the other way round, once."""
    for change in words:
        named = {*(change.old or change.new or "").split("、")} & NO_SUM
        if not named or (change.old and change.new):
            continue
        gone = [
            one for one in sums
            if one.kind in SUMS and (one.old is None, one.new is None)
            == (change.new is None, change.old is None)
        ]  # fmt: skip
        if gone:
            said = "、".join(one.old or one.new or "" for one in gone)
            told = replace(change, old=change.old or said, new=change.new or said)
            return [*(one for one in sums if one not in gone),
                    *(told if one is change else one for one in words)]  # fmt: skip
    return [*sums, *words]


def _owned(passage: Sequence[str]) -> dict[tuple[str, str], SentenceFigure]:
    """Return the figures that belong to one level, by it and what they do; 国家级: 最高200万元."""
    found: dict[tuple[str, str], list[SentenceFigure]] = {}
    for sentence in passage:
        for start, part in _pieces(sentence):
            levels = [t.words for t in tokens(part) if t.kind == "tier"]
            row = [one for one in figures(sentence) if start <= one.start < start + len(part)]
            by_role: dict[str, list[PlacedFigure]] = {}
            for one in row:
                by_role.setdefault(role(sentence, one), []).append(one)
            for kind, sums in by_role.items():
                if kind in SUMS and len(sums) == len(levels):
                    for level, one in zip(levels, sums, strict=True):
                        found.setdefault((level, kind), []).append((sentence, one))
    return {key: placed[0] for key, placed in found.items() if len(placed) == 1}


def _pieces(sentence: str) -> Iterator[tuple[int, str]]:
    """Split a sentence before each of its further levels: …200万元；获得省级示范的，…100万元."""
    start = 0
    for match in _FURTHER.finditer(sentence):
        yield start, sentence[start : match.start()]
        start = match.start()
    yield start, sentence[start:]


def _figures(passage: Sequence[str]) -> list[SentenceFigure]:
    return [(sentence, figure) for sentence in passage for figure in figures(sentence)]


def _value(placed: SentenceFigure) -> tuple[object, object]:
    return placed[1].measure, placed[1].value


def _parted(
    placed: Sequence[SentenceFigure], kept: Counter[tuple[object, object]]
) -> tuple[list[SentenceFigure], list[SentenceFigure]]:
    """Split figures into those that only one text has, and those that both have."""
    left = Counter(kept)
    own: list[SentenceFigure] = []
    both: list[SentenceFigure] = []
    for one in placed:
        if left[_value(one)] > 0:
            left[_value(one)] -= 1
            both.append(one)
        else:
            own.append(one)
    return own, both


def _bound_otherwise(one: SentenceFigure, other: SentenceFigure) -> str:
    """Return the kind of change of how a figure that stays binds or is compared; or nothing."""
    if role(*one) != "threshold":
        return "" if strength(*one).meaning == strength(*other).meaning else "strength"
    was, is_ = (compared(*placed).meaning or "or-more" for placed in (one, other))
    return "" if compared_alike(was, is_) else "comparison"


def _change(kind: str, one: SentenceFigure | None, other: SentenceFigure | None) -> Change:
    single = one or other
    assert single
    return Change(
        "base" if not (one and other) and of_a_part(*single) else kind,
        _words(one) if one else None,
        _words(other) if other else None,
        one[1].value if one else None,
        other[1].value if other else None,
    )


def _words(placed: SentenceFigure) -> str:
    sentence, figure = placed
    bound = strength(sentence, figure)
    after = sentence.startswith(bound.words, figure.end)
    return figure.words if after else bound.words + figure.words


def _word_changes(old: str, new: str, *, staged: bool) -> Iterator[Change]:
    """Compare the words that bear on a sum; `staged` where the instalments are told already."""
    before, after = _telling(old), _telling(new)
    sums = [any(role(text, one) in SUMS for one in figures(text)) for text in (old, new)]
    of_a_rule = _TELLING_A_RULE if gives(old) and gives(new) and sums[0] == sums[1] else ()
    for kind in (*_TELLING, "instrument", *of_a_rule):
        removed, added = (
            [words for key, words in own.items()
             if key[0] == kind and key not in others and not _parted_there(words, text)]
            for own, others, text in ((before, after, new), (after, before, old))
        )  # fmt: skip
        if kind == "base" and removed != added:
            was, becomes = (BASE.search(text) for text in (old, new))
            if was and becomes:  # 按照实际投入（设备、技术及软件投入）, 按其设备投入
                yield Change("base", was[1], becomes[1])
                continue
        if (removed or added) and not (staged and kind == "stage"):
            # the shares of the instalments are compared by themselves
            change = "condition" if kind == "stage" else CHANGE_OF[kind]
            yield Change(change, "、".join(removed) or None, "、".join(added) or None)
    yield from _bounds_of_levels(old, new)
    ratios = ["、".join(_RATIO.findall(text)) for text in (old, new)]
    if ratios[0] != ratios[1]:
        yield Change("rate", ratios[0] or None, ratios[1] or None)
    bases = [_BASE_OF.findall(text) for text in (old, new)]
    if len(bases[0]) == len(bases[1]) == 1 and gives(old) and gives(new):
        items = [{one.removesuffix("投入") for one in _AND.split(row[0])} for row in bases]
        if items[0] != items[1]:
            yield Change("base", bases[0][0], bases[1][0])
    taken = [sorted(steps(text)) if gives(text) else [] for text in (old, new)]
    if taken[0] != taken[1]:
        yield Change("condition", "、".join(taken[0]) or None, "、".join(taken[1]) or None)


def _bounds_of_levels(old: str, new: str) -> Iterator[Change]:
    """Tell which levels have an 以上 in one text only: 市级, 市级以上."""
    above = [{*_ABOVE.findall(text)} for text in (old, new)]
    for level in sorted(above[0] ^ above[1]):
        if level in old and level in new:
            words = (f"{level}以上", level) if level in above[0] else (level, f"{level}以上")
            yield Change("comparison", *words)


def _parted_there(words: str, text: str) -> bool:
    """Tell whether a text has words parted or joined in another way: 技术和软件, 技术及软件."""
    parts = re.split("[及和与、]", words)
    letters = "".join(parts)
    loosely = len(letters) > 3 and re.search("[^，。；]{0,2}".join(letters), text)
    return bool(loosely) or (len(parts) > 1 and all(part in text for part in parts))


def _telling(text: str) -> dict[tuple[str, object], str]:
    return {
        (token.kind, token.key): token.words
        for token in tokens(text)
        if token.kind in _TELLING
        or (token.kind in _TELLING_A_RULE and token.words not in ("阶段", "分期", "分批"))
        or MEANING_OF.get(token.words, token.words) in _SPECIAL
    }
