"""The figures of every award: each in its quotation, with its meaning, and of one award only."""

from collections.abc import Iterator
from dataclasses import dataclass

from clauses.files import YamlFile
from clauses.key_path import KeyPath
from clauses.model import Award, Clause
from clauses.notation import scan
from clauses.proof.conditions_said import check_conditions_said
from clauses.proof.half_said import check_words_of_sum
from clauses.proof.meaning import check_meaning
from clauses.proof.order import check_order
from clauses.proof.parts_said import check_parts_said
from clauses.proof.rule import Ties, tie
from clauses.proof.said_of_sum import Said


@dataclass(frozen=True)
class Doubtful:
    """A quotation whose rule has a figure at fault; what it leaves unclaimed is reported too."""

    place: str
    start: int
    end: int


def check_awards(clauses: list[tuple[YamlFile, Clause]]) -> list[Doubtful]:
    """Note every figure that is not that of the text; return the quotations concerned."""
    awards = {award.id: award for _, clause in clauses for award in clause.awards}
    doubtful: list[Doubtful] = []
    for file, clause in clauses:
        owners: dict[tuple[int, int], str] = {}
        _check_funds(file, clause)
        if not all(1 <= number <= len(clause.paragraphs) for number in _paragraphs_named(clause)):
            doubtful += [
                Doubtful(f"{clause.number}.{number}", 0, len(paragraph.zh))
                for number, paragraph in enumerate(clause.paragraphs, 1)
            ]  # what is claimed in which paragraph is not known; reported by check/references.py
        for index, award in enumerate(clause.awards):
            if not 1 <= award.paragraph <= len(clause.paragraphs):
                continue
            text = clause.paragraphs[award.paragraph - 1].zh
            ties = tie(award, text)
            place = f"{clause.number}.{award.paragraph}"
            if ties is None or not all(figure.stands for figure in ties.untied):
                doubtful.append(Doubtful(place, 0, len(text)))  # reported by check/references.py
            if ties is None:
                continue
            before = len(file.faults)
            path: KeyPath = ("awards", index)
            _check_untied(file, path, ties)
            _check_review(file, path, award)
            _check_owner(file, path, award, ties, owners)
            check_meaning(file, path, award, ties, awards)
            check_order(file, path, award, ties, text)
            said = Said(file, path, award, ties, text)
            check_parts_said(said)
            check_conditions_said(said)
            check_words_of_sum(file, path, award, ties, text, clause)
            if len(file.faults) > before:
                doubtful.append(Doubtful(place, ties.start, ties.end))
    return doubtful


def _paragraphs_named(clause: Clause) -> Iterator[int]:
    for kind in ("awards", "lines", "targets", "obligations", "support"):
        yield from (entry.paragraph for entry in getattr(clause, kind))


def _check_untied(file: YamlFile, path: KeyPath, ties: Ties) -> None:
    for figure in ties.untied:
        if not figure.stands:
            continue
        whole = [f"“{words}”" for words in figure.whole]
        code = "figure-in-part" if figure.words in figure.quoted else "figure-not-quoted"
        code = "figure-twice" if figure.words in figure.whole else code
        file.fault((*path, *figure.at), code, figure=figure.words, whole=whole)


def _check_review(file: YamlFile, path: KeyPath, award: Award) -> None:
    quoted = [found.figure.words for found in scan(award.quote.zh)]
    for index, review in enumerate(award.review):
        if review.share and review.share not in quoted:
            at = (*path, "review", index, "share")
            whole = [f"“{words}”" for words in quoted]
            file.fault(at, "figure-not-quoted", figure=review.share, whole=whole)


def _check_funds(file: YamlFile, clause: Clause) -> None:
    for index, target in enumerate(clause.targets):
        quoted = [found.figure.words for found in scan(target.quote.zh)]
        if target.fund and target.fund not in quoted:
            whole = [f"“{words}”" for words in quoted]
            place = ("targets", index, "fund")
            file.fault(place, "figure-not-quoted", figure=target.fund, whole=whole)


def _check_owner(
    file: YamlFile, path: KeyPath, award: Award, ties: Ties, owners: dict[tuple[int, int], str]
) -> None:
    for tied in ties.tied:
        place = award.paragraph, tied.found.start
        owner = owners.setdefault(place, award.id)
        if owner != award.id:
            file.fault((*path, *tied.at), "figure-of-another", figure=tied.words, owner=owner)
