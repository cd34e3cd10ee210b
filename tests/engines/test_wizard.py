"""The wizard in Firefox and WebKit: from an example to files and links, and without a network."""

import json
from pathlib import Path

from tests.engines.reader import EXAMPLE, Reader, until
from tests.serving import QUICK, serving

BEGINNINGS = {"listing": b"\xef\xbb\xbf", "workbook": b"PK\x03\x04", "save": b"{"}
KEPT = """const { active } = await navigator.serviceWorker.ready;
while (active.state !== "activated") await new Promise((soon) => setTimeout(soon, 50));
return "activated";"""


def test_an_example_comes_to_its_sum_and_is_taken_away_and_opened_again(
    whole_reader: Reader, tmp_path: Path
) -> None:
    reader = whole_reader
    reader.opens(f"{reader.root}wizard/{EXAMPLE}/")
    printed = reader.text(".results-sum--max dd")
    reader.takes_example()
    assert reader.total() == printed == reader.text("#wizard-results .results-sum--max dd")
    assert reader.text("#wizard-state") == ""  # nothing is being computed now

    files = {button: reader.taken(button) for button in BEGINNINGS}
    assert {name: content[: len(BEGINNINGS[name])] for name, content in files.items()} == BEGINNINGS
    reader.clicks('[data-do="share"]')
    link = until(lambda: reader.one("#wizard-link").get_property("value"))

    changed = changes_a_figure(reader)
    assert changed != printed
    reader.opens(str(link))
    assert reader.total() == printed
    assert "facts" not in reader.driver.current_url
    saved = tmp_path / "saved.json"
    saved.write_bytes(files["save"])
    assert json.loads(files["save"])["claims"]
    reader.opens_wizard()
    reader.one("#wizard-open").send_keys(str(saved))
    assert reader.total() == printed


def changes_a_figure(reader: Reader) -> str:
    """Replace a figure in a field, and return the new total."""
    before = reader.total()
    figures = reader.all(".wizard-card input[data-part=figure]")
    field = next(box for box in figures if box.get_property("value"))
    step = reader.runs("return arguments[0].closest('[data-step]').dataset.step", field)
    reader.clicks(f'[data-step-to="{step}"]')
    until(field.is_displayed)
    field.clear()
    field.send_keys("1")
    return reader.total(other_than=before)


def test_it_starts_whatever_the_host_compresses(reader: Reader, site: Path) -> None:
    # nothing, or the packed copies too: what is fetched is the same in both languages
    again = reader.language == "en"
    with serving(site, brotli=QUICK if again else None) as server:
        other = reader.at(server.url)
        other.takes_example()
        sent = dict(server.sent)
    assert any(path.endswith(".wasm" if again else ".wasm.gz") for path in sent)


def test_from_the_second_visit_it_computes_without_a_network(
    one_reader: Reader, site: Path
) -> None:
    with serving(site) as server:
        # at 127.0.0.1 nothing is kept
        named = one_reader.at(server.url.replace("127.0.0.1", "site.localhost"))
        named.takes_example()
        first = named.total()
        assert named.runs_to_end(KEPT) == "activated"
        named.driver.get("about:blank")
        server.down = True
        server.sent.clear()
        named.goes_to("wizard/")
        assert named.total() == first
        named.runs("location.reload()")
        until(lambda: named.runs("return performance.now() < 60000"))
        assert named.total() == first
        assert server.sent == {}
