"""A paragraph in pieces: every quoted word marked in both languages, no letter lost or added."""

from clauses.document import Award, Line, PolicyDocument
from docs.site.pages.quotes import QuotedPiece, pieces
from docs.site.pages.terms import TermPlace, Terms


def text(found: list[QuotedPiece]) -> str:
    return "".join(run.text for piece in found for run in piece.runs)


def quoted(found: list[QuotedPiece], id_: str) -> str:
    return "".join(run.text for piece in found if id_ in piece.quotes for run in piece.runs)


def test_every_quote_of_the_policy_is_marked_whole_in_both_languages(
    policy: PolicyDocument,
) -> None:
    terms = Terms(policy.glossary)
    for clause in policy.clauses:
        for number, paragraph in enumerate(clause.paragraphs, 1):
            lines: list[Award | Line] = clause.entries
            entries = [entry for entry in lines if entry.paragraph == number]
            chinese, english = terms.places(paragraph)
            for code, whole, places in (
                ("zh", paragraph.zh, chinese),
                ("en", paragraph.en, english),
            ):
                quotes = [(getattr(entry.quote, code), entry.id) for entry in entries]
                found = pieces(whole, quotes, places)
                assert text(found) == whole
                for words, id_ in quotes:
                    assert quoted(found, id_) == words
                    assert [id_ in piece.begins for piece in found].count(True) == 1
                    assert [id_ in piece.ends for piece in found].count(True) == 1


def test_words_that_two_awards_share_are_one_piece_with_both(policy: PolicyDocument) -> None:
    found = pieces("给甲、乙奖励。", [("给甲、乙奖励", "a"), ("给甲、乙奖励", "b")], [])
    assert [piece.quotes for piece in found] == [["a", "b"], []]
    assert found[0].begins == found[0].ends == ["a", "b"]


def test_words_that_the_paragraph_does_not_have_are_not_marked() -> None:
    found = pieces("ab", [("a", "x"), ("former words", "y")], [])
    assert [(text([piece]), piece.quotes) for piece in found] == [("a", ["x"]), ("b", [])]


def test_words_that_overlap_are_cut_where_each_begins_and_ends() -> None:
    found = pieces("abcdef", [("abcd", "x"), ("cdef", "y")], [])
    assert [(text([piece]), piece.quotes) for piece in found] == [
        ("ab", ["x"]),
        ("cd", ["x", "y"]),
        ("ef", ["y"]),
    ]
    assert [piece.begins for piece in found] == [["x"], ["y"], []]
    assert [piece.ends for piece in found] == [[], ["x"], ["y"]]


def test_a_term_across_a_cut_is_left_out_and_one_inside_is_kept() -> None:
    found = pieces("abcdef", [("cd", "x")], [TermPlace(1, 3, 7), TermPlace(3, 4, 8)])
    assert [(run.text, run.term) for piece in found for run in piece.runs] == [
        ("ab", 0),
        ("c", 0),
        ("d", 8),
        ("ef", 0),
    ]
