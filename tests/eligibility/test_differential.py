"""The engine and the second evaluator agree; `tests.eligibility.differential` tries thousands."""

import random

import pytest

from tests.eligibility.applications import Json, summed
from tests.eligibility.differential import application, differences, run, with_blanks


@pytest.mark.parametrize("block", range(6))
def test_the_second_evaluator_comes_to_the_same(
    block: int, capsys: pytest.CaptureFixture[str]
) -> None:
    differing = run(50, 20_200_316 + block)
    assert differing == 0, capsys.readouterr().out


def test_a_wrong_answer_would_be_seen() -> None:
    """Change each compared field in turn; every change must be reported."""
    seen = 0
    for number in range(60):
        chance = random.Random(number)
        whole = application(chance)
        if number % 2:
            whole = with_blanks(chance, whole)
        told = summed(whole)
        assert differences(whole, told) == []
        if any(award["status"] == "invalid" for award in told["awards"]):
            continue
        for place, award in enumerate(told["awards"]):
            wrong: Json = {"missing": [], "range": None}
            if award["amount"] is not None:
                wrong = {"amount": "1" + award["amount"]}
            awards = [*told["awards"]]
            awards[place] = award | wrong
            assert differences(whole, told | {"awards": awards})
            seen += 1
        most = {"max": "1" + told["totals"]["max"]}
        assert differences(whole, told | {"totals": told["totals"] | most})
    assert seen > 100
