"""Checks that the words that an oddity cites are in the text."""

from clauses.edition_files import EditionFiles
from clauses.model import Edition


def check_oddities(files: EditionFiles, edition: Edition) -> None:
    """Check that each cited piece is in a paragraph of the clauses or beside them."""
    headings = (edition.title, edition.subtitle, edition.annex)
    beside = (edition.preamble, *edition.letter, *edition.closing, *edition.footnotes)
    text = "\n".join(
        [
            *(paragraph.zh for _, clause in files.read for paragraph in clause.paragraphs),
            *(one.zh for one in (*headings, *beside) if one is not None),
        ]
    )
    for index, oddity in enumerate(edition.oddities):
        for words in cited(oddity.text):
            if words not in text:
                files.edition.fault(("oddities", index, "text"), "oddity-words", words=words)


def cited(text: str) -> list[str]:
    """Return the words of the policy that an oddity cites: in quotation marks, without dots."""
    if not text.startswith("“"):
        return []
    parts = text.replace("”；“", "…").replace("”/“", "…").strip("“”").split("…")
    return [part for part in parts if len(part) > 2]
