"""`build.py roster`: a template with headings for a roster of many applications."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from clauses.document_cache import policy_document_cached
from clauses.messages import Language, say
from clauses.rosters.template import write_template
from docs.commands.base import UsageError, help_of, known_edition


def add_arguments(parser: ArgumentParser, language: Language) -> None:
    text = help_of(language)
    parser.add_argument("file", type=Path, metavar="FILE", help=text("roster-file"))
    parser.add_argument("--edition", metavar="DATE", help=text("edition"))


def run(args: Namespace) -> int:
    """Write the template of a roster."""
    edition = known_edition(args.edition)
    if args.file.exists():
        raise UsageError("roster-exists", file=args.file)
    if args.file.suffix.lower() not in (".csv", ".xlsx"):
        raise UsageError("roster-kind", file=args.file)
    document = policy_document_cached(edition=edition)
    try:
        write_template(args.file, document)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError("cannot-write", name=args.file, reason=reason) from None
    print(say(("rosters", "template-written"), args.language, {"file": args.file}))
    return 0
