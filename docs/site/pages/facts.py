"""The key facts of an award: everything the text says about it, and what it leaves open."""

from dataclasses import dataclass

from clauses.document import Award, Clause, PolicyDocument, Reading
from docs.site.edition_names import edition_words
from docs.site.language import Language
from docs.site.pages.curves import curves_of
from docs.site.pages.drawing import Drawing, drawing
from docs.site.rule_sentences import rule_sentence
from docs.site.sums import Payment, payment
from eligibility.mechanisms import mechanism_of

Words = dict[str, str]


@dataclass(frozen=True)
class Facts:
    """An award with its sum in words, ready for a template."""

    award: Award
    clause: Clause
    payment: Payment
    rule: str
    """Its rule in one sentence."""
    counted: list[str]
    """What the closing rule counts it by."""
    nature: str
    unstated: list[str]
    """What the text does not say, one sentence each."""
    readings: list[Reading]
    top_ups: list[Award]
    """The awards on which this one rides."""
    drawing: Drawing | None
    """The award over its figure, where its sum follows one."""


def facts_of(policy: PolicyDocument, language: Language) -> dict[str, Facts]:
    """Return the key facts of every award by its id, in the order of the text."""
    awards = {award.id: award for _, award in policy.awards}
    readings = {reading.id: reading for reading in policy.readings}
    curves, w = curves_of(policy), edition_words(policy, language)
    found: dict[str, Facts] = {}
    for clause, award in policy.awards:
        paid = payment(award, language)
        found[award.id] = Facts(
            award=award,
            clause=clause,
            payment=paid,
            rule=rule_sentence(award, awards, language),
            counted=_counted(award, w),
            nature=_nature(award, paid, w),
            unstated=_unstated(award, paid, w, language),
            readings=[readings[id_] for id_ in award.readings if id_ in readings],
            top_ups=[awards[id_] for id_ in award.adds_to],
            drawing=drawing(award, curves[award.id], language) if award.id in curves else None,
        )
    return found


def _counted(award: Award, w: Words) -> list[str]:
    kinds = dict.fromkeys([*award.subject.kinds.values(), award.subject.otherwise])
    return [w[f"subject_{kind}"] for kind in kinds]


def _nature(award: Award, paid: Payment, w: Words) -> str:
    if award.wording == "exact" and paid.formula:
        return w["nature_exact_rate"]
    return w[f"nature_{award.wording}"]


def _unstated(award: Award, paid: Payment, w: Words, language: Language) -> list[str]:
    if not award.is_payment:
        return [w["procedure_unstated"]]
    own = mechanism_of(award.sum).declared.unstated
    gaps = {
        "payee_unstated": not award.payee.stated,
        "no_ceiling": paid.uncapped,
        "tier_unstated": any(tier.open for tier in paid.tiers),
        "of_the_mechanism": bool(own),
        "frequency_unstated": not award.frequency_stated,
        "stages_unstated": not award.stages,
        "split_unstated": any(stage.assumed for stage in award.stages),
        "procedure_unstated": True,
    }
    said = {**w, "of_the_mechanism": own.get(language.code, "")}
    return [said[key] for key, missing in gaps.items() if missing]
