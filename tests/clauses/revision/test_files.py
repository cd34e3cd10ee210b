"""Files as offices send them: encodings, Word, and what is reported with what to do."""

import io
import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from clauses.revision.differences import differences
from clauses.revision.plain_text import TextError
from clauses.revision.summary import summary
from clauses.revision.texts import read_whole_text
from clauses.revision.word_numbering import chinese
from tests.clauses.revision.texts import paragraphs, written

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT = written(paragraphs())


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    inner = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def part(tag: str, content: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><w:{tag} xmlns:w="{NAMESPACE}">{content}</w:{tag}>'
    )


def word_file(path: Path, blocks: list[str], **others: str) -> Path:
    """Write a Word file from the XML of its blocks."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        document = part("document", f"<w:body>{''.join(blocks)}</w:body>")
        archive.writestr("word/document.xml", document)
        for name, xml in others.items():
            archive.writestr(f"word/{name}.xml", xml)
    path.write_bytes(content.getvalue())
    return path


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"]
)
def test_a_text_is_read_in_the_encodings_of_offices(tmp_path: Path, encoding: str) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text(TEXT, encoding="utf-8")
    file = tmp_path / "text.txt"
    file.write_bytes(TEXT.replace("\n", "\r\n").encode(encoding))
    assert read_whole_text(file).text == read_whole_text(plain).text


@pytest.mark.parametrize(
    ("mark", "marked"),
    [
        (r"^([一二])、", r"## \1、"),
        (r"^([0-9]+、[^。]*。)", r"**\1**"),
        (r"^([0-9]+)、", r"\1\\."),
        (r"^(推进加氢站)", r"- \1"),
        (r"^(本政策)", r"> \1"),
        (r"^(某市)", r"# \1"),
    ],
)
def test_marks_of_markdown_are_no_part_of_a_text(tmp_path: Path, mark: str, marked: str) -> None:
    plain, file = tmp_path / "plain.txt", tmp_path / "text.md"
    plain.write_text(TEXT, encoding="utf-8")
    written_so, count = re.subn(mark, marked, TEXT, flags=re.MULTILINE)
    assert count
    file.write_text(written_so, encoding="utf-8")
    assert read_whole_text(file).text == read_whole_text(plain).text


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "empty"),
        (b"\xd0\xcf\x11\xe0rest", "save it as .docx"),
        (b"%PDF-1.4", "a PDF"),
        (b"{\\rtf1", "RTF"),
        (b"PK\x03\x04broken", "damaged"),
        (b"\xff\xff\x81\x30", "neither UTF-8"),
        ("没有条款的文字。".encode(), "0 numbered clauses"),
        (
            "关于修改实施意见的通知\n\n一、将第三条修改为：“给予最高2000万元补助”。\n\n二、删除第四条。".encode(),
            "amends another",
        ),
    ],
)
def test_what_is_no_whole_text_is_refused_with_what_to_do(
    tmp_path: Path, content: bytes, told: str
) -> None:
    file = tmp_path / "text.txt"
    file.write_bytes(content)
    with pytest.raises(TextError, match=told) as error:
        read_whole_text(file)
    assert error.value.told("zh") != error.value.told("en")


def test_a_folder_and_a_missing_file_are_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.txt"):
        with pytest.raises(TextError, match="no such file"):
            read_whole_text(path)


def test_a_word_file_is_read_as_its_text(tmp_path: Path) -> None:
    file = word_file(tmp_path / "text.docx", [paragraph(one) for one in paragraphs()])
    plain = tmp_path / "plain.txt"
    plain.write_text(TEXT, encoding="utf-8")
    assert read_whole_text(file).text == read_whole_text(plain).text


@pytest.mark.parametrize("tag", ["ins", "del", "moveFrom", "moveTo"])
def test_a_word_file_with_tracked_changes_is_refused(tmp_path: Path, tag: str) -> None:
    text = "delText" if tag == "del" else "t"
    tracked = f'<w:{tag} w:id="1"><w:r><w:{text}>最高3000万元</w:{text}></w:r></w:{tag}>'
    blocks = [paragraph(one) for one in paragraphs()] + [paragraph(run("给予") + tracked)]
    with pytest.raises(TextError, match=r"1 tracked changes .*最高3000万元"):
        read_whole_text(word_file(tmp_path / "text.docx", blocks))


NUMBERING = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>'
    '<w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%2、"/></w:lvl>'
    "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>',
)
STYLES = part(
    "styles",
    '<w:style w:type="paragraph" w:styleId="Clause"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr>'
    '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Own">'
    '<w:basedOn w:val="Clause"/></w:style>',
)


def test_automatic_numbers_are_counted_as_word_counts_them(tmp_path: Path) -> None:
    blocks = []
    for one in paragraphs():
        head, mark, rest = one.partition("、")
        if mark and head in ("一", "二"):
            number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
            blocks.append(paragraph(rest, number))
        elif mark and head.isdigit():
            style = "Own" if int(head) % 2 else "Clause"
            blocks.append(paragraph(rest, f'<w:pStyle w:val="{style}"/>'))
        else:
            blocks.append(paragraph(one))
    file = word_file(tmp_path / "text.docx", blocks, numbering=NUMBERING, styles=STYLES)
    plain = tmp_path / "plain.txt"
    plain.write_text(TEXT, encoding="utf-8")
    found = read_whole_text(file)
    assert found.text == read_whole_text(plain).text
    assert found.beside["numbered"] == 10


def test_hidden_words_are_left_out_and_named(tmp_path: Path) -> None:
    blocks = [paragraph(one) for one in paragraphs()]
    hidden = run("（内部讨论：改为2000万元）", "<w:vanish/>") + run(
        "（可见）", '<w:vanish w:val="0"/>'
    )
    blocks.append(paragraph(run("本政策由市经信局负责解释，有效期3年。") + hidden))
    found = read_whole_text(word_file(tmp_path / "text.docx", blocks))
    assert found.hidden == ("（内部讨论：改为2000万元）",)
    assert found.text.closing[-1].endswith("（可见）")


@pytest.mark.parametrize("typed", ["1", "①", "¹", "*"])
def test_a_footnote_mark_that_the_author_typed_is_the_mark(tmp_path: Path, typed: str) -> None:
    blocks = [paragraph(one) for one in paragraphs()]
    reference = f'<w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>{typed}</w:t>'
    blocks[4] = paragraph(
        run("1、支持前沿产业") + f"<w:r>{reference}</w:r>" + run("发展。给予最高10万元奖励。")
    )
    note = paragraph(run(typed) + run(" 前沿产业包括5G等"))
    notes = part("footnotes", f'<w:footnote w:id="2">{note}</w:footnote>')
    found = read_whole_text(word_file(tmp_path / "text.docx", blocks, footnotes=notes))
    assert found.text.footnotes == ("¹前沿产业包括5G等",)
    assert found.text.clauses[0].paragraphs[0].startswith("支持前沿产业¹发展。")


def test_footnotes_tables_and_text_boxes_are_kept_and_counted(tmp_path: Path) -> None:
    blocks = [paragraph(one) for one in paragraphs()]
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    blocks[4] = paragraph(run("1、支持前沿产业") + note + run("发展。给予最高10万元奖励。"))
    blocks.append(
        "<w:tbl><w:tr><w:tc>"
        + paragraph("档次")
        + "</w:tc><w:tc>"
        + paragraph("金额")
        + "</w:tc></w:tr></w:tbl>"
    )
    box = (
        "<w:r><w:pict><w:txbxContent>"
        + paragraph("文本框中的话")
        + "</w:txbxContent></w:pict></w:r>"
    )
    blocks.append(paragraph(run("本政策自公布之日起施行。") + box))
    notes = part("footnotes", f'<w:footnote w:id="2">{paragraph("前沿产业包括5G等")}</w:footnote>')
    found = read_whole_text(word_file(tmp_path / "text.docx", blocks, footnotes=notes))
    assert found.beside == {"table": 1, "text-box": 1, "footnote": 1}
    assert found.text.footnotes == ("¹前沿产业包括5G等",)
    assert found.text.clauses[0].paragraphs[0].startswith("支持前沿产业¹发展。")
    assert {"档次金额", "文本框中的话"} <= set(found.text.closing)


def row(*cells: str) -> str:
    """Return the XML of a row; `^` goes on with the cell above, `>` begins one that does."""
    merged = {"^": "<w:vMerge/>", ">": '<w:vMerge w:val="restart"/>'}
    made = (
        f"<w:tcPr>{merged.get(cell[:1], '')}</w:tcPr>{paragraph(run(cell.strip('^>')))}"
        for cell in cells
    )
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in made)}</w:tr>"


TABLES = {
    "with a head": (
        [["序号", "档次", "奖励金额（万元）"], ["1", "国家级", "300"], ["2", "省级", "最高100"]],
        "档次：国家级，奖励金额：300万元；档次：省级，奖励金额：最高100万元。",
    ),
    "without one": (
        [["100亿元", "最高100万元"], ["500亿元", "最高300万元。"]],
        "100亿元，最高100万元；500亿元，最高300万元。",
    ),
    "with a cell through two rows": (
        [["类别", "档次", "补助比例（%）"], [">平台", "国家级", "50"], ["^", "省级", "30（含）"]],
        "类别：平台，档次：国家级，补助比例：50%；类别：平台，档次：省级，补助比例：30%（含）。",
    ),
}


@pytest.mark.parametrize(("rows", "read"), TABLES.values(), ids=TABLES)
@pytest.mark.parametrize("plain", [False, True])
def test_a_table_of_a_clause_is_read_as_a_sentence(
    tmp_path: Path, rows: list[list[str]], read: str, *, plain: bool
) -> None:
    lines = paragraphs()
    at = next(n for n, line in enumerate(lines) if line.startswith("3、"))
    lines[at] = lines[at].replace("。（责任", "。按下表给予奖励：（责任").partition("（责任")[0]
    if plain:
        told = [[cell.strip(">").replace("^", "平台") for cell in one] for one in rows]
        lines[at] += "\n" + "\n".join("\t".join(one) for one in told)
        file = tmp_path / "text.txt"
        file.write_text(written(lines), encoding="utf-8")
    else:
        blocks = [paragraph(line) for line in lines]
        blocks.insert(at + 1, f"<w:tbl>{''.join(row(*one) for one in rows)}</w:tbl>")
        file = word_file(tmp_path / "text.docx", blocks)
    found = read_whole_text(file)
    assert found.text.clauses[2].paragraphs[0].endswith("按下表给予奖励：" + read)
    assert bool(found.tables) is not plain


def test_characters_that_only_look_alike_are_read_and_reported(tmp_path: Path) -> None:
    file = tmp_path / "text.txt"
    file.write_text(TEXT.replace("最高1000万元", "最⾼1O00万元"), encoding="utf-8")
    found = read_whole_text(file)
    plain = tmp_path / "plain.txt"
    plain.write_text(TEXT, encoding="utf-8")
    assert found.text == read_whole_text(plain).text
    assert [(one.found, one.meant) for one in found.healed.look_alikes] == [
        ("⾼", "高"),
        ("O", "0"),
    ]


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (41, "四十一"), (105, "一百零五")],
)
def test_numbers_are_written_in_chinese(number: int, words: str) -> None:
    assert chinese(number) == words


def test_the_comparison_tells_what_was_noticed_in_both_languages(tmp_path: Path) -> None:
    blocks = [paragraph(line) for line in paragraphs()]
    blocks.append(paragraph(run("有效期3年。") + run("（另议）", "<w:vanish/>")))
    new = word_file(tmp_path / "new.docx", blocks)
    old = tmp_path / "old.txt"
    old.write_text(TEXT.replace("最高3000万元", "最⾼3000万元"), encoding="utf-8")
    report = differences(str(old), str(new))
    assert [one["kind"] for one in report["noticed"]] == ["look-alike", "look-alike", "hidden"]
    for language in ("zh", "en"):
        said = summary(report, language)
        assert "⾼" in said and "（另议）" in said


def test_a_file_that_word_holds_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "修订 稿.docx"
    path.write_bytes(b"PK")

    def held(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", held)
    with pytest.raises(TextError) as told:
        read_whole_text(path)
    assert "修订 稿.docx" in told.value.told("zh")
    assert "请先关闭" in told.value.told("zh")
