"""What `exposure` and `compare` share: their arguments, the run, its files and what it says."""

import sys
import time
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from clauses.export import compile_edition
from clauses.messages import Language
from clauses.rosters.comparison import RosterComparison
from clauses.rosters.faults import RosterError
from clauses.rosters.run import RosterRun
from clauses.rosters.tally import Tally, add_up
from clauses.wizard_part import wizard_part
from docs.commands.base import UsageError, help_of, said, shown
from docs.site.language import BY_CODE
from docs.site.rosters.files import DOUBTS_FILE, HEADING, LEFT_OUT_FILE, Files
from docs.site.rosters.report import Report, in_million, in_yi, with_separators
from docs.site.rosters.tables import Beside, ReportTables, both
from docs.site.target import TargetError, is_trouble_of_the_disk, staged

Json = dict[str, Any]
LEFT_OUT = 3
"""The exit status of a run that left rows or applications out."""
_EVERY = 5.0
"""Seconds between two lines of progress."""


def add_run_arguments(parser: ArgumentParser, language: Language) -> None:
    """Add the arguments of a run over many applications."""
    text = help_of(language)
    parser.add_argument(
        "--applications", type=Path, required=True, metavar="PATH", help=text("run-applications")
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help=text("run-out"))
    parser.add_argument("--workers", type=_count, metavar="N", help=text("run-workers"))
    parser.add_argument("--scheduler", metavar="ADDRESS", help=text("run-scheduler"))


def measure(args: Namespace, editions: Sequence[str | None], name: str) -> int:
    """Run over the applications under one or two editions, and write the files of the run.

    `name` is the folder for them where the command line names none.
    """
    documents = [compile_edition(edition=edition) for edition in editions]
    return measure_under(documents, args, args.out or Path(name))


def measure_under(documents: Sequence[Json], args: Namespace, out: Path) -> int:
    """Do so with compiled documents, the old edition first.

    Raises `UsageError` if the applications cannot be read or the folder cannot be replaced. Trouble
    of the disk is printed and gives the exit status 1; any other `OSError` is raised.
    """
    language: Language = args.language
    try:
        run = RosterRun(args.applications, [wizard_part(document) for document in documents])
        with staged(out, HEADING) as folder:
            report = _run(run, documents, folder, args)
    except (RosterError, TargetError) as refused:
        raise UsageError("run-refused", said=refused.told(language)) from None
    except OSError as error:
        if not is_trouble_of_the_disk(error):
            raise
        message = said(language, "run-disk", reason=error.strerror or str(error))
        print(f"build.py {args.command}: {message}", file=sys.stderr)
        return 1
    print("\n".join(_summary(report, language)))
    print(said(language, "run-written", folder=shown(out)))
    beside = report.beside
    for phrase, count, name in (
        ("run-doubts", beside.doubts, DOUBTS_FILE),
        ("run-left-out", beside.left_out, LEFT_OUT_FILE),
    ):
        if count:
            file = (out / name).as_posix()
            print(said(language, phrase, count=count, file=file), file=sys.stderr)
    return LEFT_OUT if beside.left_out else 0


def _run(run: RosterRun, documents: Sequence[Json], folder: Path, args: Namespace) -> Report:
    """Go through the chunks and write each as it comes; return the report."""
    tallies = [Tally() for _ in documents]
    comparison, beside = RosterComparison(), Beside()
    reported = time.monotonic()
    writing = Files(folder, ReportTables(documents, tallies), args.language)
    with writing.opened() as files, closing(run.chunks(args.workers, args.scheduler)) as chunks:
        for done in chunks:
            for tally, found in zip(tallies, done.tallies, strict=True):
                tally.merge(found)
            comparison.merge(done.comparison)
            files.add(done)
            own = Beside(len(done.left_out), len(done.doubts), len(done.paid), sum(done.paid))
            add_up(beside, own)
            if time.monotonic() - reported > _EVERY:
                reported = time.monotonic()
                count = f"{tallies[0].applications:,}"
                print(said(args.language, "run-progress", count=count), file=sys.stderr, flush=True)
    compared = comparison if len(documents) > 1 else None
    report = Report(ReportTables(documents, tallies), beside, run.source.ignored, compared)
    writing.finish(report)
    return report


def _summary(report: Report, language: Language) -> list[str]:
    """Return the summary in lines: each sum in 亿元, or RMB million, with its exact yuan."""
    of = BY_CODE[language].of
    short = in_yi if language == "zh" else in_million
    lines = [of(report.title)]
    for line in report.summary:
        counts = " / ".join(f"{count:,}" for count in line.counts)
        sums = " / ".join(
            of(both("sum", short=short(fen), exact=with_separators(fen))) for fen in line.sums
        )
        shown_values = "  ".join(part for part in (counts, sums) if part)
        lines.append(f"  {of(line.label)}: {shown_values}")
    return lines


def _count(text: str) -> int:
    """Return a number of workers."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 256:
        raise ArgumentTypeError("1–256")
    return int(text)
