"""The whole policy of one edition, read from `clauses/` and checked."""

from dataclasses import dataclass
from pathlib import Path

from clauses.check import check
from clauses.faults import Fault, FaultyPolicy, fault
from clauses.files import YamlFile
from clauses.folder import CLAUSES, EDITION, clause_paths, stray_in_policy
from clauses.model import Award, Clause, Deviations, Edition, Glossary, Line, Readings
from clauses.model.proof import Unclaimed
from clauses.proof import ProofFiles


@dataclass(frozen=True)
class Policy:
    """An edition that has passed every check."""

    edition: Edition
    clauses: list[Clause]
    readings: Readings
    glossary: Glossary
    unclaimed: Unclaimed
    """The figures that no rule claims; `clauses.proof.coverage_of` says who claims the rest."""

    @property
    def awards(self) -> list[tuple[Clause, Award]]:
        """All lines with a sum (and the price floor), in the order of the text."""
        return [(clause, award) for clause in self.clauses for award in clause.awards]

    @property
    def lines(self) -> list[tuple[Clause, Line]]:
        """All lines of benefit without a sum, in the order of the text."""
        return [(clause, line) for clause in self.clauses for line in clause.lines]


def read_policy(root: Path = CLAUSES, edition: str = EDITION) -> Policy:
    """Read and check an edition below `root`.

    Raises `FaultyPolicy` with every fault; a policy that is returned is complete.
    """
    folder = root / edition
    paths = clause_paths(folder)
    edition_file = YamlFile(folder / "policy.yml", root)
    readings_file = YamlFile(root / "readings.yml", root)
    glossary_file = YamlFile(root / "glossary.yml", root)
    proof = ProofFiles.read(folder, root)
    deviations_file = YamlFile(root / "deviations.yml", root)
    clause_files = [YamlFile(path, root) for path in paths]

    head = edition_file.read(Edition)
    readings = readings_file.read(Readings)
    glossary = glossary_file.read(Glossary)
    deviations = deviations_file.read(Deviations)
    clauses = [(file, file.read(Clause)) for file in clause_files]

    files = [edition_file, readings_file, glossary_file, deviations_file, *clause_files]
    read = [(file, clause) for file, clause in clauses if clause is not None]
    check(
        edition_file,
        head,
        readings_file,
        readings,
        glossary_file,
        glossary,
        deviations_file,
        deviations,
        read,
        clause_files,
        proof,
    )
    faults: list[Fault] = [told for file in (*files, *proof.files) for told in file.faults]
    faults += stray_in_policy(root, edition)
    if not paths:
        faults.append(fault(edition, 1, "", "no-clauses"))
    unclaimed = proof.unclaimed
    if faults or head is None or readings is None or glossary is None or unclaimed is None:
        raise FaultyPolicy(faults)
    return Policy(head, [clause for _, clause in read], readings, glossary, unclaimed)
