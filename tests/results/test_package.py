"""The package runs from an archive, as in the browser, and loads little until a page is needed."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import amounts
import results
from tests.policy import document
from tests.results import samples

FOLDERS = [Path(str(package.__file__)).parent for package in (amounts, results)]

SCRIPT = """
import json, sys
sys.path.insert(0, sys.argv[1])
import results
assert ".zip" in results.__file__
assert "jinja2" not in sys.modules
document, application, assessment = json.load(sys.stdin)
memo = results.memo(document, application, assessment, "zh")
assert "jinja2" not in sys.modules
page = results.page(document, application, assessment, "en")
json.dump([memo, page], sys.stdout)
"""


def test_it_runs_from_an_archive_and_loads_its_templates_with_the_first_page(
    tmp_path: Path,
) -> None:
    archive = tmp_path / "results.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for folder in FOLDERS:
            for path in sorted(folder.rglob("*.*")):
                if path.suffix in (".py", ".json", ".html"):
                    packed.write(path, path.relative_to(folder.parent))
    application = samples.application(samples.INVESTMENT)
    given = json.dumps([document(), application, samples.INVESTMENT])
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", SCRIPT, str(archive)],
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    memo, page = json.loads(ran.stdout)
    assert memo == results.memo(document(), application, samples.INVESTMENT, "zh")
    assert page == results.page(document(), application, samples.INVESTMENT, "en")


def test_the_same_assessment_gives_the_same_page() -> None:
    application = samples.application(samples.APART)
    pages = {
        results.page(document(), application, samples.APART, language)
        for language in ("zh", "zh", "en")
    }
    assert len(pages) == 2
