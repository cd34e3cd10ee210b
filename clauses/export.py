"""Compiles a checked policy to the one JSON document that engine, form, pages and search read.

Figures are converted from the policy's notation here: money to a decimal string in yuan, a share to
a decimal fraction, or to 1/3. Everything for readers keeps both languages.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from clauses.compiled_sum import compiled_sum
from clauses.folder import CLAUSES
from clauses.loading import read_policy
from clauses.model import Award, Clause, Condition, Limit, Line, Stage
from clauses.model.effect import DateRange, Effect
from clauses.model.policy import Policy
from clauses.model.topics import Topics
from clauses.notation import COMPARISON, decimal, figure_in, number, read_figure
from clauses.texts import ledgers_of, texts_of
from clauses.topics import read_topics
from clauses.wizard_part import wizard_part
from eligibility.money import write_share

Json = dict[str, Any]


def compile_policy(policy: Policy, topics: Topics) -> Json:
    """Return the compiled document, as plain JSON data.

    `clauses.document` gives it types. The same policy gives the same data.
    """
    return _parts(policy) | ledgers_of(policy, topics)


def compile_edition(root: Path = CLAUSES, edition: str | None = None) -> Json:
    """Read and check an edition below `root`, and return its compiled document.

    Without a name it is the edition in front.

    Raises `PolicyFilesError` with every fault.
    """
    return compile_checked(read_policy(root, edition), root)


def compile_checked(policy: Policy, root: Path = CLAUSES) -> Json:
    """Return the compiled document of a policy that passed every check, with its topics.

    Raises `PolicyFilesError` if the table of topics has faults.
    """
    topics = read_topics(policy_document(policy), policy.edition.edition, root)
    return compile_policy(policy, topics)


def policy_document(policy: Policy) -> Json:
    """Return the part of the document that the wizard runs on."""
    return wizard_part(_parts(policy))


def _parts(policy: Policy) -> Json:
    awards = {award.id: award for _, award in policy.awards}
    return {
        **texts_of(policy),
        "awards": [award_document(clause, award, awards) for clause, award in policy.awards],
        "lines": [_line(clause, line) for clause, line in policy.lines],
        "alternatives": [
            _effect(reading.id, effect)
            for reading in policy.readings.readings
            for effect in reading.computed
        ],
    }


def award_document(clause: Clause, award: Award, awards: dict[str, Award]) -> Json:
    """Return an award of the document; `awards` are all by id, for those that it names."""
    subject = (
        {"by": None, "kinds": {}, "otherwise": award.subject}
        if isinstance(award.subject, str)
        else award.subject.model_dump()
    )
    return {
        "id": award.id,
        "clause": clause.number,
        "paragraph": award.paragraph,
        "name": award.name.model_dump(),
        "kind": award.kind,
        "wording": award.wording,
        "subject": subject,
        "payee": award.payee.model_dump(),
        "quote": award.quote.model_dump(),
        "departments": clause.paragraphs[award.paragraph - 1].departments,
        "facts": [fact.model_dump() for fact in award.facts],
        "conditions": [made for condition in award.when for made in _conditions(condition)],
        "review": [
            review.model_dump() | {"share": decimal(review.share) if review.share else None}
            for review in award.review
        ],
        "sum": compiled_sum(award.sum.written, lambda id_: awards[id_].sum.written),
        "stages": _stages(award.stages),
        "adds_to": award.adds_to,
        "title_by": award.title_by,
        "excludes": award.excludes,
        "further": award.further,
        "frequency": award.frequency,
        "frequency_stated": award.frequency_stated,
        "readings": award.readings,
        "limit": _limit(award.id, award.limit) if award.limit else None,
        "written": award.model_dump(
            mode="json", by_alias=True, include={"sum", "when", "review", "stages", "limit"}
        ),
    }


def _conditions(condition: Condition) -> Iterator[Json]:
    """Yield a condition; a range is one for each of its ends."""
    if condition.is_ is not None:
        yield _condition(condition, {"in": [condition.is_]})
    elif condition.in_ is not None:
        yield _condition(condition, {"in": condition.in_})
    else:
        assert condition.compares is not None
        figure = figure_in(condition.compares, condition.words.zh)
        compare = COMPARISON.get(figure.meaning, ">=")
        if figure.least is not None:
            yield _condition(condition, _test(condition, ">=", figure.least))
            compare = "<" if figure.meaning == "less-than" else "<="
        yield _condition(condition, _test(condition, compare, figure.value))


def _test(condition: Condition, compare: str, value: Decimal) -> Json:
    test: Json = {
        "compare": compare,
        # a growth of 20% over another figure is 120% of it
        "figure": _written(value + 1 if condition.over else value, condition),
        "of": condition.of or condition.over or condition.above,
        "written": condition.compares,
    }
    if condition.above is not None:
        test["points"] = True
    if condition.if_zero is not None:
        test["if_zero"] = decimal(condition.if_zero)
    return test


def _written(value: Decimal, condition: Condition) -> str:
    """Write the figure of a condition; a day as `2020-01-01`."""
    dated = read_figure(condition.compares or "").measure == "date"
    return date.fromordinal(int(value)).isoformat() if dated else number(value)


def _condition(condition: Condition, test: Json) -> Json:
    return {
        "fact": condition.fact,
        "test": test,
        "given": condition.given,
        "words": condition.words.model_dump(),
        "reading": condition.reading,
        **({"or": True} if condition.or_ else {}),
    }


def _stages(stages: list[Stage]) -> list[Json]:
    """Return the stages; if the text has no split, equal parts are assumed and marked (A24)."""
    left = 1 - sum((read_figure(stage.share).value for stage in stages if stage.share), Decimal(0))
    return [
        {
            "code": stage.code,
            "name": stage.name.model_dump(),
            "share": decimal(stage.share)
            if stage.share
            else number(left)
            if stage.rest
            else write_share(Fraction(1, len(stages))),
            "assumed": stage.share is None and not stage.rest,
        }
        for stage in stages
    ]


def _limit(award: str, limit: Limit) -> Json:
    return {
        "id": award,
        "count": int(read_figure(limit.count).value) if limit.count else None,
        "in_all": decimal(limit.in_all) if limit.in_all else None,
        "awards": limit.awards,
        "words": limit.words.model_dump(),
        "reading": limit.reading,
        **({"each_year": True} if limit.each_year else {}),
    }


def _line(clause: Clause, line: Line) -> Json:
    paragraph = clause.paragraphs[line.paragraph - 1]
    return {
        "id": line.id,
        "clause": clause.number,
        "paragraph": line.paragraph,
        "kind": line.kind,
        "pending": paragraph.status == "pending",
        "name": line.name.model_dump(),
        "subject": {"by": None, "kinds": {}, "otherwise": line.subject},
        "payee": line.payee.model_dump(),
        "quote": line.quote.model_dump(),
        "note": line.note.model_dump() if line.note else None,
        "departments": paragraph.departments,
        "readings": line.readings,
    }


def _effect(reading: str, effect: Effect) -> Json:
    """Return another computed reading, with figures and days as the engine's input."""
    changed = effect.model_dump(exclude={"assumes", "tiers", "validity", "accounts"})
    return {
        "reading": reading,
        **changed,
        "assumes": effect.assumes.model_dump() if effect.assumes else None,
        "tiers": [[code, decimal(words)] for code, words in (effect.tiers or {}).items()],
        "validity": _dates(effect.validity),
        "accounts": _dates(effect.accounts),
    }


def _dates(within: DateRange | None) -> list[str] | None:
    return [within.from_.isoformat(), within.to.isoformat()] if within else None
