"""Any stored or saved content opens, and typed text is in the form or named as left out."""

import json
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from answers.form import read_form
from answers.opening import open_state
from answers.restoring import restore
from answers.session import FormSession
from answers.state import FORM, MOST_CLAIMS, MOST_ENTRIES, SavedStateError, read_state
from answers.subjects import owners
from eligibility import Refused
from tests.growth import MOST, TIMES, growth, processor_seconds
from tests.policy import document
from tests.wizard.hostile import BROKEN, EARLIER, KEYS, ODD_IDS, Json, card, many, project, state

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(KEYS),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*KEYS, "id", "text", "facts", "award"]), inner, max_size=4
        )
    ),
    max_leaves=6,
)


def opened(session: FormSession, text: str, language: str = "zh") -> Json:
    """Open a text."""
    answer: Json = json.loads(session.open(text, language))
    return answer


@pytest.mark.parametrize("name", EARLIER)
def test_what_an_earlier_release_stored_opens_whole(session: FormSession, name: str) -> None:
    answer = opened(session, json.dumps(EARLIER[name]))
    assert answer["lost"] == 0
    assert answer["since"] == ""
    assert answer["state"]["form"] == FORM
    assert answer["state"]["claims"] == [card()]


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_broken_store_says_what_went_or_why_nothing_could_be_read(
    session: FormSession, name: str, language: str
) -> None:
    answer = opened(session, BROKEN[name], language)
    if "refused" in answer:
        assert len(answer["refused"]) > 10
        return
    read_state(answer["state"])
    assert answer["lost"]
    assert answer["since"].count("<li>") == min(answer["lost"], 11)
    assert answer["state"]["claims"][0]["facts"]["actual_input"] == card()["facts"]["actual_input"]


def test_a_key_that_stands_twice_is_refused(session: FormSession) -> None:
    text = '{"form": 3, "claims": [], "claims": [], "subjects": []}'
    assert "重复的键" in opened(session, text)["refused"]


def test_odd_ids_become_others_and_nothing_is_lost(session: FormSession) -> None:
    answer = opened(session, json.dumps(ODD_IDS))
    assert answer["lost"] == 0
    found = answer["state"]
    ids = [one["id"] for one in [*found["subjects"], *found["claims"]]]
    assert len(set(ids)) == len(ids)
    assert set(ids) & set(KEYS) <= {"enterprise"}
    assert [one["facts"] for one in found["claims"]] == [card()["facts"]] * len(KEYS)


def places(found: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path to everything in a state."""
    inside: Any = found.items() if isinstance(found, dict) else ()
    if isinstance(found, list):
        inside = enumerate(found)
    return [way, *(place for key, value in inside for place in places(value, (*way, key)))]


def changed(found: Any, way: tuple[Any, ...], to: Any) -> Any:
    """Return a copy with another value in one place."""
    if not way:
        return to
    copy = dict(found) if isinstance(found, dict) else list(found)
    copy[way[0]] = changed(copy[way[0]], way[1:], to)
    return copy


WHOLE = state(
    card(), card("c2", subject="s2", facts={"actual_input": {"text": "2,345.6", "unit": "wan"}}),
    subjects=[project(), project("s2", "五号线", same="s1", planned={"start": "2021-03"})],
    paid=[{"id": "p1", "award": "06-digital-workshop", "subject": "s1", "date": "2020-09-01",
           "amount": {"text": "7,777.5", "unit": "wan"}}],
)  # fmt: skip
TYPED = ("四号线", "五号线", "1亿", "2,345.6", "7,777.5", "2021-03", "2020-09-01")


@pytest.mark.no_cover
@given(st.sampled_from(places(WHOLE)), ANYTHING, st.booleans())
@example(("claims", 0, "subject"), "enterprise", False)  # a project card about the enterprise
@settings(max_examples=400, deadline=None)
def test_what_was_typed_is_kept_or_what_went_is_named(
    way: tuple[Any, ...], to: Any, again: bool
) -> None:
    """If one place of a valid state is anything, the rest stays, and no loss is silent."""
    damaged = changed(WHOLE, way, to)
    if again:
        other = places(damaged)
        damaged = changed(damaged, other[len(other) // 2], to)
    try:
        found, lost = open_state(document(), damaged)
    except (SavedStateError, Refused):
        assume(False)
    read_form(document(), read_state(found))
    told = json.dumps([found, lost], ensure_ascii=False)
    before = json.dumps(damaged, ensure_ascii=False)
    if not lost:
        assert [text for text in TYPED if text in before and text not in told] == []
    twice, nothing = restore(document(), found)
    assert twice == found
    assert nothing == []


@pytest.mark.no_cover
@given(ANYTHING)
@settings(max_examples=300, deadline=None)
def test_no_store_and_no_file_breaks_the_program(session: FormSession, found: Any) -> None:
    for text in (json.dumps(found), json.dumps({"form": 3, "claims": found, "subjects": found}),
                 json.dumps({"claims": [card()], "answers": found}),
                 json.dumps({"claims": [], "answers": {"form": 3, "paid": found}})):  # fmt: skip
        answer = opened(session, text)
        assert "refused" in answer or read_state(answer["state"])


@pytest.mark.parametrize("key", KEYS)
def test_names_of_plain_objects_are_names_as_any_other(session: FormSession, key: str) -> None:
    facts = {"selected": True, "actual_input": "100000000", key: "x"}
    claims = [{**card(id_, key), "facts": facts} for id_ in (key, "b")]
    answer = opened(
        session, json.dumps({"claims": claims, "answers": {"planned": {key: {key: 1}}}})
    )
    assert [subject["name"] for subject in answer["state"]["subjects"]] == [key]
    assert answer["lost"] == 2
    read = json.loads(session.read(json.dumps(answer["state"]), "zh"))
    assert read["application"]["claims"][0]["subject"] == key
    for language in ("zh", "en"):
        assert key in session.results(language)


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("abcdefg"), max_size=6))
def test_who_is_the_same_is_one_for_all_in_a_circle(same: dict[str, str]) -> None:
    found = owners(same)
    assert set(found) == set(same)
    for id_, to in same.items():
        if to in same:
            assert found[id_] == found[to]
        else:
            assert found[id_] == id_
    for owner in found.values():
        assert found[owner] == owner


def test_the_largest_form_is_read_and_a_larger_one_refused(session: FormSession) -> None:
    def took(part: int) -> float:
        claims, subjects = MOST_CLAIMS * part // TIMES, MOST_ENTRIES * part // TIMES
        text = json.dumps(many(claims, subjects, same=True))
        return processor_seconds(lambda: answers.append(opened(session, text)))

    answers: list[Json] = []
    assert growth(took) < MOST
    assert all(answer["lost"] == 0 for answer in answers)
    for claims, subjects in ((MOST_CLAIMS + 1, 1), (5, MOST_ENTRIES + 1)):
        assert "最多" in opened(session, json.dumps(many(claims, subjects)))["refused"]
    cards = [{**card(f"k{n}", f"甲{n}"), "facts": {}} for n in range(MOST_ENTRIES + 1)]
    assert "申报对象" in opened(session, json.dumps({"claims": cards}))["refused"]


def test_of_many_losses_ten_are_named_and_the_number_of_the_others(session: FormSession) -> None:
    facts = {f"f{number}": "x" for number in range(70_000)}
    answer = opened(session, json.dumps({"claims": [{**card(), "facts": facts}]}), "en")
    assert answer["lost"] == 70_000
    assert answer["since"].count("<li>") == 11
    assert "69,990 more" in answer["since"]


@pytest.mark.parametrize("place", ["id", "name", "subject"])
def test_a_text_of_many_marks_is_read_in_proportion(session: FormSession, place: str) -> None:
    def took(part: int) -> float:
        marks = "a" + "\u0301\u0316" * (60_000 * part)
        found = {
            "id": {"claims": [], "answers": {"planned": {marks: {"start": "2021"}}}},
            "name": {"form": 3, "claims": [], "subjects": [project(name=marks)]},
            "subject": {"claims": [{**card(subject=marks), "facts": {marks: marks}}]},
        }[place]
        text = json.dumps(found)
        return processor_seconds(lambda: opened(session, text))

    assert growth(took) < MOST
