"""What every test may rely on: one order of the tests, the same each time."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import is_hypothesis_test, settings

from tests.made_once import made_once

# Node and the packages’ programs stand beside this Python
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
os.environ["LC_ALL"] = "C.UTF-8"  # messages in English, unless a test asks for others
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
# a shell starts what runs in the background deaf to Ctrl-C, and all that a test starts would be too
signal.signal(signal.SIGINT, signal.default_int_handler)

# nothing here measures time: a slow machine fails no test
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).parents[1]
SITE = ROOT / "build" / "site-test"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the quick tests first and those in the browser last.

    What Hypothesis makes at random counts for no coverage: the measure is the same in each run, and
    measuring would double the time of these tests.
    """
    items.sort(key=lambda item: item.nodeid.startswith("tests/browser/"))
    for item in items:
        if is_hypothesis_test(getattr(item, "function", None)):
            item.add_marker("no_cover")


@pytest.fixture(scope="session")
def two_editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of two editions with their wizards: the draft, and a text in force in front."""
    from tests.made_editions import site_of_two

    return made_once(tmp_path_factory, "two-editions", site_of_two) / "site"


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest) -> Path:
    """The whole site, built once for all tests of the run.

    `SITE=folder` in the environment tests a site that was built before, as `make test` does: tests
    that run side by side share one.
    """
    if built := os.environ.get("SITE"):
        return Path(built).resolve()
    if "PYTEST_XDIST_WORKER" in os.environ:
        pytest.fail("side by side, the tests need a site that is built: set SITE", pytrace=False)
    command = [sys.executable, str(ROOT / "build.py"), "site", "--out", str(SITE)]
    capture = request.config.pluginmanager.getplugin("capturemanager")
    assert capture is not None
    with capture.global_and_fixture_disabled():
        print()
        done = subprocess.run(command, cwd=ROOT)
    assert done.returncode == 0, "the site could not be built; see above"
    return SITE
