"""What every test may rely on: one order of the tests, the same each time."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# Node and the packages’ programs stand beside this Python
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
os.environ["LC_ALL"] = "C.UTF-8"  # messages in English, unless a test asks for others
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

# nothing here measures time: a slow machine fails no test
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

BROWSER = Path(__file__).parent / "browser"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the quick tests first and those in the browser last."""
    items.sort(key=lambda item: item.path.is_relative_to(BROWSER))
