"""Reads a damaged edition as every command does, and checks the outcome."""

import json
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from clauses.document import PolicyDocument
from clauses.examples import read_examples
from clauses.export import compile_edition, policy_document
from clauses.faults import PolicyFilesError
from clauses.loading import read_policy
from clauses.messages import Language
from tests.damage.ways import WAYS
from tests.growth import processor_seconds

CLAUSES = Path(__file__).parents[2] / "clauses"
"""The policy itself; each reading takes a second."""
SMALL = Path(__file__).parents[1] / "clauses" / "small"
"""An invented edition of two clauses; each reading takes a fiftieth of a second."""
LONGEST = {CLAUSES: 10, SMALL: 500}
"""The most that a reading may take, in readings of the edition without damage."""
LANGUAGES: tuple[Language, ...] = ("zh", "en")


@cache
def names(source: Path) -> tuple[str, ...]:
    """Return the name of every policy file below a folder."""
    paths = [*source.glob("*.yml"), *source.glob("2*/**/*.yml"), *source.glob("2*/source.txt")]
    return tuple(sorted(path.relative_to(source).as_posix() for path in paths))


@cache
def undamaged(source: Path) -> float:
    """Return how many processor seconds reading an edition without damage takes here."""
    return processor_seconds(lambda: read(source, source))


def copy_to(folder: Path, source: Path) -> Path:
    """Copy the files of the policy, without code, into a folder."""
    root = folder / "clauses"
    for name in names(source):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, root / name)
    return root


def read(root: Path, source: Path) -> str:
    """Read everything below `root` and return it as one text, or raise `PolicyFilesError`."""
    if source == SMALL:
        return json.dumps(policy_document(read_policy(root)))
    document = compile_edition(root)
    examples = read_examples(PolicyDocument.read(document), root)
    return json.dumps([document, str(examples)])


def damage(seed: int, source: Path) -> tuple[str, str, bytes]:
    """Return the kind of damage, the file and the bytes of a seed."""
    chance = Random(seed)
    way, name = chance.choice([*WAYS]), chance.choice(names(source))
    return way, name, WAYS[way]((source / name).read_text("utf-8"), chance)


def look(root: Path, seed: int, source: Path) -> Iterator[str]:
    """Damage one file below `root`, read everything, and return what should not have happened."""
    _, name, content = damage(seed, source)
    path = root / name
    good = path.read_bytes()
    path.write_bytes(content)
    outcome: list[str] = []
    try:
        took = processor_seconds(lambda: outcome.extend(faulty(root, source)))
    finally:
        path.write_bytes(good)
    yield from outcome
    if took > LONGEST[source] * undamaged(source):
        yield f"{took:.0f} seconds"


def faulty(root: Path, source: Path) -> Iterator[str]:
    """Read everything below `root`, and return what is wrong with how it was refused."""
    try:
        read(root, source)
    except PolicyFilesError as refused:
        if not refused.faults:
            yield "refused without a fault"
        for language in LANGUAGES:
            if len(refused.told(language)) > 400 * 1024:
                yield "faults without end"
    except Exception as error:
        yield f"{type(error).__name__}: {error}"
