"""Describes one claim of an assessment in the words of one language."""

from collections.abc import Mapping
from typing import Any

import amounts
from results.binding import binding
from results.conditions import UNMET, conditions, counted
from results.contests import alone
from results.instalments import stages
from results.lines import ResultLine
from results.others import as_if, other_reading
from results.params import Phrases
from results.view import Alternative, ExplainedStep, Item, Missing, Quote, UsedReading

Json = Mapping[str, Any]

DISPLACED = frozenset({"same-subject", "lower-tier", "over-limit"})
"""Statuses of a sum that was computed and then gave way to another."""


def item(
    phrases: Phrases,
    line: ResultLine,
    number: int,
    claim: Json,
    facts: Json,
    planned: Mapping[tuple[str, str], str],
) -> Item:
    """Describe a claim from `claim`, its entry in the assessment, and `facts`, as applied for."""
    words, status = phrases.words, claim["status"]
    looked_at = conditions(
        claim,
        lambda step: phrases.step(line, step),
        lambda note: _note(phrases, line, note, facts),
    )
    named = words.status(claim)
    date = claim.get("date")
    return Item(
        number=number,
        claim=claim["claim"],
        award=line.id,
        name=words.of(line.name),
        status=status,
        status_name=named["name"],
        status_sentence=named["sentence"],
        amount_label=_amount_label(phrases, line, claim),
        amount=_amount(phrases, line, claim),
        headline=_headline(phrases, line, claim),
        remarks=_remarks(phrases, line, claim),
        missing=[Missing(name, phrases.fact(line, name)) for name in claim["missing"]],
        binding=binding(phrases, claim["steps"]),
        conditions=looked_at,
        conditions_met=counted(words, looked_at),
        subject=_subject(phrases, line, claim, facts),
        own_subject=claim["subject"],
        date=amounts.day(date, words.language) if date else words.say("marks", "unknown"),
        payee=_payee(phrases, line),
        departments=words.join(
            words.of(words.document["departments"][code]) for code in line.entry["departments"]
        ),
        kind=words.say("kinds", line.entry["kind"]),
        frequency=_frequency(phrases, line),
        stages=stages(words, line, claim, planned),
        notes=_notes(phrases, line, claim, facts),
        steps=[_step(phrases, line, s) for s in claim["steps"] if s["code"] != "stage"],
        quote=_quote(phrases, line.entry, line.entry["quote"]),
        rule=_rule(phrases, status),
        readings=[reading(phrases, code) for code in claim["readings"]],
        alternatives=[
            Alternative(
                reading(phrases, other["reading"]), other_reading(phrases, line, claim, other)
            )
            for other in claim["alternatives"]
        ],
    )


def _notes(phrases: Phrases, line: ResultLine, claim: Json, facts: Json) -> list[str]:
    """Return the notes; those of a sum in parts say which sum the parts are shares of."""
    notes = [_note(phrases, line, note, facts) for note in claim["notes"]]
    if claim["stages"] and any(note["code"] == "less-paid" for note in claim["notes"]):
        notes.append(phrases.words.say("labels", "stages-of-rest"))
    return notes


def reading(phrases: Phrases, code: str) -> UsedReading:
    """Describe a reading: its point and the option used."""
    words = phrases.words
    entry = words.document["readings"].get(code)
    if entry is None:
        return UsedReading(code, "", "")
    taken = entry["options"][entry["recommended"] - 1]
    return UsedReading(code, words.of(entry["point"]), words.of(taken))


def wording_of(line: ResultLine, claim: Json) -> str:
    """Return the wording of a sum; a sum that needs review is always for reference."""
    return "reference" if claim["status"] == "needs-review" else line.wording or "exact"


def _amount_label(phrases: Phrases, line: ResultLine, claim: Json) -> str:
    words = phrases.words
    if amounts.is_zero(claim["amount"]):
        return words.say("labels", "amount")
    kind = words.part("wording-names", wording_of(line, claim))
    return words.say("labels", "amount-kind", kind=kind)


def _amount(phrases: Phrases, line: ResultLine, claim: Json) -> str:
    words, amount = phrases.words, claim["amount"]
    if claim["status"] == "needs-facts":
        return words.say("labels", "depends")
    if claim["status"] in words.catalogue["without-sum"]:
        return words.part("without-sum", claim["status"])
    if amounts.is_zero(amount):
        return words.say("marks", "none")
    return words.worded(amount, wording_of(line, claim))


def _headline(phrases: Phrases, line: ResultLine, claim: Json) -> str:
    if claim["status"] == "needs-facts" and claim["range"] is not None:
        return phrases.words.span(claim["range"])
    if given_up := _given_up(phrases, line, claim):
        return given_up
    if claim["status"] not in phrases.words.catalogue["without-sum"] and amounts.is_zero(
        claim["amount"]
    ):
        return phrases.words.say("labels", "not-counted")
    return _amount(phrases, line, claim)


def _given_up(phrases: Phrases, line: ResultLine, claim: Json) -> str:
    """Return the sum of a claim that gave way to another, and that it is not counted."""
    if claim["status"] not in DISPLACED or amounts.is_zero(alone(claim)):
        return ""
    given_up = phrases.words.worded(alone(claim), line.wording)
    return phrases.words.say("labels", "given-up", amount=given_up)


def _remarks(phrases: Phrases, line: ResultLine, claim: Json) -> list[str]:
    words, remarks = phrases.words, []
    if claim["range"] is not None:
        key = "range-open" if claim["status"] == "needs-facts" else "range-others"
        remarks.append(words.say("labels", key, range=words.span(claim["range"])))
    if given_up := _given_up(phrases, line, claim):
        remarks.append(given_up)
    if claim.get("as_if") is not None:
        remarks.append(as_if(phrases, line, claim["as_if"]))
    return remarks


def _subject(phrases: Phrases, line: ResultLine, claim: Json, facts: Json) -> str:
    """Name the subject, with its kind if that matters for the closing rule."""
    words, kind = phrases.words, line.subject_kind(facts)
    subject: str = claim["subject"]
    named = words.say("subjects", kind)
    if kind == "enterprise" or line.wording is None or subject.lower().startswith(named):
        return subject  # a name such as “product 1” says its kind
    return words.part("labels", "subject-of", subject=subject, kind=named)


def _payee(phrases: Phrases, line: ResultLine) -> str:
    words, payee = phrases.words, line.entry["payee"]
    text = words.of(payee)
    if payee["code"] == "core-team":
        text += words.say("labels", "not-enterprise")
    if not payee["stated"] and payee["code"] != "undecided":
        text += words.say("labels", "unstated")
    return text


def _frequency(phrases: Phrases, line: ResultLine) -> str:
    """Say how often the award is given; empty for a line without a sum."""
    words = phrases.words
    if "frequency" not in line.entry:
        return words.say("marks", "none")
    stated = "frequency-stated" if line.entry["frequency_stated"] else "frequency-read"
    name = words.say("frequencies", line.entry["frequency"])
    return words.part("labels", stated, frequency=name)


def _note(phrases: Phrases, line: ResultLine, note: Json, facts: Json) -> str:
    """Return a note in words; for a failed condition, with the words of the text that set it."""
    words, sentence = phrases.words, phrases.note(line, note)
    if note["code"] not in UNMET:
        return sentence
    set_by = [
        condition
        for condition in line.entry["conditions"]
        if condition["fact"] == note["params"]["fact"] and _binds(condition, facts)
    ]
    if not set_by:
        return sentence
    failed = max(set_by, key=lambda condition: _alike(condition["test"], note["params"]))
    return words.part("labels", "with-words", sentence=sentence, words=words.of(failed["words"]))


def _alike(test: Json, params: Json) -> int:
    """Count what a test shares with the note of a failed one: a fact may have several tests."""
    return sum(test.get(name) == params.get(name) for name in ("compare", "figure", "of"))


def _binds(condition: Json, facts: Json) -> bool:
    given: Mapping[str, list[Any]] = condition["given"] or {}
    return all(facts.get(name) in codes for name, codes in given.items())


def _step(phrases: Phrases, line: ResultLine, step: Json) -> ExplainedStep:
    quote = _quote(phrases, step, step["quote"])
    return ExplainedStep(phrases.step(line, step), quote, quote.zh != line.entry["quote"]["zh"])


def _quote(phrases: Phrases, place: Json, quote: Json) -> Quote:
    clause, paragraph = place["clause"], place["paragraph"]
    translation = "" if phrases.words.language == "zh" else phrases.words.of(quote)
    cited = phrases.citation(clause, paragraph)
    return Quote(cited, clause, paragraph, quote["zh"], translation)


def _rule(phrases: Phrases, status: str) -> Quote | None:
    """Return the closing rule that decided: 从高、不重复, or the term."""
    document, words = phrases.words.document, phrases.words
    if status == "same-subject":
        rule = document["closing"][0]
    elif status == "outside-validity":
        rule = document["validity"]["words"]
    else:
        return None
    translation = "" if words.language == "zh" else words.of(rule)
    return Quote(words.say("labels", "closing"), None, None, rule["zh"], translation)
