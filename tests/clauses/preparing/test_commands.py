"""`revise`, `revise new` and `renumber` as staff run them: what they say, and what stops them."""

import pytest

import build
from clauses.folder import all_editions
from tests.killed_revisions import FORMER, NEW, RENUMBER, REVISE, House, at_once, full, killed


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return House(tmp_path_factory.mktemp("commands") / "政策 项目")


def run(house: House, *command: str) -> tuple[int, str, str]:
    started = house.start(command)
    out, err = started.communicate()
    assert "Traceback" not in err, err
    return started.returncode, out, err


def test_a_revision_stopped_at_any_moment_leaves_editions_whole(house: House) -> None:
    house.without_new()
    made = house.finish(REVISE)
    assert killed(house, REVISE, {}, made, 1.0) == ""
    assert full(house, REVISE, {}, 5_000) == ""
    assert at_once(house, REVISE, made) == ""


def test_a_renumbering_on_a_full_disk_leaves_the_edition_as_it_was(house: House) -> None:
    house.without_new()
    made = house.finish(("revise", "new", NEW))
    assert full(house, RENUMBER, made, 5_000) == ""


def test_a_copy_is_made_edited_and_finished(house: House) -> None:
    house.without_new()
    status, out, _ = run(house, "revise", "new", NEW, "--lang", "zh")
    assert status == 0
    assert f"clauses/{NEW}/" in out
    assert FORMER in out
    held, made = house.content(FORMER), house.content(NEW)
    assert {*held, "pending.yml"} - {*made} <= {"mutation-scores.json"}
    assert {name for name in held if name in made and held[name] != made[name]} == {"policy.yml"}
    status, out, _ = run(house, "check", "--edition", NEW)
    assert "2 place(s) wait" in out
    command = [word for word in out.split() if word.startswith("policy-")]
    status, out, _ = run(house, "confirm", NEW, *command)
    assert status == 0
    assert (f"{NEW} is finished" in out) == ("pending.yml" not in house.content(NEW))
    assert "is finished" in out


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("revise", "new"), "--date 2021-01-01"),
        (("revise", "new", "2021-13-01"), "2021-13-01"),
        (("revise", "new", FORMER), "not after"),
        (("revise", "new", NEW, "--from", "2019-01-01"), "2019-01-01"),
        (("revise", "text.txt", "2021-01-01"), "--date 2021-01-01"),
        (("revise", "nowhere.docx", "--date", NEW), "nowhere.docx"),
        (("renumber", FORMER, "3", "4"), "is finished"),
        (("renumber", "1999-01-01", "3", "4"), "1999-01-01"),
    ],
)
def test_wrong_use_says_what_to_write(
    command: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = all_editions()
    assert build.main([*command, "--lang", "en"]) == 2
    told = capsys.readouterr()
    assert (told.out, all_editions()) == ("", before)
    assert said in told.err


def test_a_second_copy_does_not_write_over_the_first(house: House) -> None:
    house.put({"mine.yml": b"a: 1\n"})
    status, _, err = run(house, "revise", "new", NEW)
    assert (status, house.content(NEW)) == (2, {"mine.yml": b"a: 1\n"})
    assert "move its folder away" in err
