"""`build.py summary`: the sheet on which a revision is approved."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from clauses.messages import Language, say
from docs.commands.base import UsageError, help_of
from docs.site.approval import sheet_of
from docs.site.approval_shown import approval_html, approval_text


def add_arguments(parser: ArgumentParser, language: Language) -> None:
    text = help_of(language)
    parser.add_argument("old", metavar="OLD", help=text("summary-old"))
    parser.add_argument("new", metavar="NEW", help=text("summary-new"))
    parser.add_argument("--out", type=Path, metavar="FILE", help=text("summary-out"))


def run(args: Namespace) -> int:
    """Show the sheet for approval of a revision, or write it as a page."""
    sheet = sheet_of(args.old, args.new)
    if args.out is None:
        print(approval_text(sheet, args.language))
        return 0
    try:
        args.out.write_text(approval_html(sheet), encoding="utf-8", newline="\n")
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError("cannot-write", name=args.out, reason=reason) from None
    print(say(("approval", "written"), args.language, {"file": args.out}))
    return 0
