"""The figures of every award: each in its quotation, with its meaning, and of one award only."""

from dataclasses import dataclass

from clauses.files import YamlFile
from clauses.key_path import KeyPath
from clauses.model import Bilingual, Clause
from clauses.notation import scan
from clauses.proof.bases_said import check_bases_said
from clauses.proof.conditions_said import check_conditions_said
from clauses.proof.counted_said import check_counted_said
from clauses.proof.figure_meant import check_figure_meant
from clauses.proof.half_said import check_words_of_sum
from clauses.proof.meaning import check_meaning
from clauses.proof.order import check_order
from clauses.proof.parts_said import check_parts_said
from clauses.proof.periods_said import check_periods_said
from clauses.proof.rule import tie
from clauses.proof.said_of_sum import Said
from clauses.proof.thresholds_said import check_thresholds_said
from clauses.proof.units_said import check_units_said


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
        if any(clause.text_of(entry.paragraph) is None for _, entry in clause.quoting):
            doubtful += [
                Doubtful(f"{clause.number}.{number}", 0, len(paragraph.zh))
                for number, paragraph in enumerate(clause.paragraphs, 1)
            ]  # what is claimed in which paragraph is not known; reported by check/references.py
        for index, award in enumerate(clause.awards):
            text = clause.text_of(award.paragraph)
            if text is None:
                continue
            ties = tie(award, text)
            place = f"{clause.number}.{award.paragraph}"
            if ties is None or not all(figure.stands for figure in ties.untied):
                doubtful.append(Doubtful(place, 0, len(text)))  # reported by check/references.py
            if ties is None:
                continue
            before = len(file.faults)
            said = Said(file, ("awards", index), ties)
            _check_untied(said)
            _check_review(said)
            _check_owner(said, owners)
            check_meaning(said, awards)
            if not ties.untied:  # a figure that stands nowhere may have been put in another's place
                check_order(said)
            check_parts_said(said)
            check_bases_said(said)
            check_thresholds_said(said)
            check_units_said(said)
            check_figure_meant(said)
            check_periods_said(said)
            check_conditions_said(said)
            check_counted_said(said)
            check_words_of_sum(said, clause)
            if len(file.faults) > before:
                doubtful.append(Doubtful(place, ties.start, ties.end))
    return doubtful


def _check_untied(said: Said) -> None:
    for figure in said.ties.untied:
        if not figure.stands:
            continue
        whole = [f"“{words}”" for words in figure.whole]
        code = "figure-in-part" if figure.words in figure.quoted else "figure-not-quoted"
        code = "figure-twice" if figure.words in figure.whole else code
        said.fault(figure.at, code, figure=figure.words, whole=whole)


def _check_review(said: Said) -> None:
    for index, review in enumerate(said.award.review):
        at = (*said.path, "review", index, "share")
        _check_quoted(said.file, at, review.share, said.award.quote)


def _check_funds(file: YamlFile, clause: Clause) -> None:
    for index, target in enumerate(clause.targets):
        _check_quoted(file, ("targets", index, "fund"), target.fund, target.quote)


def _check_quoted(file: YamlFile, at: KeyPath, figure: str | None, quote: Bilingual) -> None:
    quoted = [found.figure.words for found in scan(quote.zh)]
    if figure and figure not in quoted:
        whole = [f"“{words}”" for words in quoted]
        file.fault(at, "figure-not-quoted", figure=figure, whole=whole)


def _check_owner(said: Said, owners: dict[tuple[int, int], str]) -> None:
    for tied in said.ties.tied:
        place = said.award.paragraph, tied.found.start
        owner = owners.setdefault(place, said.award.id)
        if owner != said.award.id:
            said.fault(tied.at, "figure-of-another", figure=tied.words, owner=owner)
