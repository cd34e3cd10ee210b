"""What a Word file shows by other means than plain letters is read, or named with its place."""

from pathlib import Path

import pytest

from clauses.messages import Language
from clauses.revision.differences import differences
from clauses.revision.summary import summary
from clauses.revision.texts import ParsedText, read_whole_text
from tests.clauses.revision.test_files import paragraph, part, run, word_file
from tests.clauses.revision.texts import paragraphs

MATHS = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
COMPATIBLE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def read(path: Path, content: str, **others: str) -> ParsedText:
    """Read a text whose first clause gives what the XML of some runs says."""
    blocks = [paragraph(one) for one in paragraphs()]
    blocks[4] = paragraph(run("1、支持企业发展。给予") + content + run("奖励。"))
    return read_whole_text(word_file(path / "text.docx", blocks, **others))


def given(found: ParsedText) -> str:
    """Return what its first clause gives."""
    return found.text.clauses[0].paragraphs[0].removeprefix("支持企业发展。给予")


@pytest.mark.parametrize("mark", ["<w:strike/>", "<w:dstrike/>"])
def test_words_struck_through_are_left_out_and_named(tmp_path: Path, mark: str) -> None:
    found = read(tmp_path, run("最高100万元", mark) + run("最高50万元"))
    assert given(found) == "最高50万元奖励。"
    assert found.struck == ("最高100万元",)


def test_words_struck_or_hidden_by_a_style_are_left_out(tmp_path: Path) -> None:
    styles = part(
        "styles",
        '<w:style w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style>'
        '<w:style w:styleId="Old"><w:basedOn w:val="Gone"/></w:style>'
        '<w:style w:styleId="Away"><w:rPr><w:vanish/></w:rPr></w:style>',
    )
    struck, hidden = '<w:rStyle w:val="Old"/>', '<w:rStyle w:val="Away"/>'
    content = (
        run("最高100万元", struck)
        + run("（待定）", hidden)
        + run("最高50万元", f'{struck}<w:strike w:val="0"/>')
    )
    found = read(tmp_path, content, styles=styles)
    assert (given(found), found.struck, found.hidden) == (
        "最高50万元奖励。", ("最高100万元",), ("（待定）",),
    )  # fmt: skip


def test_an_endnote_is_read_like_a_footnote(tmp_path: Path) -> None:
    note = '<w:r><w:endnoteReference w:id="2"/></w:r>'
    notes = part("endnotes", f'<w:endnote w:id="2">{paragraph("指当年度奖励")}</w:endnote>')
    found = read(tmp_path, run("最高50万元") + note, endnotes=notes)
    assert given(found) == "最高50万元¹奖励。"
    assert found.text.footnotes == ("¹指当年度奖励",)
    assert found.beside == {"endnote": 1}


@pytest.mark.parametrize(
    ("font", "code", "read_as"),
    [
        ("Symbol", "F0A3", "≤"),
        ("Symbol", "F035", "5"),
        ("SimSun", "2265", "≥"),
        ("宋体", "4E00", "一"),
    ],
)
def test_a_symbol_of_a_font_is_read(tmp_path: Path, font: str, code: str, read_as: str) -> None:
    found = read(
        tmp_path, run("（") + f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>' + run("）")
    )
    assert (given(found), found.unread) == (f"（{read_as}）奖励。", ())


def test_a_symbol_that_cannot_be_read_is_named_with_its_place(tmp_path: Path) -> None:
    content = run("最高") + '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>' + run("50万元")
    found = read(tmp_path, content)
    assert given(found) == "最高□50万元奖励。"
    assert found.unread == ("业发展。给予最高□50万元奖励。",)


def test_a_formula_is_read_in_one_line_and_named(tmp_path: Path) -> None:
    def letters(words: str) -> str:
        return f"<m:r><m:t>{words}</m:t></m:r>"

    content = (
        f"<m:oMath {MATHS}>{letters('奖励=')}<m:f><m:num>{letters('投入+利息')}</m:num>"
        f"<m:den>{letters('2')}</m:den></m:f></m:oMath>"
    )
    found = read(tmp_path, run("（") + content + run("）"))
    assert given(found) == "（奖励=（投入+利息）/2）奖励。"
    assert found.formulas == ("奖励=(投入+利息)/2",)


def test_words_with_their_pronunciation_and_another_way_to_show_them_are_read(
    tmp_path: Path,
) -> None:
    above, below = f"<w:rt>{run('zuì')}</w:rt>", f"<w:rubyBase>{run('最高')}</w:rubyBase>"
    spoken = f"<w:r><w:ruby>{above}{below}</w:ruby></w:r>"
    other = (
        f"<w:r><mc:AlternateContent {COMPATIBLE}><mc:Choice/><mc:Fallback><w:t>50万元</w:t>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert given(read(tmp_path, spoken + other)) == "最高50万元奖励。"


def test_a_picture_is_counted(tmp_path: Path) -> None:
    found = read(tmp_path, run("最高50万元") + "<w:r><w:drawing/></w:r>")
    assert found.beside == {"picture": 1}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_was_left_out_or_not_read_is_told(tmp_path: Path, language: Language) -> None:
    content = (
        run("最高100万元", "<w:strike/>") + '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'
    )
    read(tmp_path, content)
    file = str(tmp_path / "text.docx")
    told = summary(differences(file, file), language)
    assert "最高100万元" in told
    assert "给予□奖励" in told
