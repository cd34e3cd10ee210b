"""Lists every one-step change of the rules in the policy files.

A figure changes by the smallest amount that can matter (a fen, a hundredth of a percent, one
piece), a comparison is reversed, a code is added or removed, the sums of two tiers are swapped …
Each is one change of one key, like a typing mistake. Parts that the engine does not compute with
(names, questions, payees, quotations) are not changed here: `clauses/check` proves them against the
text.

The kind of a subject is moved between the kinds that the closing rule names (A01: project, product
and platform) and the others. Within each group the kinds are computed alike.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import combinations
from typing import Any

from clauses.compiled_parts import walk
from clauses.compiled_sum import mechanism_of_keys, stated
from clauses.notation import read_figure
from eligibility.closing_rule import GROUPED_KINDS
from eligibility.mechanisms import COMPOSED, MECHANISMS
from eligibility.mechanisms.declaration import Field
from eligibility.rules import CODES, EACH_YEAR
from tests.mutation.change import CLOSING, GONE, Change, Path, Rules, data_of, rules_of
from tests.mutation.part_mutants import of_parts

Step = tuple[str, Path, Any, Any]
"""The kind of a change, its place in the award, the old and the new value."""

WORDINGS = ("exact", "ceiling", "reference", "floor")
LINE_KINDS = ("discretionary", "unspecified", "preference", "pending")


@cache
def data_mutants(part: str = "data") -> tuple[Change, ...]:
    """List every change of some rules, by file."""
    rules = rules_of(part)
    found = list(_of_edition(rules))
    for clause in rules.policy.clauses:
        found += _of_clause(rules, f"{clause.number:02}")
    return tuple(found)


def _of_edition(rules: Rules) -> Iterator[Change]:
    for key, day in data_of(rules, CLOSING)["validity"].items():
        if key in ("from", "to"):
            for other in (day - timedelta(days=1), day + timedelta(days=1)):
                yield Change(rules, CLOSING, "validity", ("validity", key), day, other)


def _of_clause(rules: Rules, clause: str) -> Iterator[Change]:
    data = data_of(rules, clause)
    ids = [award["id"] for award in data.get("awards", [])]
    for index, award in enumerate(data.get("awards", [])):
        touched = frozenset({award["id"], *(award.get("limit") or {}).get("awards", [])})
        touched |= {one["id"] for one in data["awards"] if _follows(one, award["id"])}
        for kind, path, was, became in _of_award(award, ids):
            yield Change(rules, clause, kind, ("awards", index, *path), was, became, touched)
    for index, line in enumerate(data.get("lines", [])):
        touched = frozenset({line["id"]})
        at = ("lines", index)
        for other in LINE_KINDS:
            if other != line["kind"]:
                yield Change(rules, clause, "line", (*at, "kind"), line["kind"], other, touched)
        subject = line["subject"]
        yield Change(rules, clause, "subject", (*at, "subject"), subject, _across(subject), touched)


def _of_award(award: dict[str, Any], ids: list[str]) -> Iterator[Step]:
    facts = {fact["name"]: fact for fact in award["facts"]}
    for other in WORDINGS:
        if other != award["wording"]:
            yield "wording", ("wording",), award["wording"], other
    for other in _other_frequencies(award):
        yield "frequency", ("frequency",), award["frequency"], other
    yield from _of_titles(award, facts)
    yield from _of_subject(award["subject"], facts)
    yield from _of_facts(award["facts"])
    for index, condition in enumerate(award.get("when", [])):
        yield "condition gone", ("when", index), condition["words"]["zh"], GONE
        for kind, path, was, became in _of_condition(condition, facts):
            yield kind, ("when", index, *path), was, became
    for index, review in enumerate(award.get("review", [])):
        yield "review gone", ("review", index), review["when"], GONE
        for kind, path, was, became in _of_review(review, facts):
            yield kind, ("review", index, *path), was, became
    yield from _of_sum(award["sum"], facts)
    yield from _of_stages(award.get("stages", []))
    if adds_to := award.get("adds_to"):
        yield from _members("adds-to", ("adds_to",), adds_to, set(ids) - {award["id"]})
    if limit := award.get("limit"):
        yield "limit gone", ("limit",), limit["words"]["zh"], GONE
        for key in ("count", "in_all"):
            if limit.get(key):
                yield from _figure(("limit", key), limit[key])
        yield from _members("limit", ("limit", "awards"), limit["awards"], set(ids))


def _other_frequencies(award: dict[str, Any]) -> Iterator[str]:
    """Switch between yearly and once, and for tiers outside the groups between once and each."""
    frequency, subject = award["frequency"], award["subject"]
    yield "once" if frequency in EACH_YEAR else "yearly"
    kind = subject if isinstance(subject, str) else subject["otherwise"]
    if "tiers" in award["sum"] and kind not in GROUPED_KINDS:
        yield "once-per-title" if frequency == "once" else "once"


def _of_titles(award: dict[str, Any], facts: dict[str, Any]) -> Iterator[Step]:
    """Change which codes are separate titles, what is excluded, and where later ones belong."""
    for key in ("title_by", "excludes", "further"):
        if key in award:
            yield "title", (key,), award[key], GONE
    if "title_by" in award:
        yield from _other_facts(("title_by",), award["title_by"], facts)


def _of_subject(subject: Any, facts: dict[str, Any]) -> Iterator[Step]:
    if isinstance(subject, str):
        yield "subject", ("subject",), subject, _across(subject)
        return
    otherwise = subject["otherwise"]
    yield "subject", ("subject", "otherwise"), otherwise, _across(otherwise)
    for code in _codes(facts[subject["by"]]):
        kind = subject["kinds"].get(code, otherwise)
        yield "subject", ("subject", "kinds", code), subject["kinds"].get(code), _across(kind)


def _of_facts(facts: list[dict[str, Any]]) -> Iterator[Step]:
    for index, fact in enumerate(facts):
        if fact.get("only_with"):
            yield "fact", ("facts", index, "only_with"), fact["only_with"], None
        for code in fact.get("options") or {}:
            if code != "other":
                yield "fact", ("facts", index, "options", code), code, GONE


def _of_condition(condition: dict[str, Any], facts: dict[str, Any]) -> Iterator[Step]:
    if "is" in condition:
        yield "condition", ("is",), condition["is"], not condition["is"]
    if "in" in condition:
        others = _codes(facts[condition["fact"]])
        yield from _members("condition", ("in",), condition["in"], others)
    if words := condition.get("compares"):
        yield from _figure(("compares",), words)
        yield "comparison", ("compares",), words, _turned(words)
    if "of" in condition:
        yield "condition", ("of",), condition["of"], GONE
    yield from _other_facts(("fact",), condition["fact"], facts)
    if given := condition.get("given"):
        yield "condition", ("given",), given, GONE
        for name, codes in given.items():
            yield from _members("condition", ("given", name), codes, _codes(facts[name]))


def _of_review(review: dict[str, Any], facts: dict[str, Any]) -> Iterator[Step]:
    for name, codes in review["when"].items():
        if len(review["when"]) > 1:
            yield "review", ("when", name), codes, GONE
        yield from _members("review", ("when", name), codes, _codes(facts[name]))
    if words := review.get("share"):
        yield "review", ("share",), words, GONE
        yield from _figure(("share",), words)
    for key in ("of", "less"):
        if key in review:
            yield from _other_facts((key,), review[key], facts)


def _of_sum(rule: dict[str, Any], facts: dict[str, Any]) -> Iterator[Step]:
    """Change each field as its kind allows; a new mechanism or part needs nothing here."""
    if mechanism_of_keys(rule) == COMPOSED:
        codes = {name: _codes(fact) for name, fact in facts.items() if _coded(fact)}
        yield from of_parts(rule, ("sum",), codes)
    for field, value in _stated(rule):
        at: Path = ("sum", *field.path)
        match field.kind:
            case "money" | "ceiling" | "rate" | "share" | "floor" | "figure":
                yield from _figure(at, value)
                if field.optional:
                    yield "ceiling gone", at, value, GONE
            case "fact" if at[-1] != value:  # the keys of `when` are changed with its codes
                yield from _other_facts(at, value, facts)
            case "comparison":
                yield "comparison", at, value, "超过" if value == "达到" else "达到"
            case "steps":
                yield from _of_steps(value, at)
            case "tiers":
                yield from _of_tiers(rule, value, _codes(facts[rule["by"]]), ("sum",))


def _stated(rule: dict[str, Any]) -> list[tuple[Field, Any]]:
    name = mechanism_of_keys(rule)
    assert name is not None
    if name == COMPOSED:
        return [(leaf.field, leaf.value) for leaf in walk(rule)]
    found = [(field, stated(rule, field)) for field in MECHANISMS[name].declared.fields]
    return [(field, value) for field, value in found if value is not None]


def _follows(award: dict[str, Any], other: str) -> bool:
    """Return whether the sum of an award takes over the tiers of another."""
    return any(field.kind == "award" and value == other for field, value in _stated(award["sum"]))


def _of_steps(steps: list[dict[str, str]], at: Path) -> Iterator[Step]:
    yield from _exchanged("step", at, dict(enumerate(steps)), "sum")
    for index, step in enumerate(steps):
        yield "step", (*at, index), step, GONE
        for key, words in step.items():
            yield from _figure((*at, index, key), words)


def _of_tiers(
    rule: dict[str, Any], tiers: dict[Any, str], codes: Iterable[Any], at: Path
) -> Iterator[Step]:
    yield from _exchanged("tier", (*at, "tiers"), tiers)
    for code in codes:
        if code in tiers:
            yield "tier", (*at, "tiers", code), tiers[code], GONE
            yield from _figure((*at, "tiers", code), tiers[code])
        else:
            yield "tier", (*at, "tiers", code), None, list(tiers.values())[-1]
    undecided = rule.get("undecided", [])
    if undecided:
        yield from _members("tier", (*at, "undecided"), undecided, set(tiers))


def _of_stages(stages: list[dict[str, Any]]) -> Iterator[Step]:
    if not stages:
        return
    yield "stage", ("stages",), [stage["code"] for stage in stages], GONE
    codes = dict(enumerate(stages))
    yield from _exchanged("stage", ("stages",), codes, "code")
    if "share" in stages[0]:
        yield from _exchanged("stage", ("stages",), codes, "share")
        for index, stage in enumerate(stages):
            yield from _figure(("stages", index, "share"), stage["share"])
        yield (
            "stage",
            ("stages",),
            [s["share"] for s in stages],
            [{key: value for key, value in stage.items() if key != "share"} for stage in stages],
        )
    else:
        half = ["50%"] * len(stages)
        yield (
            "stage",
            ("stages",),
            "no shares",
            [stage | {"share": share} for stage, share in zip(stages, half, strict=True)],
        )


def _exchanged(
    kind: str, at: Path, entries: dict[Any, Any], inner: str | None = None
) -> Iterator[Step]:
    """Swap two entries, or their values under one key."""
    for one, other in combinations(entries, 2):
        first, second = entries[one], entries[other]
        if inner is not None:
            first, second = first | {inner: second[inner]}, second | {inner: first[inner]}
            changed = entries | {one: first, other: second}
        else:
            changed = entries | {one: second, other: first}
        if changed == entries:
            continue
        as_list = inner is not None
        yield kind, at, _held(entries, inner), list(changed.values()) if as_list else changed


def _held(entries: dict[Any, Any], inner: str | None) -> Any:
    return [entry[inner] for entry in entries.values()] if inner else entries


def _members(kind: str, at: Path, codes: list[Any], all_: Iterable[Any]) -> Iterator[Step]:
    """Remove each code from a list, and add each other one."""
    for code in codes:
        rest = [one for one in codes if one != code]
        if rest or kind != "condition":  # a condition that nothing meets is not valid
            yield kind, at, codes, rest
    for code in sorted(set(all_) - set(codes), key=str):
        yield kind, at, codes, [*codes, code]


def _other_facts(at: Path, name: str, facts: dict[str, Any]) -> Iterator[Step]:
    """Name another fact of the same type."""
    for other, fact in facts.items():
        if other != name and fact["type"] == facts[name]["type"]:
            yield "fact named", at, name, other


def _figure(at: Path, words: str) -> Iterator[Step]:
    for other in near_figures(words):
        yield "figure", at, words, other


def near_figures(words: str) -> list[str]:
    """Return the figures next to one: a fen, a hundredth of a percent or one piece away.

    Both ends of a range move; 1:1 is a percentage.
    """
    if read_figure(words).least is not None:
        return _near_ranges(words)
    figure = read_figure(words)
    if figure.measure == "date":
        days = [date.fromordinal(int(figure.value) + step) for step in (-1, 1)]
        return [_DAY.sub(f"{day.year}年{day.month}月{day.day}日", words) for day in days]
    match = re.search(rf"[0-9.]+({_UNITS}|:[0-9.]+)", words)
    assert match is not None
    least, unit, scale = _LEAST[figure.measure]
    near = [(figure.value - least) * scale, (figure.value + least) * scale]
    return [
        words[: match.start()] + f"{one.normalize():f}{unit}" + words[match.end() :] for one in near
    ]


_DAY = re.compile("[0-9]+年[0-9]+月[0-9]+日")


def _near_ranges(words: str) -> list[str]:
    lower, sign, upper = re.split("([-—–~～至])", words, maxsplit=1)
    if lower.isdecimal():  # 20-100万元 has the unit once
        lower += upper.lstrip("0123456789.")
    return [
        *(one + sign + upper for one in near_figures(lower)),
        *(lower + sign + one for one in near_figures(upper)),
    ]


_UNITS = "个百分点|%|‰|平方米|个|年|亿元|亿|万元|万|元"
_LEAST: dict[str, tuple[Decimal, str, int]] = {
    "share": (Decimal("0.0001"), "%", 100),
    "points": (Decimal("0.0001"), "个百分点", 100),
    "count": (Decimal(1), "个", 1),
    "area": (Decimal("0.01"), "平方米", 1),
    "years": (Decimal(1), "年", 1),
    "money": (Decimal("0.01"), "元", 1),
}
"""The least step of a figure, and how the result is written."""


def _turned(words: str) -> str:
    """超过200万元 becomes 达到200万元, and 200万元（含）以上 becomes 超过200万元."""
    if words.startswith("超过"):
        return words.replace("超过", "达到", 1)
    if words.startswith("不超过"):
        return words.replace("不超过", "低于", 1)
    if _DAY.search(words):
        return words.replace("以后", "以前") if "以后" in words else words[:-1] + "以后"
    return "超过" + words.removesuffix("（含）以上").removesuffix("以上").removeprefix(
        "达到"
    ).removeprefix("不低于")


def _across(kind: str) -> str:
    """Return a kind of subject of the other group of the closing rule."""
    return "enterprise" if kind in GROUPED_KINDS else "project"


def _coded(fact: dict[str, Any]) -> bool:
    return bool(fact.get("options")) or fact["type"] in CODES


def _codes(fact: dict[str, Any]) -> list[Any]:
    return list(fact["options"]) if fact.get("options") else list(CODES[fact["type"]])
