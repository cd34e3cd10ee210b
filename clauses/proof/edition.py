"""Proves a whole edition, and reports which parts of its text the rules claim."""

from clauses.edition_files import EditionFiles
from clauses.files import YamlFile, number_of
from clauses.model.policy import Policy
from clauses.proof.awards import check_awards
from clauses.proof.claims import FigureClaim, clause_claims, edition_claims
from clauses.proof.coverage import Coverage, cover
from clauses.proof.passages import passages
from clauses.proof.privacy import private_data
from clauses.proof.source import check_source
from clauses.proof.unclaimed import check_coverage
from clauses.proof.validity import check_validity


def prove(files: EditionFiles) -> None:
    """Add a fault to each file where the proof fails; without the edition nothing is proved."""
    edition = files.edition.held
    if edition is None:
        return
    normalisations, unclaimed = files.normalisations.held, files.unclaimed.held
    text = passages(files.edition, edition, {number_of(file): file for file in files.clauses})
    if normalisations:
        listed = {passage.clause for passage in text}
        whole = all(number in listed for c in edition.chapters for number in c.clauses)
        check_source(
            files.source, text, files.normalisations, normalisations, whole, edition.number
        )
    left_out = [e.words for e in normalisations.left_out] if normalisations else []
    read: list[YamlFile] = [files.edition, files.unclaimed, *files.clauses]
    texts = {file.name: file.text for file in read} | {files.source.name: files.source.text or ""}
    files.source.faults += private_data(texts, left_out)
    check_validity(files.edition, edition)
    doubtful = check_awards(files.read)
    if unclaimed:
        claims = [claim for _, clause in files.read for claim in clause_claims(clause)]
        claims += edition_claims(edition)
        numbers = {clause.number for _, clause in files.read}
        known = [p for p in text if p.clause is None or p.clause in numbers]
        check_coverage(
            files.unclaimed,
            unclaimed,
            known,
            claims,
            doubtful,
            whole=len(numbers) == len(files.clauses),
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
