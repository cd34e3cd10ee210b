"""The form’s answers become an application in exact yuan."""

import json

import pytest

from answers.session import FormSession
from tests.claims import claimed
from tests.wizard.filled import Json, claim, read, subject


def codes(problems: list[Json]) -> list[tuple[str, str]]:
    """Return place and code of each problem."""
    return [(problem["at"], problem["code"]) for problem in problems]


def test_a_card_becomes_a_claim_in_exact_yuan(session: FormSession) -> None:
    answer = read(session, claim())
    assert answer["application"] == {
        "edition": "2020-03-16",
        "claims": [
            claimed("03-industrial-investment", id="c1", selected=True, actual_input="100000000")
        ],
        "paid": [],
        "answers": {"planned": {}},
    }
    assert answer["totals"]["max"] == answer["totals"]["ceiling"] == "2,000万元"
    assert answer["echoes"] == [
        {"at": "c1.actual_input", "text": "1亿元（100,000,000元）"},
        {"at": "c1.date", "text": "2021年6月30日"},
    ]
    assert answer["errors"] == answer["warnings"] == []


def test_not_sure_is_unknown_and_gives_a_range(session: FormSession) -> None:
    facts = {"selected": "", "actual_input": {"text": "1亿", "unit": "wan"}}
    answer = read(session, claim(facts=facts), language="en")
    assert answer["application"]["claims"][0]["facts"] == {"actual_input": "100000000"}
    assert answer["totals"]["max"] is None
    assert answer["totals"]["range"] == ["RMB 0", "RMB 20 million"]


def test_what_cannot_be_read_is_unknown_and_named_at_its_field(session: FormSession) -> None:
    facts = {"selected": "maybe", "actual_input": {"text": "很多", "unit": "wan"}}
    answer = read(session, claim(facts=facts, date="去年"))
    assert codes(answer["errors"]) == [
        ("c1.selected", "unknown-choice"),
        ("c1.actual_input", "unreadable-figure"),
        ("c1.date", "unreadable-date"),
    ]
    assert answer["application"]["claims"][0]["facts"] == {}
    assert answer["application"]["claims"][0]["date"] is None


@pytest.mark.parametrize(
    ("text", "unit", "meant", "put"),
    [
        ("85000000", "wan", "8,500万元", "85000000元"),
        ("100000", "wan", "10万元", "100000元"),
        ("85,000,000.50", "million", "85,000,000.50元", "85000000.50元"),
    ],
)
def test_a_bare_number_as_long_as_yuan_is_asked_about_and_can_be_put_right(
    session: FormSession, text: str, unit: str, meant: str, put: str
) -> None:
    answer = read(session, claim(facts={"actual_input": {"text": text, "unit": unit}}))
    (warning,) = answer["warnings"]
    assert (warning["at"], warning["code"]) == ("c1.actual_input", "meant")
    assert (warning["params"]["meant"], warning["text"]) == (meant, put)
    right = read(session, claim(facts={"actual_input": {"text": warning["text"], "unit": unit}}))
    assert right["warnings"] == []


@pytest.mark.parametrize("text", ["99999", "8500万", "85000000元", "12亿"])
def test_a_figure_with_a_unit_or_of_a_likely_size_is_not_asked_about(
    session: FormSession, text: str
) -> None:
    assert (
        read(session, claim(facts={"actual_input": {"text": text, "unit": "wan"}}))["warnings"]
        == []
    )


def test_the_turnover_of_a_large_enterprise_is_not_asked_about(session: FormSession) -> None:
    sales = {"sales_in_city": {"text": "500000", "unit": "wan"}}
    assert read(session, claim(award="26-core-team", facts=sales))["warnings"] == []


@pytest.mark.parametrize("text", ["0.01", "20万亿"])
def test_a_size_that_comes_from_a_wrong_unit_is_asked_about(
    session: FormSession, text: str
) -> None:
    facts = {"actual_input": {"text": text, "unit": "wan"}}
    assert codes(read(session, claim(facts=facts))["warnings"]) == [
        ("c1.actual_input", "implausible")
    ]


def test_two_entries_are_the_same_only_where_that_is_said(session: FormSession) -> None:
    claims = (claim(), claim("c2", subject="s2"))
    same = read(session, *claims, subjects=(subject(), subject("s2", "新线", same="s1")))
    assert [c["subject"] for c in same["application"]["claims"]] == ["四号线", "四号线"]
    alike = read(session, *claims, subjects=(subject(), subject("s2", " 四号线 ")))
    assert [c["subject"] for c in alike["application"]["claims"]] == ["四号线", "四号线 (2)"]
    assert alike["warnings"] == [
        {"at": "s2.name", "code": "name-taken", "params": {"name": "四号线 (2)"}}
    ]


def test_a_circle_of_same_as_is_one_subject(session: FormSession) -> None:
    subjects = (subject(same="s2"), subject("s2", same="s1"))
    answer = read(session, claim(), claim("c2", subject="s2"), subjects=subjects)
    assert len({c["subject"] for c in answer["application"]["claims"]}) == 1


def test_whoever_knows_only_the_year_or_month_gets_its_last_day_said(session: FormSession) -> None:
    answer = read(session, claim(date="2021"), claim("c2", date="2020年2月"))
    assert [c["date"] for c in answer["application"]["claims"]] == ["2021-12-31", "2020-02-29"]
    days = [echo for echo in answer["echoes"] if echo["at"].endswith(".date")]
    assert days == [
        {"at": "c1.date", "text": "2021年12月31日"},
        {"at": "c2.date", "text": "2020年2月29日"},
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_date_is_echoed_in_one_form_however_it_was_typed(
    session: FormSession, language: str
) -> None:
    typed = ("2021-03-01", "2021.3.1", "2021年3月1日", "1 March 2021")
    claims = (claim(f"c{number}", date=date) for number, date in enumerate(typed))
    answer = read(session, *claims, language=language)
    days = [echo["text"] for echo in answer["echoes"] if echo["at"].endswith(".date")]
    assert days == [{"zh": "2021年3月1日", "en": "1 March 2021"}[language]] * len(typed)


def test_planned_dates_are_kept_by_the_name_of_their_subject(session: FormSession) -> None:
    planned = {"start": "2021-03", "completion": "soon"}
    answer = read(session, claim(), subjects=(subject(planned=planned),))
    assert answer["application"]["answers"] == {"planned": {"四号线": {"start": "2021-03-31"}}}
    assert codes(answer["errors"]) == [("s1.completion", "unreadable-date")]
    opened = json.loads(session.open(json.dumps(answer["application"]), "zh"))
    assert opened["state"]["subjects"][0]["planned"] == {"start": "2021-03-31"}


def test_after_a_failed_condition_the_open_questions_matter_no_more(session: FormSession) -> None:
    lost = read(session, claim(facts={"selected": "no"}))
    assert lost["spare"] == {"c1": ["actual_input"]}
    assert lost["missing"] == []
    still = read(session, claim(facts={"selected": "yes"}))
    assert still["spare"] == {}
    assert still["missing"] == ["c1.actual_input"]


def test_what_is_dated_outside_the_term_is_told_apart_with_its_sum(session: FormSession) -> None:
    answer = read(session, claim(date="2019-06-30"))
    assert answer["outside"] == {"claims": ["c1"], "sum": "2,000万元", "ceiling": True}
    assert answer["totals"]["max"] is None
    assert read(session, claim())["outside"] is None


def test_a_payment_counts_once_it_is_complete(session: FormSession) -> None:
    amount = {"text": "100", "unit": "wan"}
    paid = {"id": "p1", "award": "03-industrial-investment", "subject": "s1",
            "date": "2020-09-01", "amount": amount}  # fmt: skip
    answer = read(session, claim(), paid=(paid,))
    assert answer["application"]["paid"][0]["amount"] == "1000000"
    assert answer["totals"]["max"] == "1,900万元"
    unfinished = read(session, claim(), paid=({**paid, "date": ""},))
    assert unfinished["application"]["paid"] == []
    assert codes(unfinished["warnings"]) == [("p1", "paid-incomplete")]


def test_a_figure_below_zero_is_said_at_its_field_and_refused_not_unknown(
    session: FormSession,
) -> None:
    answer = read(session, claim(facts={"actual_input": {"text": "-1", "unit": "yuan"}}))
    assert codes(answer["errors"]) == [("c1.actual_input", "negative-figure")]
    assert answer["application"]["claims"][0]["facts"]["actual_input"] == "-1"
    assert [award["status"] for award in answer["assessed"]["awards"]] == ["invalid"]
    paid = {"id": "p1", "award": "03-industrial-investment", "subject": "s1",
            "date": "2020-09-01", "amount": {"text": "-100", "unit": "wan"}}  # fmt: skip
    answer = read(session, claim(), paid=(paid,))
    assert answer["application"]["paid"] == []
    assert codes(answer["errors"]) == [("p1.amount", "negative-figure")]


def test_a_figure_that_goes_with_a_yes_is_left_out_after_a_no(session: FormSession) -> None:
    facts = {
        "kind": "first-set",
        "premium": {"text": "100", "unit": "wan"},
        "central_subsidised": "no",
        "central_subsidy": {"text": "5", "unit": "wan"},
    }
    answer = read(session, claim(award="21-insurance-premium", facts=facts))
    assert "central_subsidy" not in answer["application"]["claims"][0]["facts"]
