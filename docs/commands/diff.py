"""`build.py diff`: what changed between two editions, or an edition and a revised text."""

import json
from argparse import ArgumentParser, Namespace

from clauses.messages import Language
from clauses.revision.differences import differences
from clauses.revision.summary import summary
from docs.commands.base import help_of


def add_arguments(parser: ArgumentParser, language: Language) -> None:
    text = help_of(language)
    parser.add_argument("old", metavar="OLD", help=text("diff-old"))
    parser.add_argument("new", metavar="NEW", help=text("diff-new"))
    parser.add_argument("--json", action="store_true", help=text("diff-json"))


def run(args: Namespace) -> int:
    """Compare two editions, or an edition with a revised text."""
    report = differences(args.old, args.new)
    print(json.dumps(report, ensure_ascii=False, indent=2) if args.json
          else summary(report, args.language))  # fmt: skip
    return 0
