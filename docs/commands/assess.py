"""`build.py assess`: an application in, its assessment out, as JSON or in words."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

import eligibility
from clauses.document_cache import policy_document_cached
from clauses.folder import all_editions
from clauses.messages import Language
from docs.commands.base import UsageError, help_of, known_edition

LARGEST = 10_000_000
"""In bytes; an application with a hundred claims has 50,000."""


def add_arguments(parser: ArgumentParser, language: Language) -> None:
    text = help_of(language)
    parser.add_argument("--edition", metavar="DATE", help=text("edition"))
    parser.add_argument("file", metavar="FILE", help=text("assess-file"))


def run(args: Namespace) -> int:
    """Assess an application."""
    text = _read_text(args.file)
    document = policy_document_cached(edition=known_edition(args.edition))
    policy = eligibility.Policy.from_document(document)
    try:
        application = eligibility.read_application(text)
        assessment = eligibility.assess(policy, application)
    except eligibility.Refused as refused:
        import results

        said = results.refusal(refused, args.language, paths=True)
        named = application.get("edition") if refused.place == "$.edition" else None
        if named in all_editions():
            raise UsageError("refused-edition", said=said, edition=named) from None
        raise UsageError("refused", said=said) from None
    if args.lang:
        import nearness
        import results

        near = results.Near(nearness.worthwhile(nearness.near_misses(policy, application)))
        print(results.memo(document, application, assessment, args.lang, near))
    else:
        print(json.dumps(assessment, ensure_ascii=False, indent=2))
    return 0


def _read_text(name: str) -> str:
    try:
        if name == "-":
            content = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(name).open("rb") as file:  # a pipe too: assess <(…)
                content = file.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise UsageError("application-too-large", name=name, largest=LARGEST)
        return content.decode("utf-8-sig")
    except OSError as error:
        raise UsageError("cannot-read", name=name, reason=error.strerror or str(error)) from None
    except UnicodeDecodeError as error:
        raise UsageError("application-not-utf-8", name=name, byte=error.start) from None
