"""The guides for staff cannot rot: their commands parse, and they quote what the program says."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import build
from clauses.messages import Language, catalogue
from tests.policy import EDITION

ROOT = Path(__file__).parents[2]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
GAP = {"zh": "……", "en": "…"}
"""What a quoted message has in place of a value."""
_VALUE = re.compile(r"\{[^{}]*\}")
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_OF_TEXTS = ("text-", "word-")
_OF_PACKING = ("text-differs",)


GUIDES = ("revising", "measuring")


def guide(language: Language, name: str = "revising") -> str:
    return (ROOT / "docs" / "guides" / f"{name}.{language}.md").read_text("utf-8")


def blocks(text: str, kind: str) -> Iterator[str]:
    return (match[2] for match in _BLOCK.finditer(text) if match[1] == kind)


def commands(language: Language) -> list[str]:
    """Return every command line of all guides, from the blocks of code and from the prose."""
    text = "\n".join(guide(language, name) for name in GUIDES)
    lines = [line for block in blocks(text, "") for line in block.splitlines()]
    lines += _CODE.findall(_BLOCK.sub("", text))
    return [line.removeprefix("py build.py ") for line in lines if line.startswith("py build.py ")]


def messages(language: Language) -> dict[str, str]:
    """Return every message by its name, those of the set-up included."""
    path = ROOT / ".ci" / "project_setup" / f"messages.{language}.json"
    return dict(_leaves(catalogue(language))) | dict(_leaves(json.loads(path.read_text("utf-8"))))


def _leaves(found: Any, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(found, dict):
        for key, value in found.items():
            yield from _leaves(value, f"{name}.{key}" if name else key)
    elif isinstance(found, str):
        yield name, found


def with_gaps(message: str, language: Language) -> str:
    """Write a message as the guide quotes it: a gap for each value, one for several in a row."""
    gap = GAP[language]
    kept = message.replace("{{", "\0").replace("}}", "\1")
    made = _VALUE.sub(gap, kept).replace("\0", "{").replace("\1", "}")
    return re.sub(f"(?:{gap}){{2,}}", gap, made).strip()


def rows(language: Language) -> list[str]:
    """Return the first cells of the tables of messages."""
    last = guide(language).partition("\n## 提示一览\n" if language == "zh"
                                     else "\n## All messages\n")[2]  # fmt: skip
    cells = [line.split("|")[1].strip() for line in last.splitlines() if line.startswith("|")]
    return [cell for cell in cells if cell not in ("---", "提示", "message")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_of_a_guide_parses(
    language: Language, subtests: pytest.Subtests, capsys: pytest.CaptureFixture[str]
) -> None:
    parser = build._parser(language)
    assert len(commands(language)) > 20
    for line in commands(language):
        with subtests.test(line):
            words = shlex.split(line.partition(" > ")[0])
            if words == ["setup"]:
                continue
            try:
                parser.parse_args(words)
            except SystemExit:
                pytest.fail(capsys.readouterr().err)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_option_that_the_prose_names_exists(
    language: Language, subtests: pytest.Subtests
) -> None:
    known = build._parser(language).format_help()
    subparsers = next(a for a in build._parser(language)._actions if a.dest == "command").choices
    known += "".join(sub.format_help() for sub in dict(subparsers or {}).values())
    for code in _CODE.findall("\n".join(guide(language, name) for name in GUIDES)):
        if code.startswith("--"):
            with subtests.test(code):
                assert code.split()[0] in known


def test_both_guides_give_the_same_commands() -> None:
    files = {
        "修订文本.docx": "revised.docx",
        "送审表.html": "sheet.html",
        "清册.xlsx": "roster.xlsx",
        "清单.txt": "list.txt",
        "--lang zh": "--lang en",
    }
    chinese = []
    for line in commands("zh"):
        for zh, en in files.items():
            line = line.replace(zh, en)
        chinese.append(line)
    assert sorted(chinese) == sorted(commands("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_of_the_tables_is_one_of_the_program(
    language: Language, subtests: pytest.Subtests
) -> None:
    known = {with_gaps(message, language) for message in messages(language).values()}
    assert rows(language)
    for row in rows(language):
        with subtests.test(row):
            assert row in known


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_of_a_revision_is_in_the_tables(
    language: Language, subtests: pytest.Subtests
) -> None:
    said = {f"preparing.{key}": text for key, text in catalogue(language)["preparing"].items()
            if isinstance(text, str)}  # fmt: skip
    said |= {name: text for name, text in catalogue(language)["phrases"].items()
             if name.startswith(_OF_TEXTS) and name not in _OF_PACKING}  # fmt: skip
    for name, message in said.items():
        with subtests.test(name):
            assert with_gaps(message, language) in rows(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_output_that_a_guide_shows_is_of_the_form_that_the_program_prints(
    language: Language, subtests: pytest.Subtests
) -> None:
    forms = [
        re.compile(".+".join(map(re.escape, _VALUE.split(message))), re.DOTALL)
        for message in messages(language).values()
        if len(_VALUE.sub("", message).strip()) > 1
    ]
    for block in blocks(guide(language), "text"):
        for line in block.splitlines():
            shown = line.removeprefix("==> ")
            words = re.sub(r" … .+ s$", "", shown)  # a step and its seconds
            if not line.strip(" ….") or line.startswith("  ") or re.fullmatch(r"[\d-]+", shown):
                continue
            with subtests.test(line):
                assert any(form.fullmatch(words) for form in forms)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_of_a_guide_leads_somewhere(
    language: Language, subtests: pytest.Subtests
) -> None:
    text = guide(language)
    heads = {_anchor(line) for line in text.splitlines() if line.startswith("#")}
    for link in _LINK.findall(text):
        with subtests.test(link):
            path, _, anchor = link.partition("#")
            if not path:
                assert anchor in heads
            else:
                assert (ROOT / "docs" / "guides" / path).exists()


def _anchor(heading: str) -> str:
    """Return the anchor that GitHub gives to a heading."""
    words = re.sub(r"[^\w\- ]", "", heading.lstrip("#").strip().lower())
    return words.replace(" ", "-")


def test_the_guides_are_no_pages_of_the_public_site() -> None:
    public = [ROOT / "docs" / language for language in LANGUAGES]
    assert all(folder.is_dir() for folder in public)
    assert not any(folder in (ROOT / "docs" / "guides").parents for folder in public)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_counts_the_edition_in_front_as_check_does(
    language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build.main(["check", "--edition", EDITION, "--lang", language]) == 0
    counted = capsys.readouterr().out.splitlines()[-1]
    without_time = counted.rpartition({"zh": "（", "en": " ("}[language])[0]
    assert without_time in guide(language)
