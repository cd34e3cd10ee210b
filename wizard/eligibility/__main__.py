"""The engine on the command line: a policy document and an application in, an assessment out.

    python -m eligibility policy.json application.json

Prints the assessment as JSON. Ends with 0, or with 2 and one line on standard error where a file
cannot be read or the application is refused. `-` reads the application from standard input.
"""

import json
import sys
from pathlib import Path

from eligibility import Policy, Refused, assess, read_application


def main(arguments: list[str]) -> int:
    """Assess the application of the second file under the policy of the first."""
    if len(arguments) != 2:
        print("usage: python -m eligibility POLICY APPLICATION", file=sys.stderr)
        return 2
    document, application = arguments
    try:
        policy = Policy.from_document(json.loads(Path(document).read_text("utf-8")))
        given = sys.stdin.buffer.read() if application == "-" else Path(application).read_bytes()
        assessment = assess(policy, read_application(given.decode("utf-8-sig")))
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 2
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 2
    json.dump(assessment, sys.stdout, ensure_ascii=False, indent=2)
    print()
    return 0


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(main(sys.argv[1:]))
