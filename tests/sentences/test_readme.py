"""Every example of `clauses/README.md` passes the check and gives the sum that stands there."""

import re
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from clauses.figure_pattern import UNITS
from clauses.notation import read_figure
from clauses.yaml12 import load
from eligibility.mechanisms import MECHANISMS
from eligibility.mechanisms.parts import PARTS
from tests.imports import ROOT
from tests.sentences.encoded import amount, encoded, result

TEXT = (ROOT / "clauses" / "README.md").read_text("utf-8")
EXAMPLE = re.compile(r"^> (.+)\n\n```yaml\n(sum:[^`]+)```\n\n((?:- .+ → .+\n)+)", re.M)
AWARD = re.compile(r"^```yaml\n(awards:[^`]+)```", re.M)
EXAMPLES = EXAMPLE.findall(TEXT)
CONDITIONS = re.findall(r"^\| .+? \| (.+?) \| (`\{fact: .+`) \| `(\{.+\})` \|$", TEXT, re.M)
TYPES = {
    "money": "money",
    "share": "percentage",
    "area": "area",
    "years": "years",
    "count": "count",
    "months": "count",
}


def read_answer(words: str) -> tuple[str, Any]:
    """Return the type of a fact and its answer, as `30人`, `4%`, `yes` or `national` tell."""
    if words in ("yes", "no"):
        return "yes-no", words == "yes"
    if words in ("national", "provincial"):
        return "level", words
    figure = read_figure(words)
    if figure.measure == "date":
        return "date", date.fromordinal(int(figure.value)).isoformat()
    return TYPES[figure.measure], f"{figure.value:f}"


def test_both_languages_have_the_same_examples() -> None:
    half = len(EXAMPLES) // 2
    assert EXAMPLES[:half] == EXAMPLES[half:]
    assert half >= 16


@pytest.mark.parametrize("half", TEXT.split("\n## English\n"), ids=["zh", "en"])
def test_every_key_of_a_sum_is_explained_in_both_languages(half: str) -> None:
    fields = [field.path for one in MECHANISMS.values() for field in one.declared.fields]
    keys = {key for path in fields for key in path}
    keys |= {field.key for one in PARTS.values() for field in one.declared.fields}
    assert {key for key in keys if not re.search(rf"\b{key}: |`{key}`", half)} == set()


@pytest.mark.parametrize("half", TEXT.split("\n## English\n"), ids=["zh", "en"])
def test_every_unit_that_makes_a_figure_is_named_in_both_languages(half: str) -> None:
    (named,) = re.findall(
        r"^(?:数字是数和单位：|A figure is a number with its unit: )([^。.]+)", half, re.M
    )
    words = set(re.split("[、，；,; \n]+", named))
    follow_from_others = {"万平方米", "百分点", "年期", "强"}
    assert UNITS.keys() - follow_from_others <= words


def test_every_folder_of_code_is_named() -> None:
    folders = {path.parent.name for path in (ROOT / "clauses").glob("*/__init__.py")}
    assert set(re.findall(r"^\| `(\w+)/` \|", TEXT, re.M)) == folders


def test_both_languages_have_the_same_conditions() -> None:
    half = len(CONDITIONS) // 2
    assert CONDITIONS[:half] == CONDITIONS[half:]
    told = [told for *_, facts in CONDITIONS for told in load(facts).values()]
    types = {"code" if isinstance(one, dict) else one.split()[0] for one in told}
    assert types >= {*TYPES.values(), "yes-no", "level", "star", "code", "quantity", "date"}


@pytest.mark.parametrize(("text", "written", "facts"), CONDITIONS[: len(CONDITIONS) // 2])
def test_a_condition_passes_the_check(text: str, written: str, facts: str, tmp_path: Path) -> None:
    when = [{"words": text, **load(one.strip("`"))} for one in written.split("<br>")]
    sentence = f"对{text}的企业，给予5万元奖励。"
    entry = {"zh": sentence, "facts": load(facts), "when": when, "sum": {"amount": "5万元"}}
    found = encoded(entry, tmp_path)
    assert (found.faults, found.unclaimed) == ([], [])


def test_the_whole_award_passes_the_check_and_pays(tmp_path: Path) -> None:
    chinese, english = AWARD.findall(TEXT)
    assert chinese == english
    (award,) = load(chinese)["awards"]
    done = encoded({"zh": award["quote"]["zh"], **award}, tmp_path)
    assert (done.faults, done.unclaimed) == ([], [])
    assert done.award is not None
    assert amount(result(done.award, {"recognised": True})) == 200_000
    assert amount(result(done.award, {"recognised": False})) == 0


@pytest.mark.parametrize(("sentence", "written", "rows"), EXAMPLES[: len(EXAMPLES) // 2])
def test_an_example_gives_the_sum_that_stands_there(
    sentence: str, written: str, rows: str, tmp_path: Path
) -> None:
    cases = []
    facts: dict[str, str] = {}
    for row in rows.splitlines():
        stated, _, due = row.removeprefix("- ").partition(" → ")
        answers = {}
        for name, label, words in re.findall(r"`([a-z_]+)`(?:（(.+?)）| )([^，]+)", stated):
            kind, answers[name] = read_answer(words)
            facts[name] = f"{kind} {label}".strip()
        cases.append((answers, read_figure(due).value))
    entry = {"zh": sentence, "facts": facts, **load(written)}
    for wording in ("exact", "ceiling", "floor"):
        found = encoded({**entry, "wording": wording}, tmp_path)
        if not any(fault.startswith("wording:") for fault in found.faults):
            break
    assert found.faults == []
    assert found.unclaimed == []
    assert found.award is not None
    for answers, sum_due in cases:
        assert amount(result(found.award, answers)) == Fraction(sum_due)
