"""The policy and a site built from it, once for all tests of the generator."""

from pathlib import Path

import pytest

from clauses.document import PolicyDocument
from docs.site.builder import build_site
from tests.made_once import made_once
from tests.policy import compiled
from wizard.page.profiles import ShownProfile


class StandInWizard:
    """A wizard of one sentence and two files."""

    stylesheet = "assets/wizard/style.css"
    script = "assets/wizard/script.js"

    def page(self, language: str, edition: str) -> str:
        return f'<h1>{language}</h1><form id="wizard-start"><button>1</button></form>'

    def examples(self, language: str, edition: str) -> list[ShownProfile]:
        return [
            ShownProfile("maker", f"maker {language}", "about", "sum", "#facts=z.abc",
                  [{"number": "1", "award": "a", "subject": "s", "question": "q", "answer": "r"}],
                  '<section class="results" lang="en"><h2 id="x">found</h2></section>')
        ]  # fmt: skip

    def install(self, out: Path) -> None:
        folder = out / "assets" / "wizard"
        folder.mkdir(parents=True)
        (folder / "style.css").write_text("")
        (folder / "script.js").write_text("")


@pytest.fixture(scope="session")
def policy() -> PolicyDocument:
    return compiled()


@pytest.fixture(scope="session")
def built(policy: PolicyDocument, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site for any place, with a wizard."""

    def build(folder: Path) -> None:
        build_site(policy, folder / "out", wizard=StandInWizard())

    return made_once(tmp_path_factory, "built", build) / "out"


@pytest.fixture(scope="session")
def addressed(policy: PolicyDocument, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site for a known address, without a wizard."""

    def build(folder: Path) -> None:
        build_site(policy, folder / "out", url="https://www.example.org/policy")

    return made_once(tmp_path_factory, "addressed", build) / "out"
