"""The rule of an award in one sentence, put together from its data in either language.

The words stand in `docs/site/words.toml`; the figures, names and their order are those of the clause
file. A ceiling says “at most”, an exact sum stands alone, and a threshold says whether its own
figure counts.
"""

from clauses.model import Award, Condition, Limit, Review
from clauses.model.sums import (
    ExcessSum,
    FirstTimeSum,
    FixedSum,
    HalvedSum,
    MatchedSum,
    PriceFloorSum,
    RateSum,
    TieredSum,
)
from clauses.notation import read_figure
from docs.site.language import Language
from docs.site.money import chinese_money, english_money, plain_share, read_sum, sum_of
from docs.site.sums import code_label, fact_label
from docs.site.words import words


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
        self.comma, self.stop = ("，", "；") if language.code == "zh" else (", ", "; ")
        self.ceiling = award.wording == "ceiling"

    def sentence(self) -> str:
        award, colon = self.award, "：" if self.language.code == "zh" else ": "
        parts = [self.words[f"kind_{award.kind}"] + colon + self._sum()]
        if award.adds_to:
            parts.append(self._say("rule_top_up", bases=self._names(award.adds_to)))
        if award.when:
            tests = self.words["rule_and"].join(self._condition(c) for c in award.when)
            parts.append(self._say("rule_condition", tests=tests))
        if award.stages:
            parts.append(self._stages())
        parts += [self._limit(limit) for limit in self._limits()]
        parts += [self._review(review) for review in award.review]
        if award.kind != "price-floor":
            often = self.words[award.frequency]
            parts.append(often if award.frequency_stated else self._say("rule_read", often=often))
            payee = self.language.of(award.payee)
            parts.append(
                self._say("rule_payee" if award.payee.stated else "rule_payee_read", payee=payee)
            )
        text = self.stop.join(parts)
        return f"{text}。" if self.language.code == "zh" else f"{text[:1].upper()}{text[1:]}."

    def _say(self, key: str, **names: str) -> str:
        return self.words[key].format(**names)

    def _fact(self, name: str) -> str:
        return fact_label(self.award, name, self.language)

    def _names(self, ids: list[str]) -> str:
        names = [self.language.of(self.awards[id_].name) for id_ in ids]
        return self._or(names)

    def _or(self, names: list[str]) -> str:
        listed = self.words["rule_list"].join(names[:-1])
        return self.words["rule_or"].join([listed, names[-1]] if listed else names)

    def _sum(self) -> str:
        match self.award.sum:
            case FixedSum() as rule:
                return self._money(rule.amount)
            case TieredSum() as rule:
                tiers = [
                    self._say(
                        "rule_tier_open" if code in rule.undecided else "rule_tier",
                        tier=code_label(self.award, rule.by, code, self.language),
                        sum=self._money(figure),
                    )
                    for code, figure in rule.tiers.items()
                ]
                return self._say("rule_tiers", by=self._fact(rule.by), tiers=self.comma.join(tiers))
            case RateSum() as rule:
                most = self._money(rule.at_most) if rule.at_most else self.words["rule_no_ceiling"]
                return self._share(rule.rate, self._fact(rule.of)) + self.comma + most
            case ExcessSum() as rule:
                part = self._say(
                    "rule_beyond",
                    of=self._fact(rule.of),
                    base=self._fact(rule.beyond.of),
                    share=_percent(rule.beyond.share),
                )
                return self._share(rule.rate, part) + self.comma + self._money(rule.at_most)
            case FirstTimeSum() as rule:
                steps = [
                    self._say("rule_step", at=self._amount(step.at), sum=self._money(step.sum))
                    for step in rule.steps
                ]
                key = "rule_exceeds" if rule.first_time == "超过" else "rule_reaches"
                return self._say(key, of=self._fact(rule.of), steps=self.comma.join(steps))
            case HalvedSum() as rule:
                return self._halved(rule)
            case MatchedSum() as rule:
                return self._say("rule_matched", of=self._fact(rule.matches))
            case PriceFloorSum() as rule:
                return self._say(
                    "rule_floor",
                    price=self._fact(rule.floor),
                    area=self._fact(rule.times),
                    share=_percent(rule.share),
                    when=self._fact(rule.share_when),
                )

    def _halved(self, rule: HalvedSum) -> str:
        base = self.awards[rule.half_of]
        assert isinstance(base.sum, TieredSum)
        tiers = [
            self._say(
                "rule_tier",
                tier=code_label(self.award, rule.by, code, self.language),
                sum=sum_of(read_figure(figure).value / 2, self.language, ceiling=self.ceiling).text,
            )
            for code, figure in base.sum.tiers.items()
        ]
        name = self.language.of(base.name)
        return self._say("rule_halved", base=name, tiers=self.comma.join(tiers))

    def _money(self, figure: str) -> str:
        """A sum that is given; a ceiling says so."""
        return read_sum(figure, self.language, ceiling=self.ceiling).text

    def _amount(self, figure: str) -> str:
        """A sum that is compared with."""
        value = read_figure(figure).value
        return chinese_money(value) if self.language.code == "zh" else english_money(value)

    def _share(self, figure: str, of: str) -> str:
        at_most = self.ceiling or read_figure(figure).meaning == "at-most"
        return self._say(
            "rule_share_at_most" if at_most else "rule_share", share=_percent(figure), of=of
        )

    def _condition(self, condition: Condition) -> str:
        fact = self._fact(condition.fact)
        if condition.is_ is not None:
            test = fact if condition.is_ else self._say("rule_not", fact=fact)
        elif condition.in_ is not None:
            test = self._is(condition.fact, list(condition.in_))
        else:
            assert condition.compares is not None
            read = read_figure(condition.compares)
            if condition.of:
                share = _percent(condition.compares)
                figure = self._say("rule_share", share=share, of=self._fact(condition.of))
            else:
                figure = self._amount(condition.compares)
            key = "rule_more_than" if read.meaning == "more-than" else "rule_at_least"
            test = self._say(key, fact=fact, figure=figure)
        if condition.given:
            return self._say("rule_given", test=test, given=self._all(condition.given))
        return test

    def _is(self, name: str, codes: list[str | int] | list[str | bool]) -> str:
        shown = [
            self.words["rule_yes" if code else "rule_no"]
            if isinstance(code, bool)
            else code_label(self.award, name, code, self.language)
            for code in codes
        ]
        return self._say("rule_is", fact=self._fact(name), codes=self._or(shown))

    def _all(self, given: dict[str, list[str]] | dict[str, list[str | bool]]) -> str:
        return self.words["rule_and"].join(
            self._is(name, [*codes]) for name, codes in given.items()
        )

    def _stages(self) -> str:
        of = self.language.of
        if any(stage.share is None for stage in self.award.stages):
            names = self.words["rule_list"].join(of(stage.name) for stage in self.award.stages)
            return self._say("rule_stages_open", stages=names)
        return self.comma.join(
            self._say("rule_stage", stage=of(stage.name), share=stage.share or "")
            for stage in self.award.stages
        )

    def _limits(self) -> list[Limit]:
        """The limits that hold for the award; the one of clause 22 stands with its other award."""
        limits = [award.limit for award in self.awards.values() if award.limit]
        return [limit for limit in limits if self.award.id in limit.awards]

    def _limit(self, limit: Limit) -> str:
        if limit.count:
            return self._say("rule_limit_count", count=str(int(read_figure(limit.count).value)))
        assert limit.in_all is not None
        others = [id_ for id_ in limit.awards if id_ != self.award.id]
        most = read_sum(limit.in_all, self.language, ceiling=True).text
        return self._say("rule_limit_sum", others=self._names(others), sum=most)

    def _review(self, review: Review) -> str:
        when = self._all(review.when)
        if review.share is None or review.of is None or review.less is None:
            return self._say("rule_review", when=when)
        return self._say(
            "rule_review_figure",
            when=when,
            share=_percent(review.share),
            of=self._fact(review.of),
            less=self._fact(review.less),
        )


def _percent(figure: str) -> str:
    return plain_share(read_figure(figure).value)
