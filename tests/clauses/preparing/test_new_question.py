"""A case that does not answer a question of the new rules is reported, not taken as it is."""

from pathlib import Path

from clauses.preparing.confirm import confirm
from clauses.preparing.copying import copy_edition
from clauses.preparing.progress import progress
from clauses.preparing.telling import told_progress
from tests.clauses.preparing.conftest import FORMER, NEW

EDITION = NEW.isoformat()


def test_an_example_without_the_answer_is_told_and_not_waited_for(
    house: Path, tmp_path: Path
) -> None:
    copy_edition(NEW, house, cache=tmp_path / "cache")
    assert "没有回答新的问题" not in told_progress(progress(house, EDITION), "zh")
    path = house / EDITION / "examples" / "park-operator.yml"
    path.write_text(path.read_text("utf-8").replace("facts: {star: 5}", "facts: {}"), "utf-8")
    former = house / FORMER / "05.yml"  # as if the clause asked this since now
    former.write_text(former.read_text("utf-8").replace("name: star\n", "name: other\n"), "utf-8")
    now = progress(house, EDITION)
    found = [(one.example, one.award, [name for name, _ in one.facts]) for one in now.unanswered]
    assert found == [("park-operator", "05-small-enterprise-park", ["star"])]
    told = told_progress(now, "en")
    assert "examples/park-operator.yml: 05-small-enterprise-park does not answer a new" in told
    assert "star: " in told and not now.cases


def test_a_case_without_the_answer_is_listed_and_confirmed_by_its_id_only(
    house: Path, tmp_path: Path
) -> None:
    copy_edition(NEW, house, cache=tmp_path / "cache")
    path = house / EDITION / "cases" / "07.yml"
    before = path.read_text("utf-8").replace("listed: true, ", "", 1)
    path.write_text(before, "utf-8")  # as if the clause asked this since now
    told = told_progress(progress(house, EDITION), "zh")
    assert "其中下列1个算例没有回答新的问题" in told
    assert "请补写：listed：" in told
    assert "confirm" in told
    done = confirm(house, EDITION, all_proposed=True, all_cases=True, cache=tmp_path / "cache")
    assert [[name for name, _ in case.asks] for case in done.left.cases] == [["listed"]]
    assert path.read_text("utf-8") == before
    confirm(house, EDITION, [case.id for case in done.left.cases], cache=tmp_path / "cache")
    assert "needs-facts" in path.read_text("utf-8")
