"""A cached policy equals a fresh one, and never replaces a changed or faulty one."""

from pathlib import Path

import pytest

from clauses import document_cache
from clauses.document_cache import policy_document_cached
from clauses.export import policy_document
from clauses.faults import PolicyFilesError
from clauses.loading import read_policy
from tests.clauses.edits import EDITION, another_ceiling, replace


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The folder of the cache."""
    return tmp_path / "kept"


def test_the_kept_document_is_the_document(small: Path, kept: Path) -> None:
    fresh = policy_document(read_policy(small))
    assert policy_document_cached(small, kept) == fresh
    assert policy_document_cached(small, kept) == fresh


def test_a_second_run_reads_no_file_of_the_policy(
    small: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = policy_document_cached(small, kept)
    monkeypatch.setattr("clauses.loading.read_policy", None)
    assert policy_document_cached(small, kept) == first


def test_an_edit_is_seen_at_once(small: Path, kept: Path) -> None:
    policy_document_cached(small, kept)
    another_ceiling(small)
    assert policy_document_cached(small, kept)["awards"][0]["sum"]["at_most"] == "20000000"


def test_an_edit_of_the_source_is_seen_at_once(small: Path, kept: Path) -> None:
    policy_document_cached(small, kept)
    replace(small, f"{EDITION}/source.txt", "支持机器出口", "支持机器进口")
    with pytest.raises(PolicyFilesError):
        policy_document_cached(small, kept)


@pytest.mark.parametrize("spoilt", [b"", b"{}", b"abc\n{}", b"\xff\xfe", b"null"])
def test_a_broken_cache_is_read_anew(small: Path, kept: Path, spoilt: bytes) -> None:
    first = policy_document_cached(small, kept)
    (file,) = kept.iterdir()
    file.write_bytes(spoilt)
    assert policy_document_cached(small, kept) == first
    assert file.read_bytes() != spoilt, "and mended"


def test_a_cut_cache_is_read_anew(small: Path, kept: Path) -> None:
    first = policy_document_cached(small, kept)
    (file,) = kept.iterdir()
    file.write_bytes(file.read_bytes()[:-1])
    assert policy_document_cached(small, kept) == first


def test_a_faulty_policy_is_never_kept(small: Path, kept: Path) -> None:
    (small / "glossary.yml").unlink()
    for _ in range(2):
        with pytest.raises(PolicyFilesError):
            policy_document_cached(small, kept)
    assert not kept.exists()


def test_a_cache_that_cannot_be_written_is_no_error(small: Path, kept: Path) -> None:
    kept.write_text("a file where the folder would be", "utf-8")
    assert policy_document_cached(small, kept)["edition"] == "2020-03-16"


def test_the_code_that_reads_the_policy_is_part_of_the_key(
    small: Path, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy_document_cached(small, kept)
    (before,) = kept.iterdir()
    code = tmp_path / "code"
    code.mkdir()
    (code / "notation.py").write_text("# another way of reading\n", "utf-8")
    monkeypatch.setattr(document_cache, "CLAUSES", code)
    policy_document_cached(small, kept)
    assert len({before, *kept.iterdir()}) == 2
