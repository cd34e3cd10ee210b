"""The rule of an award in one sentence, put together from its data in either language.

What only one mechanism says is in its module, everything else in `docs/site/words.toml`; the
figures, names and their order are those of the clause file. A ceiling says “at most”, an exact sum
stands alone, and a threshold says whether its own figure counts.
"""

from decimal import Decimal

import amounts
from clauses.document import Award, Condition, Limit, Review
from clauses.notation import figure_in, read_figure
from docs.site.labels import answer_sentence, code_label, fact_label
from docs.site.language import Language
from docs.site.money import money, read_sum, sum_of
from docs.site.part_sentences import COMPARED
from docs.site.sums import named, stated, tier_sum
from docs.site.words import words
from eligibility.mechanisms import mechanism_of


def rule_sentence(award: Award, awards: dict[str, Award], language: Language) -> str:
    """Return the rule of `award`; `awards` are all awards by id, for what it refers to."""
    return _Drafter(award, awards, language).sentence()


class _Drafter:
    """Drafts the sentence of one award in one language."""

    def __init__(self, award: Award, awards: dict[str, Award], language: Language) -> None:
        self.award = award
        self.awards = awards
        self.language = language
        self.words = words(language)
        self.comma = self.words["part_comma"]
        self.ceiling = award.wording == "ceiling"

    def sentence(self) -> str:
        award = self.award
        parts = [self.words[f"kind_{award.kind}"] + self.language.colon + self._sum()]
        if award.adds_to:
            parts.append(self._say("rule_top_up", bases=self._names(award.adds_to)))
        if award.conditions:
            tests = self._condition(award.conditions[0])
            for condition in award.conditions[1:]:
                joined = self.words["rule_either" if condition.or_ else "rule_and"]
                tests += joined + self._condition(condition)
            parts.append(self._say("rule_condition", tests=tests))
        if award.stages:
            parts.append(self._stages())
        parts += [self._limit(limit) for limit in self._limits()]
        parts += [self._review(review) for review in award.review]
        if award.is_payment:
            often = self.words[award.frequency]
            parts.append(often if award.frequency_stated else self._say("rule_read", often=often))
            payee = self.language.of(award.payee)
            parts.append(
                self._say("rule_payee" if award.payee.stated else "rule_payee_read", payee=payee)
            )
        text = self.language.semicolon.join(parts)
        return f"{text}。" if self.language.code == "zh" else f"{text[:1].upper()}{text[1:]}."

    def _say(self, key: str, **names: str) -> str:
        return self.words[key].format(**names)

    def _fact(self, name: str) -> str:
        return fact_label(self.award, name, self.language)

    def _names(self, ids: list[str]) -> str:
        return self.language.either([self.language.of(self.awards[id_].name) for id_ in ids])

    def _sum(self) -> str:
        rule, code = self.award.sum, self.language.code
        declared = mechanism_of(rule).declared
        texts = named(self.award, declared, self.language)
        for field in declared.having("money"):
            words = stated(self.award, field)
            texts[field.key] = read_sum(words, self.language, ceiling=self.ceiling).text
        for field in declared.having("ceiling"):
            most = rule[field.key]
            texts[field.key] = (
                self.words["rule_no_ceiling"] if most is None else self._money(most, ceiling=True)
            )
        for field in declared.having("award"):
            texts[field.key] = self.language.of(self.awards[rule[field.key]].name)
        for field in declared.having("rate"):
            of = declared.base[code].format(**texts)
            texts[field.key] = self._share(stated(self.award, field), of)
        texts["tiers"], texts["steps"] = self._tiers(), self._steps()
        return declared.sentence(rule)[code].format(**texts)

    def _tiers(self) -> str:
        rule = self.award.sum
        return self.comma.join(
            self._say(
                "rule_tier_open" if code in rule["undecided"] else "rule_tier",
                tier=code_label(self.award, rule["by"], code, self.language),
                sum=tier_sum(self.award, code, Decimal(figure), self.language).text,
            )
            for code, figure in rule.get("tiers", ())
        )

    def _steps(self) -> str:
        return self.comma.join(
            self._say("rule_step", at=self._amount(at), sum=self._money(figure))
            for at, figure in self.award.sum.get("steps", ())
        )

    def _money(self, figure: str, *, ceiling: bool = False) -> str:
        """A sum that is given; a ceiling says so."""
        return sum_of(Decimal(figure), self.language, ceiling=ceiling or self.ceiling).text

    def _amount(self, figure: str) -> str:
        """A sum that is compared with."""
        return money(Decimal(figure), self.language)

    def _share(self, figure: str, of: str) -> str:
        at_most = figure_in(figure, self.award.quote.zh).meaning == "at-most"
        return self._say(
            "rule_share_at_most" if at_most else "rule_share",
            share=amounts.share(read_figure(figure).value),
            of=of,
        )

    def _condition(self, condition: Condition) -> str:
        fact, rule = self._fact(condition.fact), condition.test
        if "in" in rule:
            test = answer_sentence(self.award, condition.fact, rule["in"], self.language)
        else:
            if rule.get("points"):
                points = amounts.digits(Decimal(rule["figure"]) * 100)
                figure = self._say("rule_points", of=self._fact(rule["of"]), points=points)
            elif rule["of"]:
                share = amounts.share(rule["figure"])
                figure = self._say("rule_share", share=share, of=self._fact(rule["of"]))
            else:
                figure = self._compared(condition.fact, rule["figure"])
            test = self._say(COMPARED[rule["compare"]], fact=fact, figure=figure)
        if condition.given:
            return self._say("rule_given", test=test, given=self._all(condition.given))
        return test

    def _compared(self, name: str, figure: str) -> str:
        """A figure in the unit of the fact that is compared with it."""
        kind = next((fact.type for fact in self.award.facts if fact.name == name), "money")
        match kind:
            case "percentage":
                return amounts.share(figure)
            case "area":
                return amounts.area(figure, self.language.code)
            case "date":
                return amounts.day(figure, self.language.code)
            case "count" | "years" | "quantity":
                return amounts.digits(figure)
        return self._amount(figure)

    def _all(self, given: dict[str, list[str]] | dict[str, list[str | bool]]) -> str:
        return self.words["rule_and"].join(
            answer_sentence(self.award, name, codes, self.language) for name, codes in given.items()
        )

    def _stages(self) -> str:
        of = self.language.of
        if any(stage.assumed for stage in self.award.stages):
            names = self.language.comma.join(of(stage.name) for stage in self.award.stages)
            return self._say("rule_stages_open", stages=names)
        return self.comma.join(
            self._say("rule_stage", stage=of(stage.name), share=amounts.share(stage.share))
            for stage in self.award.stages
        )

    def _limits(self) -> list[Limit]:
        """The limits that apply to the award; that of clause 22 is with its other award."""
        limits = [award.limit for award in self.awards.values() if award.limit]
        return [limit for limit in limits if self.award.id in limit.awards]

    def _limit(self, limit: Limit) -> str:
        if limit.count:
            return self._say("rule_limit_count", count=str(limit.count))
        assert limit.in_all is not None
        if (self.awards[limit.id].written["limit"] or {}).get("each_year"):
            return self._say("rule_limit_year", sum=self._money(limit.in_all, ceiling=True))
        others = [id_ for id_ in limit.awards if id_ != self.award.id]
        most = self._money(limit.in_all, ceiling=True)
        if not others:
            return self._say("rule_limit_alone", sum=most)
        return self._say("rule_limit_sum", others=self._names(others), sum=most)

    def _review(self, review: Review) -> str:
        when = self._all(review.when)
        if review.share is None or review.of is None or review.less is None:
            return self._say("rule_review", when=when)
        return self._say(
            "rule_review_figure",
            when=when,
            share=amounts.share(review.share),
            of=self._fact(review.of),
            less=self._fact(review.less),
        )
