"""Checks that the English has the decisive words of the Chinese: levels, kinds of money, 分别."""

import re
from collections.abc import Iterable, Iterator

from clauses.check.translation_pairs import Finding, TranslationPair, finding

_KINDS = {
    "subsidy": (re.compile("补助|补贴|贴息"), re.compile(r"\bsubsid(?:y|ies|is|iz)")),
    "reward": (re.compile("奖励"), re.compile(r"\brewards?\b")),
    "matching": (re.compile("资金配套|配套(?:资金|补助|补贴)"), re.compile(r"\bmatch(?:ing|ed)\b")),
    "rewards and subsidies": (re.compile("奖补"), re.compile(r"\brewards and subsidies\b")),
}

# 市级财政 is the payer, not a level; it may be anywhere in the English sentence
_LEVELS_ZH = re.compile("国家级?|(?<!浙江)省级?(?!内)|市(?!级财政)级?|区县|县|区")
_MAYBE_A_LEVEL = ("市", "区", "县")
_LEVELS_EN = re.compile(
    r"\b(?:national(?:ly)?|state(?=-level| key)|provincial(?:ly)?|municipal(?! budget)|city-level"
    r"|count(?:y|ies)|districts?)\b",
    re.IGNORECASE,
)
_LEVEL = {
    "国": "national", "省": "provincial", "市": "municipal", "区": "county", "县": "county",
    "n": "national", "s": "national", "p": "provincial", "m": "municipal", "ci": "municipal",
    "c": "county", "d": "county",
}  # fmt: skip


def check_words(pair: TranslationPair) -> Iterator[Finding]:
    """Compare the decisive words of the policy's own text.

    Our explanations are not compared, since a subsidy may be called money “already paid” there.
    """
    if not pair.own:
        yield from _levels(pair)
        yield from _kinds(pair)
        yield from _respectively(pair)


def _kinds(pair: TranslationPair) -> Iterator[Finding]:
    """Check, by sentence, that 补助 is a subsidy, 奖励 a reward and 配套 matching funds."""
    for zh, en in pair.sentences:
        low = en.lower()
        plain = low.replace("rewards and subsidies", "")
        ours = {kind for kind, (chinese, _) in _KINDS.items() if chinese.search(zh)}
        theirs = {
            kind
            for kind, (_, english) in _KINDS.items()
            if english.search(low if kind.startswith("rewards") else plain)
        }
        for kind in sorted(ours - theirs):
            words = _KINDS[kind][0].search(zh)
            said = sorted(theirs - ours)
            chinese = words[0] if words else kind
            if said:
                yield finding("kind", kind, "kind-other", kind=kind, said=said[0], chinese=chinese)
            else:
                yield finding("kind", kind, "kind-missing", kind=kind, chinese=chinese)
        for kind in [] if ours - theirs else sorted(theirs - ours):
            yield finding("kind", kind, "kind-added", kind=kind)


def _levels(pair: TranslationPair) -> Iterator[Finding]:
    """Check, by sentence, that the levels have the order of the Chinese.

    市 without 级 (市场, 市经信局) may be part of another word, so it is optional in the English. A
    level that the English repeats at once (“national A and national B”) counts as often as needed.
    """
    for zh, en in pair.sentences:
        named = list(_LEVELS_ZH.finditer(zh))
        needed = [m for m in named if m[0] not in _MAYBE_A_LEVEL]
        found = [_english_level(m[0]) for m in _LEVELS_EN.finditer(en)]
        if _in_order([_LEVEL[m[0][0]] for m in needed], found) and _in_order(
            _runs(found), [_LEVEL[m[0][0]] for m in named]
        ):
            continue
        words = ", ".join(found) or "no level"
        chinese = [m[0] for m in needed]
        yield finding("levels", words, "levels-of-text", english=found, chinese=chinese)


def _respectively(pair: TranslationPair) -> Iterator[Finding]:
    ours, theirs = pair.zh.count("分别"), pair.en.lower().count("respectively")
    if ours != theirs:
        code = "respectively-missing" if ours > theirs else "respectively-added"
        yield finding("respectively", "respectively", code)


def _english_level(word: str) -> str:
    low = word.lower()
    return _LEVEL["ci"] if low.startswith("ci") else _LEVEL[low[0]]


def _runs(words: Iterable[str]) -> list[str]:
    """Return the words without immediate repetitions."""
    kept: list[str] = []
    for word in words:
        if kept[-1:] != [word]:
            kept.append(word)
    return kept


def _in_order(part: list[str], whole: list[str]) -> bool:
    """Whether `part` is a subsequence of `whole`."""
    rest = iter(whole)
    return all(word in rest for word in part)
