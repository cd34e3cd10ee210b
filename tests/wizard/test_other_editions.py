"""Answers of one edition open under another: what fits is shown, and nothing is lost."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from answers.elsewhere import taken_back
from answers.questions import entries
from answers.restoring import restore
from answers.session import FormSession
from clauses.wizard_part import policy_bytes
from tests.claims import claimed
from tests.policy import EDITION, document
from tests.results.test_page import Outline
from tests.wizard.editions import DROPPED, LATER, RENAMED, later

Json = dict[str, Any]

CASES = yaml.safe_load(Path(__file__).with_name("other_editions.yml").read_text("utf-8"))
NAMES = [case["name"] for case in CASES]


def state_of(case: Json) -> Json:
    """Return the state of the form that a case describes."""
    subjects = [
        {"id": "enterprise", "kind": "enterprise", "name": "某公司", "same": "", "planned": {}},
        {"id": "s1", "kind": "project", "name": "四号线", "same": "", "planned": {}},
    ]
    return {"form": 3, "roles": ["manufacturer"], "topics": ["green"], "subjects": subjects,
            "claims": case["claims"], "paid": case.get("paid", [])}  # fmt: skip


@pytest.fixture(scope="module")
def earlier_page() -> FormSession:
    """The session of the page of the edition in front."""
    return FormSession(policy_bytes(document()).decode())


@pytest.fixture(scope="module")
def later_page() -> FormSession:
    """The session of the page of a later edition."""
    return FormSession(policy_bytes(later()).decode(), "../../")


def saved(session: FormSession, state: Json) -> Json:
    """Return the file that the page saves (`shell.js`)."""
    read = json.loads(session.read(json.dumps(state), "zh"))
    application = read["application"]
    answers = {**application["answers"], **state, "read": True, "assessed": read["assessed"]}
    return {**application, "answers": answers}


def opened(session: FormSession, file: Json) -> Json:
    answer: Json = json.loads(session.open(json.dumps(file), "zh"))
    assert "refused" not in answer, answer
    return answer


def told(answer: Json) -> str:
    return " ".join(text.strip() for text in Outline(answer["since"]).texts if text.strip())


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_what_fits_is_shown_and_what_does_not_is_named(
    case: Json, earlier_page: FormSession, later_page: FormSession
) -> None:
    answer = opened(later_page, saved(earlier_page, state_of(case)))
    assert [claim["award"] for claim in answer["state"]["claims"]] == case["shown"]
    assert answer["lost"] == len(case["left"])
    assert "本页按2099年1月1日版文本测算" in told(answer)
    if "award" in case["left"]:
        assert DROPPED in told(answer)


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_saved_again_it_is_all_there_under_its_own_edition(
    case: Json, earlier_page: FormSession, later_page: FormSession
) -> None:
    before = state_of(case)
    there = opened(later_page, saved(earlier_page, before))["state"]
    again = opened(later_page, saved(later_page, there))["state"]
    assert again == there
    back = opened(earlier_page, saved(later_page, again))
    assert by_id(back["state"]) == by_id(before)
    assert back["lost"] == 0


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_stored_answers_of_another_edition_open_too(
    case: Json, earlier_page: FormSession, later_page: FormSession
) -> None:
    before = state_of(case)
    answer = opened(later_page, {**before, "edition": EDITION, "step": "lists"})
    assert answer["lost"] == len(case["left"])
    assert "这些答案按2020年3月16日版文本填写" in told(answer)
    back = opened(earlier_page, {**answer["state"], "edition": LATER})
    assert by_id(back["state"]) == by_id(before)


def by_id(state: Json) -> Json:
    """Return a state whose entries have no order, as empty answers have none."""
    lists = {
        name: {one["id"]: one for one in state[name]} for name in ("subjects", "claims", "paid")
    }
    return {**state, **lists}


def test_an_answer_given_meanwhile_is_not_replaced(
    earlier_page: FormSession, later_page: FormSession
) -> None:
    case = next(case for case in CASES if case["left"] == ["fact"])
    there = opened(later_page, saved(earlier_page, state_of(case)))["state"]
    award, old, new = RENAMED
    there["claims"][0]["facts"][new] = {"text": "3亿", "unit": "wan"}
    there["claims"][0]["date"] = "2099-05-01"
    back = opened(earlier_page, saved(later_page, there))["state"]
    (claim,) = back["claims"]
    assert (claim["award"], claim["date"]) == (award, "2099-05-01")
    assert claim["facts"][old] == {"text": "1.2亿", "unit": "wan"}
    # and the later page still has its own
    forth = opened(later_page, saved(earlier_page, back))["state"]
    assert forth["claims"][0]["facts"][new] == {"text": "3亿", "unit": "wan"}


def test_a_claim_whose_id_was_given_away_comes_back_under_another(
    earlier_page: FormSession, later_page: FormSession
) -> None:
    there = opened(later_page, saved(earlier_page, state_of(CASES[0])))["state"]
    there["claims"].append(claimed("22-zhejiang-quality", "enterprise", "", id="c1"))
    back = opened(earlier_page, saved(later_page, there))["state"]
    assert sorted((claim["id"], claim["award"]) for claim in back["claims"]) == [
        ("c1", "22-zhejiang-quality"), ("c1x", DROPPED), ("c2", "22-zhejiang-quality"),
    ]  # fmt: skip


def test_what_was_deleted_there_does_not_come_back(
    earlier_page: FormSession, later_page: FormSession
) -> None:
    case = next(case for case in CASES if case["left"] == ["fact"])
    there = opened(later_page, saved(earlier_page, state_of(case)))["state"]
    there["claims"] = []
    back = opened(earlier_page, saved(later_page, there))["state"]
    assert back["claims"] == []


JSON = st.recursive(
    st.none() | st.booleans() | st.text(max_size=4) | st.sampled_from(["c1", "p1", DROPPED]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["claim", "fact", "paid", "id", "award", "facts", "subject", "date",
                         "name", "answer", "text", "unit"]), inner, max_size=6),
    max_leaves=12,
)  # fmt: skip


@given(JSON)
def test_whatever_a_file_says_of_other_editions_does_no_harm(found: Any) -> None:
    before = {**state_of(CASES[1]), "elsewhere": found}
    kept = copy.deepcopy(before)
    state, _ = restore(later(), before)
    assert before == kept
    assert json.loads(json.dumps(state)) == state
    again, _ = restore(later(), state)
    assert again == state


def test_too_many_kept_answers_are_cut() -> None:
    entry = {"paid": {"id": "p1", "award": "99-of-old"}}
    _, rest = taken_back(
        entries(document()), {"claims": [], "paid": [], "elsewhere": [entry] * 900}
    )
    assert len(rest) == 300


def test_a_date_outside_the_term_of_the_edition_says_so(later_page: FormSession) -> None:
    state = state_of(CASES[3])
    read = json.loads(later_page.read(json.dumps(state), "zh"))
    assert read["outside"]["claims"] == ["c1"]
    state["claims"][0]["date"] = "2100-10-31"  # the term of this edition has no end
    assert json.loads(later_page.read(json.dumps(state), "zh"))["outside"] is None


def test_links_to_the_text_lead_from_the_page_of_an_edition_to_its_clauses(
    later_page: FormSession,
) -> None:
    later_page.read(json.dumps(state_of(CASES[3])), "zh")
    assert f'href="../../{LATER}/22/#p' in later_page.results("zh")
