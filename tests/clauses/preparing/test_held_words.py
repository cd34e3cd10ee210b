"""A place that still has words that the text no longer has is confirmed by its id only."""

import shutil
from pathlib import Path

from clauses.folder import PENDING
from clauses.preparing.confirm import confirm
from clauses.preparing.pending import PendingEntry, written
from tests.clauses.preparing.conftest import FORMER


def test_a_former_figure_is_confirmed_by_its_id_only(house: Path, tmp_path: Path) -> None:
    shutil.rmtree(house / FORMER / "cases")
    places = [("21-1", "21-insurance-match", "80%"), ("21-2", "21-insurance-premium", "0%")]
    listed = [
        PendingEntry(id=id_, file="21.yml", key=f"awards[{award}]", kind="stale", held=[words])
        for id_, award, words in places
    ]
    (house / FORMER / PENDING).write_text(written(listed), "utf-8")
    done = confirm(house, FORMER, ["21.yml", "12.yml"], cache=tmp_path)
    assert done.entries == ["21-2"], "80% is not 0%, and nothing waits in 12.yml"
    assert [(one.entry.id, one.held) for one in done.refused] == [("21-1", ["80%"])]
    done = confirm(house, FORMER, ["21-1"], cache=tmp_path)
    assert (done.entries, done.refused) == (["21-1"], [])
    assert [one.held for one in done.held] == [["80%"]]
