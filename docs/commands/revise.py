"""`build.py revise`: a new edition from a revised text, or as a copy to edit by hand."""

import json
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from clauses.folder import CLAUSES
from clauses.messages import Language
from clauses.preparing.copying import copy_edition
from clauses.preparing.errors import PreparingError
from clauses.preparing.pairing import read_answers
from clauses.preparing.revise import revise
from clauses.preparing.telling import told_copied, told_prepared
from docs.commands.base import help_of
from docs.commands.preparing import nothing_half_written

NEW = "new"
"""In the place of a text: a copy of an edition."""


def add_arguments(parser: ArgumentParser, language: Language) -> None:
    text = help_of(language)
    parser.add_argument("text", metavar="TEXT", help=text("revise-text"))
    parser.add_argument("day", metavar="DATE", nargs="?", help=text("revise-day"))
    parser.add_argument("--date", metavar="DATE", help=text("revise-date"))
    parser.add_argument("--from", metavar="DATE", dest="former", help=text("revise-from"))
    parser.add_argument("--announced", metavar="DATE", help=text("revise-announced"))
    parser.add_argument("--answer", metavar="OLD=NEW", action="append", default=[],
                        help=text("revise-answer"))  # fmt: skip
    parser.add_argument("--answers", metavar="FILE", type=Path, help=text("revise-answers"))
    parser.add_argument("--dry-run", action="store_true", help=text("revise-dry-run"))
    parser.add_argument("--json", action="store_true", help=text("diff-json"))


@nothing_half_written
def run(args: Namespace) -> int:
    """Prepare an edition; 1 if questions must be answered first, else 0."""
    given = args.day if args.text == NEW and args.day else args.date
    if given is None:
        raise PreparingError("prepare-no-date")
    if args.day and args.text != NEW:
        raise PreparingError("prepare-two-texts", words=f"{args.text} {args.day}")
    day = _day(given, "--date")
    announced = _day(args.announced, "--announced") if args.announced else None
    if args.text == NEW:
        former = copy_edition(day, CLAUSES, former=args.former)
        print(told_copied(day.isoformat(), former, args.language))
        return 0
    made = revise(
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


def _day(text: str, option: str) -> date:
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise PreparingError("prepare-date", option=option, text=text)
