"""The form’s program, as the page asks it."""

import json

import pytest

from answers.session import FormSession
from tests.policy import document


@pytest.fixture(scope="module")
def session() -> FormSession:
    """The session that answers the page."""
    return FormSession(json.dumps(document(), ensure_ascii=False))
