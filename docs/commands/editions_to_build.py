"""The editions of a site: all that are finished, and in a preview those in preparation too."""

from clauses.document import PolicyDocument
from clauses.editions import front_edition
from clauses.examples import read_examples
from clauses.export import compile_checked
from clauses.folder import CLAUSES, all_editions, in_preparation
from clauses.loading import read_editions
from clauses.messages import Language, say
from clauses.preparing.preview import preview as prepared
from clauses.preparing.progress import left_out
from clauses.worked import check_cases


def editions_to_build(preview: bool) -> list[PolicyDocument]:
    """Read and check every finished edition with its examples and cases, the one in front first.

    A preview has the editions in preparation too, as they are: what waits is marked and withheld.
    """
    found = {
        policy.edition.edition: PolicyDocument.read(compile_checked(policy))
        for policy in read_editions()
    }
    for document in found.values():
        read_examples(document)
        check_cases(document.wizard)
    if preview:
        found |= {name: prepared(CLAUSES, name) for name in filter(in_preparation, all_editions())}
    return [found.pop(front_edition()), *found.values()]


def say_preparing(language: Language, preview: bool) -> None:
    """Say which editions are left out, or shown as they are in a preview.

    Without a preview, raises `PreparingError` if the one in front is one.
    """
    for edition, count in left_out(CLAUSES, preview=preview):
        values = {"edition": edition, "count": count}
        name = "previewed" if preview else "left-out"
        print(f"==> {say(('preparing', name), language, values)}", flush=True)
