"""The mutation scores of an edition: how many deliberate mistakes the tests noticed."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from clauses.faults import PolicyFilesError, fault
from clauses.folder import CLAUSES

ENGINE = Path(__file__).resolve().parents[2] / "wizard" / "eligibility"
NO_COMPUTING = frozenset({"__init__", "codes", "declaration", "settled", "version"})
"""Modules without anything to mutate."""


class MutationScore(BaseModel):
    """How many deliberate mistakes were made, and how many of them the tests noticed."""

    model_config = ConfigDict(frozen=True)

    mutants: int = Field(ge=0)
    killed: int = Field(ge=0)
    equivalent: int = Field(default=0, ge=0)
    """Mistakes that change no result, so that no test could notice them."""

    @property
    def countable(self) -> int:
        """The mistakes that can be noticed."""
        return self.mutants - self.equivalent

    @property
    def percent(self) -> str:
        """The share that was noticed, rounded down to a tenth: 100% means all."""
        if not self.countable:
            return "—"
        tenths = self.killed * 1000 // self.countable
        return f"{tenths // 10}%" if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}%"


class MutationScores(BaseModel):
    """The scores of one measurement."""

    model_config = ConfigDict(frozen=True)

    policy: str
    """The hash of the measured policy."""
    data: dict[str, MutationScore]
    """By clause, in two digits: `03`."""
    engine: dict[str, MutationScore]
    """By module of the engine."""

    @property
    def together(self) -> MutationScore:
        """The engine as a whole."""
        parts = self.engine.values()
        return MutationScore(
            mutants=sum(score.mutants for score in parts),
            killed=sum(score.killed for score in parts),
            equivalent=sum(score.equivalent for score in parts),
        )


def scores_file(edition: str, root: Path = CLAUSES) -> Path:
    """Return the path of the scores of an edition."""
    return root / edition / "mutation-scores.json"


def read_scores(path: Path) -> MutationScores | None:
    """Return the scores, or None if there are none.

    Raises `PolicyFilesError` if the file does not have the form that the measurement writes.
    """
    if not path.is_file():
        return None
    try:
        scores = MutationScores.model_validate_json(path.read_bytes())
        return scores if scores.data or scores.engine else None
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        name = "/".join(path.parts[-2:])
        raise PolicyFilesError([fault(name, 1, key, "scores", told=first["msg"])]) from None


def computing_modules() -> list[str]:
    """Return the names of the engine's modules that compute: `closing`, `mechanisms.excess`."""
    return [
        ".".join(path.relative_to(ENGINE).with_suffix("").parts)
        for path in sorted(ENGINE.rglob("*.py"))
        if path.stem not in NO_COMPUTING
    ]


def unmeasured(scores: MutationScores | None) -> list[str]:
    """Return the names of the modules of the engine that were not measured."""
    measured = scores.engine if scores else {}
    return [name for name in computing_modules() if name not in measured]
