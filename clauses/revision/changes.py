"""What changed between two versions of a paragraph: figures, marks, conditions, words; by kind.

A change of substance may move money or duties; wording, titles and layout do not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from clauses.revision.change import Change
from clauses.revision.figures import Figure, figures
from clauses.revision.likeness import held
from clauses.revision.roles import GIVING, role, strength
from clauses.revision.tokens import Token, tokens


def whole_sentence(old: str | None, new: str | None, there: Sequence[str]) -> Change:
    """Return the change of a sentence that one text lacks; `there` is the other text."""
    words = old or new or ""
    # a fragment of what the other text says anyway, such as “对‘亩均论英雄’。” before its sentence
    if not figures(words) and any(held(words.rstrip("。；"), other) >= 0.8 for other in there):
        return Change("wording", old, new)
    return Change("text-added" if old is None else "text-dropped", old, new)


def sentence_changes(old: str, new: str) -> list[Change]:
    """Return what changed in a sentence."""
    a, b = tokens(old), tokens(new)
    if _same_in_another_order(old, new):
        return [Change("wording", old, new)]
    hunks = _hunks(a, b)
    if _transposed(a, b, hunks):
        return [Change("wording", _around(a, hunks, 0), _around(b, hunks, 2))]
    found: list[Change] = []
    for hunk in hunks:
        found += _hunk_changes(old, new, a, b, hunk)
    found += _same_figures(old, new, a, b)
    # what a figure says already, the words beside it need not say again
    told = {change.kind for change in found if change.figure}
    left = _once([one for one in found if one.figure or one.kind not in told])
    # several words in one sentence that change nothing are one change of wording
    words = [one for one in left if one.kind == "wording"]
    return [one for one in left if one.kind != "wording" or one is words[0]]


_SUM = r"[0-9]+(?:\.[0-9]+)?[百千]?[万亿]?元?"
_STAR = re.compile("[一二三四五]星|[一二三特]等")
_LEVEL = re.compile("国家|省|市|区|县|国")
_ROW = re.compile(
    r"(?P<levels>[^，。；、]{1,6}(?:、[^，。；、的]{1,6})+?)(?P<middle>[^；。]*?(?:最高不超过|最高|不超过|给予))"
    rf"(?P<sums>{_SUM}(?:、{_SUM})+)"
)


def _same_in_another_order(old: str, new: str) -> bool:
    """Tell whether levels and sums only stand in another order: 省级、国家级 … 50万、100万."""
    rows = [_ROW.search(text) for text in (old, new)]
    if rows[0] is None or rows[1] is None:
        return False
    maps, rests = [], []
    for row in rows:
        assert row is not None
        text = row.string
        names = _level_names(row["levels"])
        sums = row["sums"].split("、")
        if len(names) != len(sums) or len(set(names)) != len(names):
            return False
        maps.append(dict(zip(names, (figures(one) for one in sums), strict=True)))
        rests.append(
            text[: row.start("levels")]
            + "".join(sorted(row["levels"]))
            + row["middle"]
            + text[row.end() :]
        )
    values = [
        {name: [(one.measure, one.value) for one in found] for name, found in one.items()}
        for one in maps
    ]
    return values[0] == values[1] and list(values[0]) != list(values[1]) and rests[0] == rests[1]


def _level_names(words: str) -> list[str]:
    """Return the levels that a row names: 五星 before 省, since 省五星 is a star."""
    names = [_STAR.search(one) or _LEVEL.search(one) for one in words.split("、")]
    return [match[0] for match in names if match]


def _transposed(a: Sequence[Token], b: Sequence[Token], hunks: Sequence["Hunk"]) -> bool:
    """Tell whether words only changed places: 解决示范方案, 示范解决方案."""
    removed = [t for i1, i2, _, _ in hunks for t in a[i1:i2]]
    added = [t for _, _, j1, j2 in hunks for t in b[j1:j2]]
    letters = [sorted("".join(t.words for t in side)) for side in (removed, added)]
    plain = all(t.kind == "character" for t in (*removed, *added))
    return bool(removed) and plain and letters[0] == letters[1] and len(letters[0]) <= 8


def _around(row: Sequence[Token], hunks: Sequence["Hunk"], side: int) -> str:
    first = min(hunk[side] for hunk in hunks)
    last = max(hunk[side + 1] for hunk in hunks)
    return "".join(t.words for t in row[first:last])


Hunk = tuple[int, int, int, int]


def _hunks(a: Sequence[Token], b: Sequence[Token]) -> list[Hunk]:
    """Return the runs of tokens that differ; runs with one character between them are one."""
    matcher = SequenceMatcher(None, [t.key for t in a], [t.key for t in b], autojunk=False)
    hunks: list[Hunk] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        if hunks and _close(a[hunks[-1][1] : i1]):
            start_i, _, start_j, _ = hunks.pop()
            hunks.append((start_i, i2, start_j, j2))
        else:
            hunks.append((i1, i2, j1, j2))
    return hunks


def _close(between: Sequence[Token]) -> bool:
    return len(between) <= 1 and all(
        t.kind == "character" and t.words not in "，、；。" for t in between
    )


def _hunk_changes(
    old: str, new: str, a: Sequence[Token], b: Sequence[Token], hunk: Hunk
) -> Iterator[Change]:
    i1, i2, j1, j2 = hunk
    left, right = list(a[i1:i2]), list(b[j1:j2])
    removed = [t for t in left if t.figure]
    added = [t for t in right if t.figure]
    for one, other in _figure_pairs(removed, added):
        change = _figure_change(old, new, one, other)
        if other is None and right:  # another way to say it: 自2020年起 for 自公布之日起
            change = replace(change, new=_words(right))
        elif one is None and left:
            change = replace(change, old=_words(left))
        yield change
    if (removed or added) and not (left and right):
        return  # a part of the sentence that is there in one text only: its figures say what it is
    left = [t for t in left if not t.figure and t.kind != "strength"]
    right = [t for t in right if not t.figure and t.kind != "strength"]
    yield from _word_changes(old, new, left, right, beside=bool(removed or added))


def _figure_pairs(
    removed: Sequence[Token], added: Sequence[Token]
) -> Iterator[tuple[Token | None, Token | None]]:
    """Pair the figures of a hunk in their order, like with like."""
    rest = list(added)
    for one in removed:
        assert one.figure is not None
        other = next((t for t in rest if t.figure and t.figure.measure == one.figure.measure), None)
        if other is not None:
            rest.remove(other)
        yield one, other
    for other in rest:
        yield None, other


def _figure_change(old: str, new: str, one: Token | None, other: Token | None) -> Change:
    before = one.figure if one else None
    after = other.figure if other else None
    kind = role(old, before) if before else role(new, after) if after else "wording"
    return Change(
        kind,
        _with_strength(old, before) if before else None,
        _with_strength(new, after) if after else None,
        before.value if before else None,
        after.value if after else None,
    )


def _with_strength(text: str, figure: Figure) -> str:
    word = strength(text, figure).words
    return (
        text[figure.start - len(word) : figure.end]
        if text[: figure.start].endswith(word)
        else figure.words
    )


def _same_figures(old: str, new: str, a: Sequence[Token], b: Sequence[Token]) -> Iterator[Change]:
    """Figures that stay, but are a ceiling no more, or compared in another way."""
    matcher = SequenceMatcher(None, [t.key for t in a], [t.key for t in b], autojunk=False)
    for block in matcher.get_matching_blocks():
        for n in range(block.size):
            one, other = a[block.a + n].figure, b[block.b + n].figure
            if one is None or other is None:
                continue
            before, after = strength(old, one), strength(new, other)
            if before.meaning != after.meaning:
                yield Change(
                    "strength", before.words + one.words, after.words + other.words,
                    one.value, other.value,
                )  # fmt: skip


def _words(side: Sequence[Token]) -> str:
    return "".join(token.words for token in side)


_SUBSTANTIAL = {
    "first-time": "first-time",
    "frequency": "frequency",
    "cumulative": "cumulative-limit",
    "per": "count-limit",
    "comparison": "comparison",
    "tier": "tier",
    "stage": "stage",
    "instrument": "instrument",
    "base": "base",
    "receiver": "payee",
    "again": "condition",
}
_INSTALMENTS = ("阶段", "分期", "分批", "总额", "分两年", "分三年", "拨付")
"""Words of a sentence that pays in instalments."""
_VAGUE = frozenset("一定适当相应")
"""Words for a sum that is not named."""
_LIGHT = frozenset(
    "分别档各的了对于等予以给按照并和及与、，。；：“”《》（）将由其该所之为在而且个一有"
)


def _word_changes(
    old: str, new: str, left: Sequence[Token], right: Sequence[Token], *, beside: bool
) -> Iterator[Change]:
    if not left and not right:
        return
    removed, added = _words(left), _words(right)
    payers = [{t.key for t in side if t.kind == "payer"} for side in (left, right)]
    if all(payers) and payers[0] != payers[1]:
        yield Change("condition", removed, added)
        return
    left, right = ([t for t in side if t.kind != "payer"] for side in (left, right))
    kinds = [_SUBSTANTIAL[t.kind] for t in (*left, *right) if t.kind in _SUBSTANTIAL]
    gives = any(word in old + new for word in GIVING)
    if kinds and {t.key for t in left if t.kind != "character"} != {
        t.key for t in right if t.kind != "character"
    }:
        # a rule's own word moves first; 补助 for 奖励 alone is the name of the money
        kind = next((one for one in kinds if one != "instrument"), kinds[0])
        if kind == "instrument" and _only_names_of_money(left, right):
            kind = "wording"
        if kind in ("base", "stage", "frequency") and not gives:
            kind = "wording"
        if kind == "stage" and not any(word in old + new for word in _INSTALMENTS):
            kind = "condition"
        if beside and kind == "instrument":
            return
        yield Change(kind, removed or None, added or None)
        return
    heavy = [c for t in (*left, *right) for c in t.words if c not in _LIGHT]
    if removed and not right and len(removed) <= 2 and new.count(removed) and not beside:
        heavy = []  # a word said twice: 对企业…的软件企业
    if beside and set(heavy) <= _VAGUE:
        return
    if len(removed) == len(added) == 1:  # 依 for 根: one character for another says nothing new
        yield Change("wording", removed, added, sure=False)
        return
    if not heavy:
        if not beside:
            yield Change("wording", removed or None, added or None)
        return
    if not gives:
        yield _plain_words(removed, added)
        return
    place = (left or right)[0].start if left or right else 0
    text = old if left else new
    yield Change(_part_of_rule(text, place, removed + added), removed or None, added or None)


_MONEY_NAMES = frozenset({"补助", "奖励", "补贴", "奖补", "资助"})


def _only_names_of_money(left: Sequence[Token], right: Sequence[Token]) -> bool:
    words = [t.words for t in (*left, *right) if t.kind == "instrument"]
    return set(words) <= _MONEY_NAMES and (bool(left and right) or len(left) + len(right) <= 3)


def _plain_words(removed: str, added: str) -> Change:
    """Words outside a rule: a few are wording, a part of a sentence is text."""
    if not removed and len(added) >= 6:
        return Change("text-added", None, added)
    if not added and len(removed) >= 6:
        return Change("text-dropped", removed, None)
    return Change("wording", removed or None, added or None)


def _part_of_rule(text: str, place: int, words: str) -> str:
    """Tell which part of a rule some words belong to: who, on what condition, who receives."""
    giving = min((at for word in GIVING if (at := text.find(word)) >= 0), default=len(text))
    if place > giving:
        return (
            "payee"
            if any(w in words for w in ("单位", "团队", "企业", "机构", "个人"))
            else "condition"
        )
    if any(
        word in words for word in ("企业", "机构", "单位", "平台", "园区", "产品", "个人", "团队")
    ):
        return "beneficiary"
    return "condition"


def _once(changes: Sequence[Change]) -> list[Change]:
    return list(dict.fromkeys(changes))
