"""An application becomes form answers again, and what has no place in the form is named."""

import json
from collections import Counter
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

import pytest

from answers.figures import read_money
from answers.form import read_form
from answers.nesting import nesting
from answers.opening import open_application
from answers.questions import NUMBERS
from answers.session import FormSession
from answers.state import SavedStateError, read_state
from answers.unreadable import InputError
from clauses.cases import all_cases
from eligibility.application import same_subject
from tests.policy import document
from tests.wizard.filled import Json, claim, form, read, subject
from tests.wizard.refusals import REFUSED_FILES


def test_what_was_saved_opens_with_the_words_that_were_typed(session: FormSession) -> None:
    state = {**form(claim()), "read": True}
    application = read(session, claim())["application"]
    opened = json.loads(session.open(json.dumps({**application, "answers": state}), "zh"))
    assert opened["state"] == {name: state[name] for name in state if name != "read"}
    assert opened["lost"] == 0


def test_a_file_of_the_first_form_opens_with_its_typed_words(session: FormSession) -> None:
    first = {"form": 1, "claims": [claim(subject={"name": "四号线"}),
                                   claim("c2", subject={"same": "c1"}, date="2020-01-01")],
             "paid": [], "read": True}  # fmt: skip
    application = read(session, claim(), claim("c2", date="2020-01-01"))["application"]
    opened = json.loads(session.open(json.dumps({**application, "answers": first}), "zh"))
    assert opened["state"]["form"] == 3
    assert opened["state"]["subjects"] == [subject()]
    assert [one["subject"] for one in opened["state"]["claims"]] == ["s1", "s1"]
    assert opened["state"]["claims"][0]["facts"]["actual_input"]["text"] == "1亿"


def test_claims_that_were_changed_by_hand_win_over_the_typed_words(session: FormSession) -> None:
    state = {**form(claim()), "read": True}
    application = read(session, claim())["application"]
    application["claims"][0]["facts"]["actual_input"] = "80000000"
    opened = json.loads(session.open(json.dumps({**application, "answers": state}), "en"))
    figure = opened["state"]["claims"][0]["facts"]["actual_input"]
    assert figure == {"text": "80", "unit": "million"}


@pytest.mark.no_cover
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_case_comes_back_from_the_form_but_for_what_it_names(
    session: FormSession, subtests: pytest.Subtests, language: str
) -> None:
    ways = {"refused": 0, "whole": 0, "less": 0}
    for case in all_cases():
        with subtests.test(case.name):
            opened = json.loads(session.open(json.dumps(case.application), language))
            if "refused" in opened:  # a number that is not JSON
                ways["refused"] += 1
                with pytest.raises(ValueError, match="not JSON compliant"):
                    json.dumps(case.application, allow_nan=False)
                continue
            state, lost = open_application(document(), case.application, language)
            assert (opened["state"], opened["lost"]) == (state, len(lost))
            assert state["form"] == 3
            reading = read_form(document(), read_state(state))
            given = case.application
            less = changed(given["claims"], reading.claims)
            unread = {error["at"] for error in reading.errors}
            # every change is named, in the file’s own words or at its field, and nothing else
            named = Counter((one["award"], one["fact"], one["found"]) for one in lost)
            said = {at: what for at, what in less.items() if at not in unread}
            assert Counter(said.values()) == named
            assert [same_subject(one["subject"]) for one in reading.paid] == [
                same_subject(one["subject"]) for one in given.get("paid") or []
            ]
            ways["less" if lost or unread else "whole"] += 1
    # each branch must be taken by many cases, otherwise the test would prove little
    assert ways["refused"] >= 3 and ways["whole"] > 600 and ways["less"] > 100, ways


def changed(given: list[Json], back: list[Json]) -> dict[str, tuple[str, str, str]]:
    """Return the facts of claims that changed their meaning, by field, as `lost` names them.

    Claims keep their order, and their shared subjects.
    """
    found = {}
    about = zip(plain(given), plain(back), strict=True)
    assert all((a["award"], a["subject"]) == (b["award"], b["subject"]) for a, b in about)
    for before, after in zip(given, back, strict=True):
        was = {"date": before.get("date"), **(before.get("facts") or {})}
        now = {"date": after["date"], **after["facts"]}
        assert now.keys() <= was.keys()
        asked = {fact["name"]: fact for fact in facts_of(before["award"])}
        for name, value in was.items():
            fact = asked.get(name, {"type": "", "only_with": None})
            nought = was.get(fact["only_with"]) is False and number(value) == 0
            blank = fact["type"] in NUMBERS and str(value).strip() == ""
            if not nought and not blank and not same_meaning(value, now.get(name)):
                found[f"{after['id']}.{name}"] = (before["award"], name[:60], str(value)[:60])
    return found


def same_meaning(value: Any, back: Any) -> bool:
    """Whether a fact means the same as before; a figure that is not a plain number is in yuan."""
    if isinstance(value, bool) or isinstance(back, bool) or value is None or back is None:
        return value is back
    if number(value) == number(back):
        return True
    try:
        return isinstance(value, str) and read_money(value, "yuan").value == Decimal(back)
    except (InputError, InvalidOperation):
        return False


def plain(claims: list[Json]) -> list[Json]:
    """Return claims without empty values, with numbered subjects and figures as numbers."""
    subjects: list[str] = []
    found = []
    for one in claims:
        name = same_subject(one["subject"])
        subjects += [] if name in subjects else [name]
        facts = {k: v for k, v in (one.get("facts") or {}).items() if v is not None}
        no = {f["name"] for f in facts_of(one["award"]) if facts.get(f["only_with"] or "") is False}
        found.append(
            {
                "award": one["award"],
                "subject": subjects.index(name),
                "date": one.get("date"),
                "facts": {k: number(v) for k, v in facts.items() if k not in no},
            }
        )
    return found


def number(value: Any) -> Any:
    """Return a figure by its value, however it is written."""
    numeric = isinstance(value, str | int) and str(value).replace(".", "", 1).isdecimal()
    return Fraction(str(value)) if numeric else value


def facts_of(award: str) -> list[Json]:
    """Return the facts of an award."""
    return [f for a in document()["awards"] if a["id"] == award for f in a["facts"]]


@pytest.mark.parametrize("text", REFUSED_FILES.values(), ids=REFUSED_FILES.keys())
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_file_that_is_no_application_is_refused_with_a_sentence(
    session: FormSession, text: str, language: str
) -> None:
    opened = json.loads(session.open(text, language))
    assert list(opened) == ["refused"]
    assert len(opened["refused"]) > 10


@pytest.mark.parametrize(
    "answers",
    [1, [], {"form": 4}, {"form": 3}, {**form(), "claims": 3},
     form({**claim(), "id": "<b>"}), form(claim(), claim()), form(claim(date=5)),
     form(claim(subject="s2")), form(claim("enterprise")),
     form(claim(facts={"rd": {"text": "1", "unit": "pounds"}}))],
)  # fmt: skip
def test_typed_words_of_another_shape_are_not_trusted(session: FormSession, answers: Any) -> None:
    with pytest.raises(SavedStateError):
        read_state(answers)
    application = {**read(session, claim())["application"], "answers": answers}
    opened = json.loads(session.open(json.dumps(application), "zh"))
    assert opened["state"]["claims"][0]["facts"]["actual_input"]["text"] == "10000"


def test_an_entry_of_an_unknown_kind_is_of_the_kind_that_its_award_is_for(
    session: FormSession,
) -> None:
    answers = {**form(claim()), "subjects": [subject(kind="planet")]}
    application = {**read(session, claim())["application"], "answers": answers}
    opened = json.loads(session.open(json.dumps(application), "zh"))
    assert opened["state"]["subjects"] == [subject()]
    assert opened["state"]["claims"] == [claim()]


def test_what_the_form_cannot_show_is_named(session: FormSession) -> None:
    application = read(session, claim())["application"]
    application["claims"][0]["facts"] |= {"selected": "perhaps", "colour": "red"}
    opened = json.loads(session.open(json.dumps(application), "zh"))
    assert opened["lost"] == 2
    assert "“列入年度择优名单”填的是“perhaps”" in opened["since"]
    assert "“colour”填的是“red”" in opened["since"]


def test_a_figure_that_another_answer_rules_out_is_named(session: FormSession) -> None:
    facts = {"kind": "first-set", "premium": "1000000", "central_subsidised": False}
    for subsidy, named in (("800000", True), ("0.00", False)):
        found = {**facts, "central_subsidy": subsidy}
        application = {"claims": [{"id": "a", "award": "21-insurance-premium", "subject": "保单",
                                   "date": "2021-06-30", "facts": found}]}  # fmt: skip
        opened = json.loads(session.open(json.dumps(application), "zh"))
        assert opened["lost"] == named
        assert (f"填的是“{subsidy}”" in opened["since"]) == named


@pytest.mark.parametrize(
    ("text", "deep"),
    [("", 0), ("{}", 1), ('{"a": [1, {"b": []}]}', 4), ('{"a": "[[[["}', 1),
     ('{"a": "\\"[["}', 1), ("[" * 9, 9), ('["' + "[" * 9, 1), ("]" * 9, -1)],
)  # fmt: skip
def test_nesting_is_counted_outside_strings(text: str, deep: int) -> None:
    assert nesting(text) == deep


def test_what_a_file_is_about_is_the_enterprise_or_a_thing_of_its_own(session: FormSession) -> None:
    """A mark alone is a mark; with the same name as the enterprise it is the enterprise."""

    def made(award: str, subject: str, **facts: Any) -> Json:
        return {"id": f"{award[:2]}{subject}{len(award)}", "award": award, "subject": subject,
                "date": "2021-06-30", "facts": facts}  # fmt: skip

    mark, named = "22-well-known-trademark", "22-zhejiang-quality"
    claims = [made(mark, "商标", recognised=True), made(mark, "本公司", recognised=True),
              made(named, "本公司", recognised=True), made(mark, "本公司甲", recognised=True),
              made("13-green-title", "工厂", level="national", form="factory"),
              made("13-green-title", "园区", level="national", form="park")]  # fmt: skip
    opened = json.loads(session.open(json.dumps({"claims": claims}), "zh"))
    kinds = {subject["name"]: subject["kind"] for subject in opened["state"]["subjects"]}
    assert kinds == {"商标": "trademark", "本公司": "enterprise", "本公司甲": "trademark",
                     "工厂": "unit", "园区": "platform"}  # fmt: skip
