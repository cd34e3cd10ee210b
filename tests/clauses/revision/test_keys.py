"""Clauses of two editions pair by their keys; what an edition says of its origin is believed."""

from clauses.revision.document import ClauseText, WholeText
from clauses.revision.pairing import Pair, pairs_by_key


def clause(number: int, key: str, words: str, *origins: str) -> ClauseText:
    return ClauseText(number, (words,), key, origins)


OLD = WholeText(
    clauses=(clause(1, "parks", "建设园区。"), clause(2, "clusters", "培育产业集群促进机构。"))
)


def test_a_clause_that_was_merged_is_found_though_its_words_are_others() -> None:
    new = WholeText(clauses=(clause(1, "parks", "建设园区，支持各类机构。", "clusters"),))
    assert pairs_by_key(OLD, new) == [Pair(0, 0, joins=(1,), joining="merged")]
    untold = WholeText(clauses=(clause(1, "parks", "建设园区，支持各类机构。"),))
    assert pairs_by_key(OLD, untold) == [Pair(0, 0), Pair(1, None)]


def test_a_clause_that_came_out_of_another_is_found_though_its_words_are_others() -> None:
    both = (*OLD.clauses, clause(3, "towns", "支持小镇。", "parks"))
    new = WholeText(clauses=both)
    assert pairs_by_key(OLD, new) == [
        Pair(0, 0, joins=(2,), joining="split"), Pair(1, 1)
    ]  # fmt: skip


def test_an_origin_that_goes_on_by_itself_is_no_origin() -> None:
    new = WholeText(clauses=(clause(1, "parks", "建设园区。", "clusters"), OLD.clauses[1]))
    assert pairs_by_key(OLD, new) == [Pair(0, 0), Pair(1, 1)]
