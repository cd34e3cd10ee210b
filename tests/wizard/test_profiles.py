"""What the example profiles come to, pinned; worked by hand from the text."""

import json
import zlib
from base64 import urlsafe_b64decode
from typing import Any

import pytest

import amounts
from clauses.examples import Profile, read_examples
from eligibility import assess
from tests.policy import compiled, document, policy
from wizard.page.profiles import ExampleError, show

EXPECTED: dict[str, list[tuple[str, str, str | None]]] = {
    # 20 % of 86 million; 20 % of 62 million gives way; a first set in the province; 80 % of 360,000
    "equipment-maker": [
        ("03-industrial-investment", "payable", "17200000"),
        ("06-digital-workshop", "same-subject", "0"),
        ("21-first-set", "payable", "500000"),
        ("21-insurance-premium", "payable", "288000"),
    ],
    # 20 % of 24 million, and in addition 2 million; half of 6.8 million less 6 % of 52 million
    "industrial-internet": [
        ("08-platform-construction", "payable", "4800000"),
        ("08-demo-topup", "payable", "2000000"),
        ("07-platform-solution-service", "needs-facts", None),
        ("09-software-rd", "payable", "1840000"),
    ],
    # five stars 1 million against 250,000 for the same park; 5 % of 38 million
    "park-operator": [
        ("05-small-enterprise-park", "payable", "1000000"),
        ("13-green-title", "same-subject", "0"),
        ("06-park-digital-upgrade", "payable", "1900000"),
    ],
    "small-specialist": [
        ("26-champion-title", "payable", "2000000"),
        ("13-green-title", "payable", "250000"),
        ("22-pin-enterprise", "payable", "300000"),
        ("24-standards", "pending", None),
    ],
}
TOTALS = {"equipment-maker": "17988000", "industrial-internet": "8640000",
          "park-operator": "2900000", "small-specialist": "2550000"}  # fmt: skip


def profiles() -> list[Profile]:
    return read_examples(compiled())


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("profile", profiles(), ids=lambda profile: profile.key)
def test_each_award_of_an_example_comes_to_its_sum(profile: Profile, language: str) -> None:
    assessment = assess(policy(), profile.applications[language])
    got = [(one["award"], one["status"], one["amount"]) for one in assessment["awards"]]
    assert got == EXPECTED[profile.key]
    assert assessment["totals"]["max"] == TOTALS[profile.key]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_link_of_an_example_holds_its_application(language: str) -> None:
    for profile, shown in zip(profiles(), show(document(), profiles(), language), strict=True):
        packed = shown.fragment.removeprefix("#facts=z.")
        text = zlib.decompress(urlsafe_b64decode(packed + "=" * (-len(packed) % 4)), -15)
        assert json.loads(text) == profile.applications[language]
        assert amounts.unbroken(shown.total) in shown.results
        assert "../../2020-03-16/" in shown.results


def test_an_example_that_states_what_cannot_be_stops_the_build() -> None:
    profile = profiles()[0]
    wrong: Any = json.loads(json.dumps(profile.applications))
    wrong["zh"]["claims"][0]["facts"]["actual_input"] = "-1"
    with pytest.raises(ExampleError, match="equipment-maker"):
        show(document(), [Profile(profile.key, profile.name, profile.about, wrong)], "zh")
