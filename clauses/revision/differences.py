"""`build.py diff OLD NEW`: two editions, or an edition and a text in a file."""

from pathlib import Path

from clauses.document import PolicyDocument
from clauses.export import compile_edition
from clauses.revision.comparison import Comparison, compare
from clauses.revision.document import of_edition
from clauses.revision.editions import edition_report
from clauses.revision.plain_text import TextError
from clauses.revision.provisions import provisions_of
from clauses.revision.report import Json, report
from clauses.revision.texts import ParsedText, read_whole_text

ROOT = Path(__file__).parents[1]
RELATED = 0.3
"""Two texts of which fewer clauses can be paired are two policies, not two editions of one."""


def differences(old: str, new: str, root: Path = ROOT) -> Json:
    """Compare two texts, each an edition by its name or a file by its path; return the report.

    Raises `TextError` where a file is no whole text or another policy altogether, and what
    `compile_edition` raises where the files of an edition are faulty.
    """
    before, after = _read(old, root), _read(new, root)
    if isinstance(before, PolicyDocument) and isinstance(after, PolicyDocument):
        return edition_report(before, after)
    one, other = (
        of_edition(read) if isinstance(read, PolicyDocument) else read.text
        for read in (before, after)
    )
    comparison = compare(one, other)
    refuse_strangers(comparison, new)
    provisions = provisions_of(before) if isinstance(before, PolicyDocument) else {}
    told = report(comparison, Path(old).name, Path(new).name, provisions)
    noticed = [
        one for side in (before, after) if isinstance(side, ParsedText) for one in side.noticed
    ]
    return told | {"noticed": noticed}


def _read(name: str, root: Path) -> PolicyDocument | ParsedText:
    if (root / name / "policy.yml").is_file():
        return PolicyDocument.read(compile_edition(root, name))
    path = Path(name)
    if not path.exists():
        editions = sorted(folder.parent.name for folder in root.glob("*/policy.yml"))
        raise TextError("text-no-edition", name=name, editions=editions)
    return read_whole_text(path)


def refuse_strangers(comparison: Comparison, name: str) -> None:
    """Raise `TextError` if two texts have hardly a clause in common."""
    old = len(comparison.old.clauses)
    paired = sum(
        one.pair.old is not None and one.pair.new is not None for one in comparison.clauses
    )
    if paired < RELATED * old:
        raise TextError("text-other-policy", name=Path(name).name, paired=paired, count=old)
