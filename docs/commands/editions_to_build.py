"""The editions of a site: all that are finished, and in a preview those in preparation too."""

from pathlib import Path

from clauses.cases import cases_folder
from clauses.document import PolicyDocument
from clauses.editions import front_edition
from clauses.examples import read_examples
from clauses.export import compile_checked
from clauses.folder import CLAUSES, all_editions, in_preparation
from clauses.loading import read_editions
from clauses.messages import Language, say
from clauses.preparing.errors import PreparingError
from clauses.preparing.preview import preview as prepared
from clauses.preparing.progress import left_out
from clauses.worked import check_cases


def editions_to_build(preview: str | None, root: Path = CLAUSES) -> list[PolicyDocument]:
    """Read and check every finished edition with its examples and cases, the one in front first.

    A preview has the edition in preparation that it names too (all of them for ""), and the one in
    front: as they are, what waits is marked and withheld. Raises `PreparingError` for a name that
    no edition has.
    """
    editions, front = all_editions(root), front_edition(root)
    if preview and preview not in editions:
        raise PreparingError("prepare-no-edition", name=preview, known=editions)
    found = {
        policy.edition.edition: PolicyDocument.read(compile_checked(policy, root))
        for policy in read_editions(root)
    }
    for document in found.values():
        read_examples(document, root)
        check_cases(document.wizard, cases_folder(document.edition.edition, root))
    for name in editions if preview is not None else ():
        if in_preparation(name, root) and _shown(name, preview, front):
            found[name] = prepared(root, name)
    return [found.pop(front), *found.values()]


def _shown(edition: str, preview: str | None, front: str) -> bool:
    return preview == "" or edition in (preview, front)


def say_preparing(language: Language, preview: str | None) -> None:
    """Say which editions are left out, or shown as they are in a preview.

    Without a preview, raises `PreparingError` if the one in front is one.
    """
    for edition, count in left_out(CLAUSES, preview=preview is not None):
        values = {"edition": edition, "count": count}
        name = (
            "previewed"
            if preview is not None and _shown(edition, preview, front_edition())
            else "left-out"
        )
        print(f"==> {say(('preparing', name), language, values)}", flush=True)
