"""What a clause leaves open is reported once for all its awards, and the rest with each award."""

import pytest

from clauses.document import PolicyDocument
from docs.site.edition_names import edition_words
from docs.site.language import EN, LANGUAGES, ZH, Language
from docs.site.pages.facts import facts_of
from docs.site.pages.unstated import unstated_of


def test_what_all_awards_leave_open_is_one_sentence(policy: PolicyDocument) -> None:
    for language, sentence in (
        (ZH, "本征求意见稿均未规定：拨付时间与分期；申报材料、申报时间与程序。"),
        (EN, "Not stated in this draft: Time of payment and instalments; "
         "Application documents, dates and procedure."),
    ):  # fmt: skip
        facts = facts_of(policy, language)
        own = [facts[award.id] for award in policy.clauses[21].awards]
        assert unstated_of(own, edition_words(policy, language)).all == sentence


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_nothing_that_is_open_is_lost_or_told_twice(
    policy: PolicyDocument, language: Language
) -> None:
    facts, w = facts_of(policy, language), edition_words(policy, language)
    for clause in policy.clauses:
        own = [facts[award.id] for award in clause.awards]
        found = unstated_of(own, w)
        for one in own:
            rest = found.own.get(one.award.id, [])
            for gap in one.unstated:
                subject = gap.removesuffix(w["not_stated"]).rstrip("：: ")
                assert (gap in rest) is (subject not in found.all), (one.award.id, gap)


def test_a_clause_without_awards_leaves_nothing_open(policy: PolicyDocument) -> None:
    found = unstated_of([], edition_words(policy, ZH))
    assert (found.all, found.own) == ("", {})
