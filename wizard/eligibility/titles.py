"""Steps and titles of one award and subject: each is paid once, in one year the highest tier.

Sources: 首次 (clauses 7, 11, 26; A16), 获得 (A53), and the contract's step 3.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction

from eligibility.application import Paid
from eligibility.closing_rule import GROUPED_KINDS, ClosingRule, Steps
from eligibility.entries import Entry
from eligibility.facts import note
from eligibility.judgement import step
from eligibility.money import floor_to_fen, write, write_exact


def take_steps(entries: Sequence[Entry], steps: Steps) -> None:
    """Settle first-time awards; the best earlier year may be stated in another claim."""
    years: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.judgement.figures is not None:
            years[entry.award.id, entry.claim.subject].append(entry)
    for same in years.values():
        figures: dict[int, Fraction] = {}
        for entry in same:
            if entry.judgement.figures is not None:
                year, figure = entry.day.year, entry.judgement.figures[0]
                figures[year] = max(figures.get(year, figure), figure)
        for entry in same:
            if entry.status == "payable":
                _take_step(entry, figures, steps)


def _take_step(entry: Entry, figures: Mapping[int, Fraction], steps: Steps) -> None:
    rule, own = entry.award.sum, entry.judgement.figures
    assert rule is not None and own is not None
    figure, best = own
    best = max([best, *(sum_ for year, sum_ in figures.items() if year < entry.day.year)])
    crossed = rule.cross(figure, best, steps)
    if crossed is None:
        entry.lose(
            "not-eligible",
            "no-step",
            fact=rule.figure,
            found=write_exact(figure),
            before=rule.before,
            best=write_exact(best),
        )
        return
    entry.amount = floor_to_fen(crossed[1])
    if entry.silent:
        return
    entry.steps.append(step(entry.award, rule.name, **rule.crossing(figure, best, crossed)))


def refuse_repeated_titles(
    entries: Sequence[Entry], paid: Sequence[Paid], closing: ClosingRule
) -> None:
    """Count the same title and tier outside the groups in its first year only.

    The same applies within a group if each year counts separately; a line with a figure of its own
    is no title there: a later year is due what goes beyond the earlier ones (A03). An award given
    only once counts once, whatever its tier.
    """
    seen: dict[tuple[object, str | None], Entry] = {}
    titles = [entry for entry in entries if entry.live and _is_title(entry, closing)]
    for entry in sorted(titles, key=lambda entry: entry.turn):
        once = entry.award.once and closing.titles_of(entry.award.id) != "added"
        tier = None if once else entry.judgement.tier
        first = seen.setdefault((entry.title, tier), entry)
        if first.day.year < entry.day.year:
            _refuse(entry, "already-awarded", claim=first.claim.id)
            continue
        if tier is not None or entry.judgement.kind in GROUPED_KINDS:
            continue  # a payment does not name its tier; within a group it is deducted
        for payment in paid:
            if (
                payment.award.id == entry.award.id
                and payment.subject == entry.claim.subject
                and payment.date.year < entry.day.year
            ):
                day = payment.date.isoformat()
                _refuse(entry, "already-paid-title", date=day)
                break


def _refuse(entry: Entry, code: str, **params: object) -> None:
    entry.lose("not-eligible", code, **params)
    _say_what_is_further(entry)


def _say_what_is_further(entry: Entry) -> None:
    """Note the award under which anything after the single award is claimed (A32)."""
    if entry.award.further is not None:
        entry.notes.append(note("further", award=entry.award.further))


def _is_title(entry: Entry, closing: ClosingRule) -> bool:
    outside = entry.judgement.kind not in GROUPED_KINDS
    return (
        (outside or (entry.award.is_title and closing.takes_each_year_by_itself(entry.award.id)))
        and entry.judgement.figures is None
        and not entry.award.yearly
        and entry.status != "non-cash"
    )


def keep_highest_tier(entries: Sequence[Entry], closing: ClosingRule) -> None:
    """Keep the highest tier of one title of one subject in one year.

    Among equals, an entry outside 从高、不重复 comes first, since no other award can displace it;
    then the order of the claims decides. So the order never changes the total.
    """
    best: dict[tuple[object, int, str | None], Entry] = {}
    rivals = [entry for entry in entries if entry.live and entry.status != "non-cash"]

    def place(entry: Entry) -> tuple[object, int, str | None]:
        added = closing.titles_of(entry.award.id) == "added"
        tier = entry.judgement.tier if added else None
        return (entry.title, entry.day.year, tier)

    for entry in rivals:
        key = place(entry)
        if key not in best or _rank(entry, closing) > _rank(best[key], closing):
            best[key] = entry
    for entry in rivals:
        winner = best[place(entry)]
        if winner is not entry:
            if winner.amount == entry.amount:
                winner.notes.append(note("tie", claim=entry.claim.id, award=entry.award.id))
            entry.lose(
                "lower-tier", "lower-tier", claim=winner.claim.id, amount=write(winner.amount)
            )
            _say_what_is_further(entry)


def _rank(entry: Entry, closing: ClosingRule) -> tuple[int, bool]:
    return (entry.amount, entry.group(closing) is None)
