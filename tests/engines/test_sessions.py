"""A browser that crashes fails the test in which it does, and no other."""

import pytest
from selenium.common.exceptions import WebDriverException
from urllib3.exceptions import HTTPError

from tests.engines.drivers import Sessions


def test_after_a_crash_the_next_test_gets_another_browser(sessions: Sessions) -> None:
    crashed = sessions.current()
    assert sessions.current() is crashed
    crashed.service.process.kill()  # type: ignore[attr-defined]
    crashed.service.process.wait()  # type: ignore[attr-defined]
    with pytest.raises((WebDriverException, HTTPError)):
        crashed.get("about:blank")
    other = sessions.current()
    assert other is not crashed
    other.get("about:blank")
