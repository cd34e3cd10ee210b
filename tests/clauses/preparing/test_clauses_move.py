"""Clauses that are dropped, new, moved or merged: every reference follows the content."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from clauses.folder import CLAUSES
from clauses.preparing.errors import PreparingError
from clauses.preparing.pairing import Answer, read_answers
from clauses.preparing.pending import entries_of
from clauses.preparing.revise import Prepared
from clauses.preparing.telling import told_prepared
from clauses.yaml12 import load
from tests.clauses.preparing.conftest import FORMER, changed_source, former_policy

Prepare = Callable[..., Prepared]
MADE = Path(__file__).parents[1] / "revision" / "made"
TELEPHONE = "138" + "1234" * 2
"""Of nobody: no file of the project holds a whole number of a mobile telephone."""
_START = re.compile(r"^[0-9]{1,2}、")


def renumbered(text: str, without: tuple[int, ...] = (), from_: int = 0) -> str:
    """Number the clauses of a text again after one, without some of them."""
    lines, number, skipping = [], from_, False
    for line in text.split("\n"):
        if match := re.match(r"^([0-9]{1,2})、", line):
            skipping = int(match[1]) in without
            number += not skipping
            line = _START.sub(f"{number}、", line)
        elif re.match(r"^[一二三四五六]、|^本政策|^¹", line):
            skipping = False
        if not skipping:
            lines.append(line)
    return "\n".join(lines)


def data(made: Prepared, name: str) -> object:
    content = made.files[name]
    return load(content if isinstance(content, str) else content.decode())


def waiting(made: Prepared) -> set[str]:
    return {f"{one.kind} {one.file} {one.key}" for one in entries_of(made.notes)}


@pytest.fixture(scope="module")
def source() -> str:
    return changed_source(())


def test_a_dropped_clause_takes_its_awards_along(prepared: Prepare, source: str) -> None:
    made = prepared(renumbered(source, without=(4,)))
    assert made.gone == ["04-application-scenario", "04-tech-promotion"]
    assert "41.yml" not in made.files
    for name, content in made.files.items():
        if name.endswith((".yml", ".json")) and name != "unclaimed.yml":
            text = content if isinstance(content, str) else content.decode()
            assert not re.search(r"award: 04-|\[04-|, 04-|id: 04-", text), name


def test_ids_and_keys_stay_while_numbers_change(prepared: Prepare, source: str) -> None:
    made = prepared(renumbered(source, without=(4,)))
    fifth = data(made, "05.yml")
    assert isinstance(fifth, dict)
    assert (fifth["number"], fifth["key"]) == (5, "digital-transformation")
    assert fifth["awards"][0]["id"] == "06-digital-workshop"
    assert fifth["paragraphs"][0]["zh"].startswith("5、")
    assert fifth["paragraphs"][0]["en"].startswith("5. ")


def test_readings_chapters_and_prose_follow(prepared: Prepare, source: str) -> None:
    made = prepared(renumbered(source, without=(4,)))
    readings = data(made, "readings.yml")
    assert isinstance(readings, dict)
    by_id = {one["id"]: one for one in readings["readings"]}
    assert by_id["A04"]["clauses"] == [7]
    assert "第7条“再给予最高200万元”" in by_id["A04"]["point"]["zh"]
    assert "in clause 7 fit" in by_id["A04"]["point"]["en"]
    policy = data(made, "policy.yml")
    assert isinstance(policy, dict)
    assert [one["clauses"][0] for one in policy["chapters"]] == [1, 5, 13, 24, 29, 38]
    assert "stale policy.yml oddities[4]" in waiting(made), "it names the clause that is gone"


def test_our_notes_follow_the_numbers_and_name_no_clause_that_is_gone(
    prepared: Prepare, source: str
) -> None:
    made = prepared(renumbered(source, without=(4,)))
    own = "".join(str(data(made, f"{n:02d}.yml")) for n in (7, 13))
    assert "第7条的项目" in own
    assert "under clause 7" in own
    assert "第3条限于设备" in own  # before the gap, it stays
    assert not any(one.endswith("07.yml awards[08-demo-topup]") for one in waiting(made))
    without = prepared(renumbered(source, without=(10,)))
    assert "stale 08.yml awards[08-demo-topup]" in waiting(without)  # its hint names clause 10


def test_a_topic_that_speaks_of_what_is_gone_waits(prepared: Prepare, source: str) -> None:
    topic = "stale topics.yml topics[{}]".format
    gone = prepared(renumbered(source, without=(10,)))
    assert topic("service-design") in waiting(gone)
    note = next(one for one in gone.notes if one.file == "topics.yml")
    assert "服务型制造" in note.old
    assert "工业设计" not in note.old  # clause 11 still gives it
    kept = prepared(renumbered(source, without=(1,)))
    assert kept.gone
    assert not any(one.startswith("stale topics.yml") for one in waiting(kept))


def test_a_new_clause_is_a_file_to_be_written(prepared: Prepare, source: str) -> None:
    new = "99、支持海洋装备。对首台套研制企业，市级财政给予最高800万元奖励。（责任部门：市经信局）"
    made = prepared(renumbered(source.replace("5、大力提升", f"{new}\n\n5、大力提升")))
    fifth = data(made, "05.yml")
    assert isinstance(fifth, dict)
    assert fifth["title"] == {"zh": "支持海洋装备", "en": "TODO"}
    assert fifth["paragraphs"][0]["departments"] == ["economy"]
    assert {"empty 05.yml key", "empty 05.yml title", "empty 05.yml paragraphs[0]"} <= waiting(made)


def test_a_merged_clause_keeps_the_awards_of_both(prepared: Prepare, source: str) -> None:
    start = source.index("29、")
    paragraph = source[start : source.index("\n", start)]
    rest = source.replace(paragraph, "")
    end = rest.index("\n", rest.index("28、"))
    made = prepared(renumbered(f"{rest[:end]}\n\n{paragraph[3:]}{rest[end:]}"))
    clause = data(made, "28.yml")
    assert isinstance(clause, dict)
    assert [one["id"] for one in clause["awards"]] == [
        "28-platform-construction", "28-platform-title", "29-cluster-organisation",
        "29-cluster-match",
    ]  # fmt: skip
    assert [one["paragraph"] for one in clause["awards"]] == [1, 1, 2, 2]
    assert waiting(made) == {"proposed policy.yml status"}


def test_a_paragraph_that_moved_takes_its_translation_along(prepared: Prepare, source: str) -> None:
    moved = (
        "推进5G等信息通信、加氢站等新能源汽车的基础设施建设。\n"
        "(责任部门:市经信局、市发改委、市大数据局)\n\n"
    )
    assert moved in source
    made = prepared(source.replace(moved, "").replace("9、", f"{moved}9、", 1))
    clause = data(made, "08.yml")
    assert isinstance(clause, dict)
    assert clause["paragraphs"][1]["en"].startswith("Advance the construction")
    assert waiting(made) == {"proposed policy.yml status"}


def test_what_is_not_sure_is_asked_and_nothing_is_made(prepared: Prepare) -> None:
    text = (MADE / "issued.txt").read_text("utf-8")
    made = prepared(text)
    assert [(one.old, one.new) for one in made.questions] == [(10, None)]
    assert made.files == {}
    answered = prepared(text, [Answer(10, None)])
    assert answered.questions == []
    assert "10-service-manufacturing" in answered.gone
    assert "policy.yml" in answered.files


@pytest.mark.parametrize("text", ["12", "12=", "x=3", "none=none", "1=2=3"])
def test_an_answer_has_two_numbers(text: str) -> None:
    with pytest.raises(PreparingError) as told:
        read_answers([text], None)
    assert told.value.name == "answer-form"


def test_an_answer_names_clauses_that_are_there(prepared: Prepare, source: str) -> None:
    with pytest.raises(PreparingError) as told:
        prepared(source, [Answer(77, 3)])
    assert told.value.name == "answer-clause"


def test_a_telephone_number_within_a_paragraph_is_refused(prepared: Prepare, source: str) -> None:
    with pytest.raises(PreparingError) as told:
        prepared(
            source.replace(
                "现再次征求意见。", f"现再次征求意见，请致电{TELEPHONE}告知，" + "谢谢" * 30
            )
        )
    assert told.value.name == "prepare-personal"
    assert TELEPHONE not in str(told.value)


def test_a_clause_that_came_out_of_another_says_so(prepared: Prepare, source: str) -> None:
    """Paragraph 2 of clause 17 becomes clause 42."""
    made = prepared(split_off(source))
    written = data(made, "42.yml")
    assert isinstance(written, dict)
    former = load((CLAUSES / FORMER / "17.yml").read_text("utf-8"))
    assert written["from"] == [former["key"]]
    assert list(written)[:4] == ["number", "key", "from", "title"]
    ids = [one["id"] for one in former["awards"] if one["paragraph"] == 2]
    assert ids
    assert [one["id"] for one in written["awards"]] == ids


def split_off(source: str) -> str:
    """Put the second paragraph of clause 17 behind clause 41."""
    policy = former_policy()
    second = next(one for one in policy.clauses if one.number == 17).paragraphs[1].zh
    start = source.index("\n", source.index("\n17、") + 1)
    end = source.index("\n18、")
    closing = re.search(r"^本政策", source[end:], re.M)
    assert closing
    at = end + closing.start()
    return source[:start] + "\n" + source[end:at] + f"42、{second}\n\n" + source[at:]


def test_a_clause_in_two_lists_what_speaks_of_it(prepared: Prepare, source: str) -> None:
    """The further reward of clause 8 becomes clause 9; what it adds to stays."""
    start = source.index("对获评国家级、省级示范项目的")
    made = prepared(f"{source[:start]}\n\n{renumbered(f'8、开展示范。{source[start:]}', from_=8)}")
    waits = waiting(made)
    assert "stale 09.yml awards[08-demo-topup]" in waits
    assert {f"stale readings.yml readings[{id_}]" for id_ in ("A04", "A17", "A19")} <= waits
    made.pending = entries_of(made.notes)
    told = told_prepared(made, "zh", dry=True)
    assert "第8条 → 第8、9条" in told
    assert "第8条 → 第8条" not in told
    held = {words for one in made.notes for words in one.held}
    assert "最高200万元" not in held, "it only went to the other clause"
