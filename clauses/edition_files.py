"""The files of an edition, each with what it holds, as the check and the proof compare them."""

from pathlib import Path

from clauses.faults import Fault, fault
from clauses.files import YamlFile, number_of
from clauses.folder import clause_paths
from clauses.messages import Value
from clauses.model import Clause, Deviations, Edition, Glossary, Model, Readings
from clauses.model.proof import Normalisations, Unclaimed
from clauses.reading import ReadError, read_text

ClauseFile = tuple[YamlFile, Clause]


class ModelFile[M: Model](YamlFile):
    """A YAML file and what it holds: None if it has not its form."""

    def __init__(self, path: Path, root: Path, model: type[M]) -> None:
        super().__init__(path, root)
        self.held = self.read(model)


class SourceFile:
    """`source.txt`: the text as received, with the line about the contact person replaced."""

    def __init__(self, path: Path, root: Path) -> None:
        self.name = path.relative_to(root).as_posix()
        self.faults: list[Fault] = []
        self.text: str | None = None
        try:
            self.text = read_text(path)
        except ReadError as told:
            self.faults.append(fault(self.name, told.line, "", told.name, **told.values))

    def fault(self, at: int, code: str, /, **values: Value) -> None:
        """Add a fault at a place of the text, counted in characters."""
        line = (self.text or "").count("\n", 0, at) + 1
        self.faults.append(fault(self.name, line, "", code, **values))


class EditionFiles:
    """Every file of an edition below a root, and those common to all editions."""

    def __init__(self, root: Path, edition: str) -> None:
        folder = root / edition
        self.edition = ModelFile(folder / "policy.yml", root, Edition)
        self.readings = ModelFile(folder / "readings.yml", root, Readings)
        self.glossary = ModelFile(root / "glossary.yml", root, Glossary)
        self.deviations = ModelFile(root / "deviations.yml", root, Deviations)
        self.clauses = [ModelFile(path, root, Clause) for path in clause_paths(folder)]
        self.source = SourceFile(folder / "source.txt", root)
        self.normalisations = ModelFile(folder / "normalisations.yml", root, Normalisations)
        self.unclaimed = ModelFile(folder / "unclaimed.yml", root, Unclaimed)

    @property
    def read(self) -> list[ClauseFile]:
        """The clause files that could be read, each with its clause."""
        return [(file, file.held) for file in self.clauses if file.held is not None]

    @property
    def is_whole(self) -> bool:
        """Whether every clause file could be read."""
        return len(self.read) == len(self.clauses)

    @property
    def numbers(self) -> set[int]:
        """The numbers of the clauses, by the names of their files."""
        return {number_of(file) for file in self.clauses}

    @property
    def bilingual(self) -> list[YamlFile]:
        """Every file with texts in both languages, the files of the edition as a whole first."""
        general: list[YamlFile] = [self.edition, self.readings, self.glossary, self.deviations]
        return [*general, *self.clauses, self.normalisations, self.unclaimed]

    @property
    def faults(self) -> list[Fault]:
        """Every fault of every file."""
        return [*(told for file in self.bilingual for told in file.faults), *self.source.faults]
