"""What the site offers to programs: each file where the page links it, each snippet as tested."""

import json
import re
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest

from clauses.document import PolicyDocument
from docs.site.inserts import SNIPPETS, Inserts, MarkError
from docs.site.language import EN, LANGUAGES, ZH, Language
from docs.site.programs import Programs
from eligibility.codes import STATUSES
from results.words import catalogue
from wizard.packing.runtime import ROOT

TESTED = (
    ROOT / "tests" / "wizard" / "test_wheel.py",
    ROOT / "tests" / "browser" / "test_own_page.py",
)
"""Where the snippets are run."""


@pytest.fixture(scope="module")
def programs(policy: PolicyDocument) -> Programs:
    return Programs.of(policy)


def page(site: Path, language: Language, name: str) -> str:
    return (site / language.folder / name / "index.html").read_text("utf-8")


def blocks(html: str) -> list[str]:
    """Return the blocks of code on a page, as a reader copies them."""
    return [
        unescape(text)
        for text in re.findall(r'<pre class="code"[^>]*><code[^>]*>(.*?)</code>', html, re.S)
    ]


def test_every_file_stands_at_its_address(built: Path, programs: Programs) -> None:
    for path, content in programs.files.items():
        assert (built / path).read_bytes() == content
    found = {
        path.relative_to(built).as_posix()
        for folder in ("contract", "compute")
        for path in (built / folder).iterdir()
        if path.name != "index.html"
    }
    assert found == set(programs.files)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_file_is_linked_and_the_downloads_have_their_digests(
    built: Path, programs: Programs, language: Language
) -> None:
    linked: set[str] = set()
    for name in ("contract", "compute"):
        here = built / language.folder / name
        addresses = re.findall(r'<a href="([^"]+)" download>', page(built, language, name))
        linked |= {(here / address).resolve().relative_to(built.resolve()).as_posix()
                   for address in addresses}  # fmt: skip
    assert linked == set(programs.files)
    digests = re.findall(
        r'<code class="digest">([0-9a-f]{64})</code>', page(built, language, "compute")
    )
    downloads = [path for path in programs.files if path.startswith("compute/")]
    downloads.append("contract/application.json")
    assert set(digests) == {sha256(programs.files[path]).hexdigest() for path in downloads}


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_page_shows_each_snippet_as_the_tests_run_it(
    built: Path, programs: Programs, language: Language
) -> None:
    inserts = Inserts(programs, language, "compute/")
    names = sorted(path.name for path in SNIPPETS.iterdir() if path.is_file())
    shown = blocks(page(built, language, "compute"))
    assert sorted(shown) == sorted(inserts.snippet(name).rstrip() for name in names)
    tests = "".join(path.read_text("utf-8") for path in TESTED)
    assert [name for name in names if f'"{name}"' not in tests] == []


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_contract_shows_the_example_as_it_is_computed(
    built: Path, programs: Programs, language: Language
) -> None:
    application, assessment, step = map(json.loads, blocks(page(built, language, "contract")))
    assert application == json.loads(programs.files["contract/application.json"])
    computed = json.loads(programs.files["contract/assessment.json"])
    assert step in computed["awards"][0]["steps"]
    for award in computed["awards"]:
        award["steps"] = ["…"] if award["steps"] else []
    assert assessment == computed


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_contract_tells_every_status_in_order(built: Path, language: Language) -> None:
    html = page(built, language, "contract")
    table = html[html.index("<tbody>") : html.index("</tbody>")]
    assert tuple(re.findall(r"<code>([a-z-]+)</code>", table)) == STATUSES
    for named in catalogue(language.code)["statuses"].values():
        assert named["name"] in unescape(re.sub(r"<span[^>]*>|</span>", "", table))


@pytest.mark.parametrize(
    ("language", "told"),
    [(ZH, ("最多1000项", "最多200万个字符")), (EN, ("at most 1,000 claims", "at most 2,000,000"))],
)
def test_the_contract_tells_the_limits(
    built: Path, language: Language, told: tuple[str, ...]
) -> None:
    html = page(built, language, "contract")
    assert [words for words in told if words not in html] == []
    assert not re.search(r"(<|&lt;){2}[a-z-]+(>|&gt;){2}", html)  # no mark is left


def test_what_the_pages_say_of_the_example_is_so(programs: Programs) -> None:
    """The prose beside the example names its figures."""
    first, second = programs.assessment["awards"]
    assert (first["amount"], first["status"]) == ("22999999.50", "payable")
    assert second["missing"] == ["level"]
    for code, million in (("zh", "2400万元"), ("en", "24,000,000 yuan")):
        text = (ROOT / "docs" / code / "contract.md").read_text("utf-8")
        assert million in text
    (rate,) = [step for step in first["steps"] if step["code"] == "rate"]
    assert (rate["params"]["rate"], rate["params"]["amount"]) == ("0.2", "24000000")


@pytest.mark.parametrize("text", ["<<nothing>>", "a <<nothing.py>> b"])
def test_an_unknown_mark_stops_the_build(programs: Programs, text: str) -> None:
    with pytest.raises(MarkError) as error:
        Inserts(programs, EN, "compute/").fill(text)
    assert text.strip("ab ") in error.value.told("en")
