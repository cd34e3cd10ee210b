"""`build.py check`: every fault in the files of the policy, and what waits in new editions."""

import time
from argparse import ArgumentParser, Namespace

from clauses.cases import cases_folder
from clauses.document import PolicyDocument
from clauses.examples import read_examples
from clauses.export import compile_checked
from clauses.folder import CLAUSES, all_editions, in_preparation
from clauses.loading import read_editions, read_policy
from clauses.messages import Language, say
from clauses.model.policy import Policy
from clauses.preparing.progress import progress
from clauses.preparing.telling import told_progress
from clauses.worked import check_cases, without_cases
from docs.commands.base import help_of, known_edition, said


def add_arguments(parser: ArgumentParser, language: Language) -> None:
    parser.add_argument("--edition", metavar="DATE", help=help_of(language)("check-edition"))


def run(args: Namespace) -> int:
    """Check all files of the policy, or those of one edition."""
    only = known_edition(args.edition)
    preparing = [name for name in all_editions() if in_preparation(name) and only in (None, name)]
    checked = [] if only in preparing else [read_policy(edition=only)] if only else read_editions()
    for policy in checked:
        if len(checked) + len(preparing) > 1:
            print(f"==> {policy.edition.edition}", flush=True)
        _check_edition(policy, args.language)
    return max([_check_prepared(name, args.language) for name in preparing], default=0)


def _check_prepared(edition: str, language: Language) -> int:
    """Say what waits in an edition in preparation: it is work; other faults are faults."""
    now = progress(CLAUSES, edition)
    print(told_progress(now, language), flush=True)
    unreadable = any(not fault.key for one in now.work for fault in one.faults)
    return 1 if now.faults or unreadable else 0


def _check_edition(checked: Policy, language: Language) -> None:
    """Check the topics, examples and worked cases of an edition, and say what it holds."""
    started = time.monotonic()
    policy = PolicyDocument.read(compile_checked(checked))
    examples = read_examples(policy)
    figures = [figure for passage in policy.passages for figure in passage.figures]
    claimed = sum(bool(figure.claimed_by) for figure in figures)
    floors = sum(not award.is_payment for _, award in policy.awards)
    counts = {
        "clauses": len(policy.clauses),
        "awards": len(policy.awards) - floors,
        "floors": floors,
        "lines": len(policy.lines),
        "readings": len(policy.readings),
        "terms": len(policy.glossary),
        "examples": len(examples),
        "cases": check_cases(policy.wizard),
        "figures": len(figures),
        "claimed": claimed,
        "excused": len(figures) - claimed,
    }
    seconds = f"{time.monotonic() - started:.1f}"
    print(said(language, "checked", **counts, seconds=seconds))
    edition = policy.edition.edition
    if ids := without_cases(policy.wizard, cases_folder(edition)):
        print(say(("preparing", "without-cases"), language, {"edition": edition, "ids": ids}))
