"""The server of `serve`: what it sends, and how it ends."""

import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs.site import live_server
from tests.command_line import ROOT, run


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A small folder, served as `build.py serve` serves the site."""
    (tmp_path / "en").mkdir()
    for name, text in {
        "index.html": "首页", "404.html": "没有", "en/404.html": "nothing", "a.wasm": "",
        "a.mjs": "", "a.json": "{}", "style.css": "", "data.csv": "甲",
    }.items():  # fmt: skip
        (tmp_path / name).write_text(text, "utf-8")
    server = live_server.open_server(tmp_path, "127.0.0.1", 0)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield tmp_path, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/a.wasm", "application/wasm"),
        ("/a.mjs", "text/javascript; charset=utf-8"),
        ("/a.json", "application/json"),
        ("/style.css", "text/css; charset=utf-8"),
        ("/data.csv", "text/csv; charset=utf-8"),
    ],
)
def test_each_file_is_served_with_its_type(served: tuple[Path, str], path: str, kind: str) -> None:
    with urllib.request.urlopen(served[1] + path) as answer:
        assert answer.headers["Content-Type"] == kind


@pytest.mark.parametrize(
    ("path", "text"), [("/x/", "没有"), ("/en/x", "nothing"), ("/en/", "nothing")]
)
def test_a_missing_page_is_answered_in_its_language(
    served: tuple[Path, str], path: str, text: str
) -> None:
    with pytest.raises(urllib.error.HTTPError) as missing:
        urllib.request.urlopen(served[1] + path)
    with missing.value as answer:
        assert (answer.code, answer.read().decode()) == (404, text)


def test_without_a_site_the_server_says_why(tmp_path: Path) -> None:
    server = live_server.open_server(tmp_path / "none", "127.0.0.1", 0)
    server.said = "06.yml:1 <number>"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    with pytest.raises(urllib.error.HTTPError) as missing:
        urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/")
    with missing.value as answer:
        assert answer.code == 503
        assert "06.yml:1 &lt;number&gt;" in answer.read().decode()
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_folder_without_a_site_is_not_served(tmp_path: Path) -> None:
    done = run("serve", "--built", str(tmp_path), "--lang", "zh")
    assert done.returncode == 2
    assert f"--built {tmp_path}" in done.stderr


@pytest.mark.parametrize("built", [False, True], ids=["building", "built"])
def test_ctrl_c_stops_the_server_with_130(tmp_path: Path, built: bool) -> None:
    (tmp_path / "index.html").write_text("首页", "utf-8")
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--port", "0"]
    command += ["--built", str(tmp_path)] if built else []
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait() == 130


def test_a_taken_port_is_told_with_the_remedy(served: tuple[Path, str]) -> None:
    port = served[1].rpartition(":")[2]
    done = run("serve", "--port", port)
    assert done.returncode == 2
    assert "Choose another port" in done.stderr


def test_edits_are_seen_and_editors_own_files_are_not(tmp_path: Path) -> None:
    file = tmp_path / "clauses" / "06.yml"
    file.parent.mkdir()
    file.write_text("number: 6\n", "utf-8")
    before = live_server.snapshot(["clauses", "build.py"], tmp_path)
    (file.parent / ".06.yml.swp").write_text("", "utf-8")
    (file.parent / "06.yml~").write_text("", "utf-8")
    assert live_server.snapshot(["clauses", "build.py"], tmp_path) == before
    file.write_text("number: 16\n", "utf-8")
    assert live_server.snapshot(["clauses", "build.py"], tmp_path) != before
