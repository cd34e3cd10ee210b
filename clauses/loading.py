"""Reads an edition from `clauses/`: the shape of each file, then the checks, then the proof."""

from collections.abc import Collection
from pathlib import Path

from clauses.check import check
from clauses.check.lineage import check_lineage
from clauses.edition_files import EditionFiles
from clauses.editions import all_editions, front_edition
from clauses.faults import Fault, PolicyFilesError, fault
from clauses.folder import CLAUSES, in_preparation, stray_in_policy
from clauses.model.policy import Policy
from clauses.proof import prove


def read_policy(root: Path = CLAUSES, edition: str | None = None) -> Policy:
    """Read and check an edition below `root`, the one in front where none is named.

    Raises `PolicyFilesError` with every fault; a policy that is returned is complete.
    """
    edition = edition or front_edition(root)
    policy, faults = read_with_faults(root, edition)
    if len(all_editions(root)) == 1 and policy is not None:
        faults += policy.unneeded
    if faults or policy is None:
        raise PolicyFilesError(faults)
    return policy


def read_with_faults(
    root: Path, edition: str, *, translated: Collection[str] = (), shapes_only: bool = False
) -> tuple[Policy | None, list[Fault]]:
    """Read an edition below `root`; return it with its faults, None if a file has not its form.

    The two languages are not compared in the clause files that `translated` names, such as
    `2020-03-16/06.yml`; with `shapes_only` nothing is compared or proved.
    """
    files = EditionFiles(root, edition)
    unneeded = frozenset[Fault]()
    if not shapes_only:
        unneeded = check(files, translated)
        check_lineage(files, root)
        prove(files)
    faults = files.faults
    faults += stray_in_policy(root, edition)
    if not files.clauses:
        faults.append(fault(edition, 1, "", "no-clauses"))
    head, readings, glossary = files.edition.held, files.readings.held, files.glossary.held
    unclaimed = files.unclaimed.held
    whole = files.is_whole and files.normalisations.held is not None
    if not whole or head is None or readings is None or glossary is None or unclaimed is None:
        return None, faults
    clauses = [clause for _, clause in files.read]
    return Policy(head, clauses, readings, glossary, unclaimed, unneeded), faults


def read_editions(root: Path = CLAUSES) -> list[Policy]:
    """Read and check every finished edition below `root`, the earliest first.

    An edition in preparation is left out. Raises `PolicyFilesError` with every fault of all of
    them, and with each entry of the common files that no edition needs.
    """
    policies, faults = list[Policy](), dict[Fault, None]()
    finished = [name for name in all_editions(root) if not in_preparation(name, root)]
    for edition in finished:
        try:
            policies.append(read_policy(root, edition))
        except PolicyFilesError as faulty:
            faults |= dict.fromkeys(faulty.faults)
    # what no finished edition needs, one in preparation may need
    if policies and not faults and len(finished) == len(all_editions(root)):
        faults = dict.fromkeys(frozenset.intersection(*(one.unneeded for one in policies)))
    if faults:
        raise PolicyFilesError(faults)
    front_edition(root)
    return policies
