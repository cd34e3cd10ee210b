"""Marks in a paragraph the sentences on which awards and lines rest."""

from collections.abc import Iterable

from markupsafe import Markup, escape


def marked(text: str, quotes: Iterable[tuple[str, str]]) -> Markup:
    """Link each quote (words, id of its key facts) where it stands in `text`.

    Quotes that overlap an earlier one are left unlinked: links cannot be nested.
    """
    spans: list[tuple[int, int, str]] = []
    for words, target in quotes:
        start = text.find(words)
        if start >= 0 and all(start + len(words) <= a or start >= b for a, b, _ in spans):
            spans.append((start, start + len(words), target))
    html, place = Markup(), 0
    for start, end, target in sorted(spans):
        html += escape(text[place:start])
        html += Markup('<a class="quoted" href="#{}">{}</a>').format(target, text[start:end])
        place = end
    return html + escape(text[place:])
