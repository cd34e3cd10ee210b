"""Proves a whole edition, and reports which parts of its text the rules claim."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from clauses.files import YamlFile, number_of
from clauses.model import Clause, Edition
from clauses.model.policy import Policy
from clauses.model.proof import Normalisations, Unclaimed
from clauses.proof.awards import check_awards
from clauses.proof.claims import FigureClaim, clause_claims, edition_claims
from clauses.proof.coverage import Coverage, cover
from clauses.proof.passages import passages
from clauses.proof.privacy import private_data
from clauses.proof.source import SourceFile, check_source
from clauses.proof.unclaimed import check_coverage
from clauses.proof.validity import check_validity


@dataclass
class ProofFiles:
    """The files that only the proof reads."""

    source: SourceFile
    normalisations_file: YamlFile
    normalisations: Normalisations | None
    unclaimed_file: YamlFile
    unclaimed: Unclaimed | None

    @property
    def files(self) -> list[YamlFile | SourceFile]:
        """All these files, each with its faults."""
        return [self.source, self.normalisations_file, self.unclaimed_file]

    @classmethod
    def read(cls, folder: Path, root: Path) -> Self:
        """Read `source.txt`, `normalisations.yml` and `unclaimed.yml` of an edition."""
        normalisations = YamlFile(folder / "normalisations.yml", root)
        unclaimed = YamlFile(folder / "unclaimed.yml", root)
        return cls(
            SourceFile(folder / "source.txt", root),
            normalisations,
            normalisations.read(Normalisations),
            unclaimed,
            unclaimed.read(Unclaimed),
        )


def prove(
    proof: ProofFiles,
    edition_file: YamlFile,
    edition: Edition,
    clauses: list[tuple[YamlFile, Clause]],
    files: list[YamlFile],
) -> None:
    """Add a fault to each file where the proof fails.

    `clauses` are the clause files that could be read, `files` all clause files.
    """
    by_number = {number_of(file): file for file in files}
    text = passages(edition_file, edition, by_number)
    if proof.normalisations:
        listed = {passage.clause for passage in text} | {None}
        whole = all(number in listed for c in edition.chapters for number in c.clauses)
        check_source(
            proof.source,
            text,
            proof.normalisations_file,
            proof.normalisations,
            whole,
            edition.number,
        )
    left_out = [e.words for e in proof.normalisations.left_out] if proof.normalisations else []
    read: list[YamlFile | SourceFile] = [edition_file, proof.source, proof.unclaimed_file, *files]
    proof.source.faults += private_data({file.name: file.text or "" for file in read}, left_out)
    check_validity(edition_file, edition)
    doubtful = check_awards(clauses)
    if proof.unclaimed:
        claims = [claim for _, clause in clauses for claim in clause_claims(clause)]
        claims += edition_claims(edition)
        numbers = {clause.number for _, clause in clauses}
        known = [p for p in text if p.clause is None or p.clause in numbers]
        check_coverage(
            proof.unclaimed_file,
            proof.unclaimed,
            known,
            claims,
            doubtful,
            whole=len(numbers) == len(files),
        )


def coverage_of(policy: Policy) -> list[Coverage]:
    """Return for every passage its figures and level words, with their claims or excuses.

    The order is that of the text: letter, preamble, clauses paragraph by paragraph, closing
    rules, footnotes. In a policy that passed the check, every item is claimed or excused.
    """
    edition = policy.edition
    general: list[FigureClaim] = edition_claims(edition)

    def outside(label: str, text: str) -> Coverage:
        return cover(label, None, text, general, policy.unclaimed)

    found = [outside(part.label, part.zh) for part in (*edition.letter, edition.preamble)]
    for clause in policy.clauses:
        claims = clause_claims(clause)
        found += [
            cover(f"{clause.number}.{n}", clause.number, p.zh, claims, policy.unclaimed)
            for n, p in enumerate(clause.paragraphs, 1)
        ]
    found += [outside(part.label, part.zh) for part in (*edition.closing, *edition.footnotes)]
    return found
