"""`build.py schema`: the JSON Schemas that an editor checks the files with."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from clauses.editor_schema import write_schemas
from clauses.messages import Language
from docs.commands.base import ROOT, help_of, said, shown

FOLDER = ROOT / "build" / "schema"


def add_arguments(parser: ArgumentParser, language: Language) -> None:
    text = help_of(language)
    parser.add_argument("--out", type=Path, default=FOLDER, metavar="DIR", help=text("schema-out"))


def run(args: Namespace) -> int:
    """Write the schemas."""
    names = [file.name for file in write_schemas(args.out)]
    print(said(args.language, "schemas", names=names, folder=shown(args.out)))
    return 0
