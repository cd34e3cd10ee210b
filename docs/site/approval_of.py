"""Reads what a sheet for approval compares: two editions; the new one may be unfinished."""

from pathlib import Path

from clauses.document import PolicyDocument
from clauses.export import compile_edition
from clauses.faults import PolicyFilesError
from clauses.folder import CLAUSES, in_preparation
from clauses.preparing.progress import progress
from clauses.revision.differences import differences
from clauses.revision.editions import edition_report
from docs.site.approval import Sheet, approval_sheet


def sheet_of(old: str, new: str, root: Path = CLAUSES) -> Sheet:
    """Return the sheet for two editions by their names; `new` may be a text in a file.

    The sheet of an edition in preparation says how many places wait for a person. As long as its
    files have faults its text is compared, `source.txt`, and not its rules. Raises `TextError`
    where there is nothing to compare, and `PolicyFilesError` where the old edition has faults, or
    the new one has no text yet.
    """
    before = PolicyDocument.read(compile_edition(root, old))
    if not (root / new / "policy.yml").is_file():
        return approval_sheet(differences(old, new, root), before, None)
    waiting = progress(root, new).count if in_preparation(new, root) else None
    try:
        after = PolicyDocument.read(compile_edition(root, new))
    except PolicyFilesError as faulty:
        source = root / new / "source.txt"
        if not source.is_file():
            raise
        report = differences(old, str(source), root) | {"new": new}
        return approval_sheet(report, before, None, waiting or len(faulty.faults))
    return approval_sheet(edition_report(before, after), before, after, waiting)
