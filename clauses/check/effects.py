"""Checks the effects of other readings: their options, awards and facts must exist."""

from collections.abc import Iterator, Mapping

from clauses.files import YamlFile
from clauses.key_path import KeyPath
from clauses.model import Award, Readings
from clauses.model.effect import Effect


def check_effects(file: YamlFile, readings: Readings, awards: Mapping[str, Award]) -> None:
    """Check that each effect belongs to an option not recommended, and names existing awards."""
    for index, reading in enumerate(readings.readings):
        seen: set[int] = set()
        for number, effect in enumerate(reading.computed):
            place = ("readings", index, "computed", number)
            others = [n for n in range(1, len(reading.options) + 1) if n != reading.recommended]
            if effect.option not in others or effect.option in seen:
                file.fault((*place, "option"), "effect-option", number=effect.option, others=others)
            seen.add(effect.option)
            for at, name in _named(effect):
                if name not in awards:
                    file.fault((*place, *at), "award-unknown", name=name)
            payees = {award.payee.code for award in awards.values()}
            for n, code in enumerate(effect.not_paid_to):
                if awards and code not in payees:
                    file.fault(
                        (*place, "not_paid_to", n), "payee-unknown", found=code, known=payees
                    )
            _check_fact(file, place, effect, awards)


def _named(effect: Effect) -> Iterator[tuple[KeyPath, str]]:
    for key in ("awards", "also", "limit_awards"):
        for index, name in enumerate(getattr(effect, key)):
            yield (key, index), name
    for index, lines in enumerate(effect.together):
        for number, name in enumerate(lines):
            yield ("together", index, number), name
    if effect.base_of is not None:
        yield ("base_of",), effect.base_of


def _check_fact(
    file: YamlFile, place: KeyPath, effect: Effect, awards: Mapping[str, Award]
) -> None:
    """Check that each of the awards asks for the fact that the effect removes."""
    if effect.without is None:
        return
    for name in effect.awards:
        award = awards.get(name)
        facts = [fact.name for fact in award.facts] if award else [effect.without]
        if effect.without not in facts:
            file.fault(
                (*place, "without"), "effect-fact", fact=effect.without, award=name, facts=facts
            )
