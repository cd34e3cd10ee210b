"""Redlines of any two texts: nothing is lost, both directions mirror, figures stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauses.revision.figures import figures
from clauses.revision.redline import RedlinePiece, chinese_pieces, english_pieces, redline

SNIPPETS = [
    "给予",
    "最高",
    "3000万元",
    "2000万元",
    "20%",
    "5个",
    "，",
    "。",
    "企业",
    "首次",
    "（含）以上",
    "的",
]
TEXTS = st.lists(st.sampled_from(SNIPPETS), max_size=12).map("".join)
ENGLISH = st.lists(
    st.sampled_from(["RMB 30 million", "RMB 2", "up to", "20%", "of", ",", "first"]), max_size=10
).map(" ".join)
TURNED = {"same": "same", "old": "new", "new": "old"}


def side(pieces: list[RedlinePiece], op: str) -> str:
    return "".join(piece.words for piece in pieces if piece.op in ("same", op))


def mirror(pieces: list[RedlinePiece]) -> list[RedlinePiece]:
    """Turn each piece; what is struck stands before what is inserted."""
    found: list[RedlinePiece] = []
    for piece in pieces:
        turned = RedlinePiece(TURNED[piece.op], piece.words)  # type: ignore[arg-type]
        if turned.op == "old" and found and found[-1].op == "new":
            found.insert(-1, turned)
        else:
            found.append(turned)
    return found


@given(TEXTS, TEXTS)
def test_both_texts_stand_in_the_redline(old: str, new: str) -> None:
    found = redline(old, new, chinese_pieces)
    assert (side(found, "old"), side(found, "new")) == (old, new)


@given(TEXTS, TEXTS)
def test_there_and_back_are_each_other_s_mirror(old: str, new: str) -> None:
    there, back = (redline(*pair, chinese_pieces) for pair in ((old, new), (new, old)))
    assert mirror(there) == back


@given(ENGLISH, ENGLISH)
def test_the_same_holds_for_english(old: str, new: str) -> None:
    there, back = (redline(*pair, english_pieces) for pair in ((old, new), (new, old)))
    assert (side(there, "old"), side(there, "new")) == (old, new)
    assert mirror(there) == back


@given(TEXTS, TEXTS)
def test_no_figure_is_cut(old: str, new: str) -> None:
    at = 0
    ends = {0}
    for piece in redline(old, new, chinese_pieces):
        if piece.op != "new":
            at += len(piece.words)
            ends.add(at)
    for figure in figures(old):
        assert not any(figure.start < end < figure.end for end in ends)


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert {piece.op for piece in redline(text, text, chinese_pieces)} <= {"same"}


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("给予最高3000万元补助", "给予最高2000万元补助", "给予最高[-3000万元-][+2000万元+]补助"),
        ("首次达到5亿元的", "达到5亿元的", "[-首次-]达到5亿元的"),
        ("10万元/个奖励", "20万元/个奖励", "[-10万元/个-][+20万元/个+]奖励"),
        ("市经信局负责", "市发改委负责", "市[-经信局-][+发改委+]负责"),
        (
            "增长10%（市金融办）（补充）",
            "增长12%（市金融办）",
            "增长[-10%-][+12%+]（市金融办）[-（补充）-]",
        ),
        ("相同。", "相同。新增一句。", "相同。[+新增一句。+]"),
        ("“科技创新2025”", "“科技创新2030”", "“科技创新[-2025-][+2030+]”"),
        ("推进5G应用", "推进5.5G应用", "推进[-5G-][+5.5G+]应用"),
    ],
)
def test_a_redline_reads_as_a_person_would_mark_it(old: str, new: str, shown: str) -> None:
    marks = {"same": "{}", "old": "[-{}-]", "new": "[+{}+]"}
    found = redline(old, new, chinese_pieces)
    assert "".join(marks[piece.op].format(piece.words) for piece in found) == shown
