"""`build.py confirm`: takes entries off the list of an edition, and finishes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from clauses.build_cache import CACHE
from clauses.cases import cases_folder
from clauses.editions import all_editions
from clauses.files import YamlFile
from clauses.folder import PENDING, in_preparation
from clauses.preparing.department_marks import filled
from clauses.preparing.errors import PreparingError
from clauses.preparing.expectations import confirm_cases
from clauses.preparing.pending import written
from clauses.preparing.progress import CaseWork, Progress, Work, progress
from clauses.preparing.writing import preparing_lock, replace_file
from clauses.reading import ReadError, read_text

_LAST = ("policy.yml", PENDING)


@dataclass(frozen=True)
class Confirmed:
    """What was confirmed, what was refused, and what is left."""

    entries: list[str]
    cases: list[str]
    refused: list[Work]
    """Entries that were asked for, but at whose places something is still wrong."""
    by_hand: list[Work]
    """Confirmed entries whose proposals were changed by hand."""
    held: list[Work]
    """Confirmed entries that still have words that the text no longer has."""
    left: Progress
    finished: bool
    partly: bool = False
    """Whether only some ids were asked for: the list of all others is known already."""


def confirm(
    root: Path,
    edition: str,
    ids: Sequence[str] = (),
    *,
    all_proposed: bool = False,
    all_cases: bool = False,
    cache: Path = CACHE,
) -> Confirmed:
    """Confirm entries by their ids, everything `proposed`, or every case that comes out otherwise.

    A file, `03.yml`, stands for all of its entries; nothing may be left of them. A place that still
    has words that the text no longer has is confirmed by its id only. What is `stale` or `empty`,
    or a case whose expected result was changed by hand or that does not answer a new question, is
    confirmed by its id or file only; a case that the engine refuses is for the clerk to delete.
    When nothing is left the list is taken away, and the edition is finished. Of a finished edition,
    whose text was corrected, only worked cases can be confirmed. Raises `PreparingError` for an
    edition of which nothing waits, for an id that it does not have, and for a case that cannot be
    computed.
    """
    if edition not in all_editions(root):
        raise PreparingError("prepare-no-edition", name=edition, known=all_editions(root))
    corrected = not in_preparation(edition, root)
    if corrected and not _was_revised(root / edition):
        raise PreparingError("confirm-finished", edition=edition)
    with preparing_lock(cache):
        _fill_names(root / edition)
        now = progress(root, edition)
        if corrected and not (now.cases or now.faults):
            raise PreparingError("confirm-finished", edition=edition)
        ids = _without_done(now, ids, root / edition)
        work, cases = _chosen(now, ids, all_proposed=all_proposed, all_cases=all_cases)
        refused = [
            one
            for one in work
            if one.faults or one.unwritten or (one.held and one.entry.id not in ids)
        ]
        done = [one for one in work if one not in refused]
        if done:
            left = [one.entry for one in now.work if one not in done]
            replace_file(root / edition / PENDING, written(left))
        if cases:
            found = [one.found for one in cases]
            confirm_cases(cases_folder(edition, root), edition, found)
        after = progress(root, edition)
        if after.done:
            (root / edition / PENDING).unlink(missing_ok=True)
    return Confirmed(
        [one.entry.id for one in done],
        [one.id for one in cases],
        refused,
        [one for one in done if one.by_hand],
        [one for one in done if one.held],
        after,
        after.done,
        partly=not (all_proposed or all_cases),
    )


def _was_revised(folder: Path) -> bool:
    """Whether an edition follows another; the cases of the first one are worked by hand only."""
    data = YamlFile(folder / "policy.yml", folder.parent).data
    return isinstance(data, dict) and bool(data.get("follows"))


def _fill_names(folder: Path) -> None:
    """Put the names of departments that were written in `policy.yml` wherever they are needed.

    `policy.yml` and the list come last: a run that is stopped is taken up by the next one.
    """
    paths = [*folder.glob("*.yml"), *folder.glob("examples/*.yml")]
    files = {path.relative_to(folder).as_posix(): path for path in paths}
    try:
        texts = {name: read_text(path) for name, path in files.items()}
    except ReadError:
        return  # `progress` tells which file it is
    changed = filled(texts)
    for name in sorted(changed, key=lambda name: name in _LAST):
        replace_file(files[name], changed[name])


def _without_done(now: Progress, ids: Sequence[str], folder: Path) -> list[str]:
    """Leave out files of the edition in which nothing waits any more."""
    waiting = {one.entry.file for one in now.work}
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*.yml")}
    return [id_ for id_ in ids if id_ in waiting or id_ not in files]


def _chosen(
    now: Progress, ids: Sequence[str], *, all_proposed: bool, all_cases: bool
) -> tuple[list[Work], list[CaseWork]]:
    by_id = {one.entry.id: one for one in now.work}
    files = {one.entry.file for one in now.work}
    ids = [id_ for id_ in ids if id_ not in files] + [
        one.entry.id for one in now.work if one.entry.file in ids
    ]
    cases = {one.id: one for one in now.cases if one.found.assessment is not None}
    impossible = [f"{one.id} {one.case.file}:{one.case.line}" for one in now.cases
                  if one.id in ids and one.id not in cases]  # fmt: skip
    if impossible:
        raise PreparingError("confirm-impossible", ids=impossible)
    unknown = [id_ for id_ in ids if id_ not in by_id and id_ not in cases]
    if unknown:
        known = [*by_id, *cases, *files]
        near = [close for id_ in unknown for close in get_close_matches(id_, known, 3, 0)]
        count = len(by_id) + len(cases)
        raise PreparingError("confirm-unknown", ids=unknown, known=near, count=count)
    work = [
        one
        for id_, one in by_id.items()
        if id_ in ids or (all_proposed and one.entry.kind == "proposed")
    ]
    sure = {id_ for id_, one in cases.items() if not (one.by_hand or one.asks)}
    chosen = [one for id_, one in cases.items() if id_ in ids or (all_cases and id_ in sure)]
    return work, chosen
