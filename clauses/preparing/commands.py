"""The commands `build.py revise` and `build.py confirm`: what they read, and what they print."""

import argparse
import json
from datetime import date
from pathlib import Path

from clauses.folder import CLAUSES
from clauses.preparing.confirm import confirm as confirmed
from clauses.preparing.copying import copy_edition
from clauses.preparing.errors import PreparingError
from clauses.preparing.pairing import read_answers
from clauses.preparing.revise import revise as prepared
from clauses.preparing.telling import told_confirmed, told_copied, told_prepared

NEW = "new"
"""In the place of a text: a copy of an edition."""


def revise(args: argparse.Namespace) -> int:
    """Prepare an edition; 1 if questions must be answered first, else 0.

    Raises `TextError`, `PreparingError`, `PolicyFilesError` and `OSError`, as `prepared` does.
    """
    given = args.day if args.text == NEW and args.day else args.date
    if given is None or (args.day and args.text != NEW):
        raise PreparingError("prepare-no-date")
    day = _day(given)
    announced = _day(args.announced) if args.announced else None
    if args.text == NEW:
        former = copy_edition(day, CLAUSES, former=args.former)
        print(told_copied(day.isoformat(), former, args.language))
        return 0
    made = prepared(
        Path(args.text),
        day,
        CLAUSES,
        former=args.former,
        answers=read_answers(args.answer, args.answers),
        announced=announced,
        dry=args.dry_run,
    )
    if args.json:
        print(json.dumps(made.report, ensure_ascii=False, indent=2))
    else:
        print(told_prepared(made, args.language, dry=args.dry_run))
    return 1 if made.questions else 0


def confirm(args: argparse.Namespace) -> int:
    """Confirm entries; 1 if one of those asked for is not right yet, else 0."""
    done = confirmed(
        CLAUSES, args.edition, args.ids, all_proposed=args.proposed, all_cases=args.cases
    )
    print(told_confirmed(done, args.language))
    return 1 if done.refused or done.left.faults else 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text) if len(text) == 10 else _refuse(text)
    except ValueError:
        return _refuse(text)


def _refuse(text: str) -> date:
    raise PreparingError("prepare-date", text=text)
