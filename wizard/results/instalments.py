"""When the counted sums are paid: in the planned year, or at the milestone of the text.

The text names milestones (开工, 竣工投产, 第一年 …), never days. The days are those that the
applicant plans (`answers.planned`, by subject and milestone); none are invented.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import amounts
from results.lines import ResultLine
from results.view import CalendarPayment, Due, Instalment, Item
from results.words import Words

Json = Mapping[str, Any]


def planned_days(application: Any) -> dict[tuple[str, str], str]:
    """Return the planned days by subject and milestone, without invalid ones."""
    answers = application.get("answers") if isinstance(application, dict) else None
    planned = answers.get("planned") if isinstance(answers, dict) else None
    if not isinstance(planned, dict):
        return {}
    return {
        (subject.strip(), milestone): day
        for subject, days in planned.items()
        if isinstance(subject, str) and isinstance(days, dict)
        for milestone, day in days.items()
        if isinstance(milestone, str) and _is_day(day)
    }


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def stages(
    words: Words, line: ResultLine, claim: Json, planned: Mapping[tuple[str, str], str]
) -> list[Instalment]:
    """Describe the instalments of a claim in the order of the text."""
    found: list[Instalment] = []
    for code, amount in claim["stages"]:
        stage = line.stages[code]
        name, share = words.of(stage["name"]), amounts.share(stage["share"])
        worded = words.worded(amount, line.wording)
        day = planned.get((claim["subject"], code))
        found.append(
            Instalment(
                name=words.sentence(name),
                share=share,
                amount=worded,
                planned=words.part("calendar", "planned", date=amounts.day(day, words.language))
                if day
                else words.say("labels", "silent"),
                text=words.say("steps", "stage", stage=name, share=share, amount=worded),
            )
        )
    return found


@dataclass
class _Gathered:
    """The instalments due at one time, by wording."""

    sums: dict[str, list[str]] = field(default_factory=dict)
    payments: list[CalendarPayment] = field(default_factory=list)


def calendar(
    words: Words,
    items: Sequence[Item],
    awards: Sequence[Json],
    planned: Mapping[tuple[str, str], str],
) -> list[Due]:
    """Group the counted instalments: planned years, then milestones, then times not stated."""
    gathered: dict[tuple[int, str], _Gathered] = {}
    for item, award in zip(items, awards, strict=True):
        if award["status"] != "payable":
            continue
        line = words.lines[award["award"]]
        for code, amount in award["stages"] or [(None, award["amount"])]:
            day = planned.get((award["subject"], code)) if code else None
            key = _when(words, line, code, day)
            due = gathered.setdefault(key, _Gathered())
            due.sums.setdefault(line.wording or "exact", []).append(amount)
            text = words.part(
                "calendar",
                "stage" if code else "whole",
                subject=item.own_subject,
                award=item.name,
                amount=words.worded(amount, line.wording),
                **({"stage": _named(words, line, code, day)} if code else {}),
            )
            due.payments.append(CalendarPayment(item.number, text))
    whole = {key: amounts.add([s for sums in due.sums.values() for s in sums])
             for key, due in gathered.items()}  # fmt: skip
    longest = amounts.largest(list(whole.values()))
    return [
        Due(key[1], _sum(words, due), amounts.thousandths(whole[key], longest), due.payments)
        for key, due in sorted(gathered.items(), key=lambda pair: pair[0][0])
    ]


def _when(words: Words, line: ResultLine, code: str | None, day: str | None) -> tuple[int, str]:
    """Return a sort key and the time in words: years first, then milestones, then the rest."""
    if day is not None:
        year = int(day[:4])
        return year, words.part("calendar", "year", year=str(year))
    if code is not None:
        place = list(line.stages).index(code)
        return 10_000 + place, words.sentence(words.of(line.stages[code]["name"]))
    return 20_000, words.say("calendar", "not-stated")


def _named(words: Words, line: ResultLine, code: str, day: str | None) -> str:
    name = words.of(line.stages[code]["name"])
    if day is None:
        return name
    date_ = amounts.day(day, words.language)
    return words.part("calendar", "stage-planned", stage=name, date=date_)


def _sum(words: Words, due: _Gathered) -> str:
    return words.join(
        (
            words.worded(amounts.add(due.sums[wording]), wording)
            for wording in ("exact", "ceiling")
            if wording in due.sums
        ),
        "clauses",
    )
