"""The Jinja2 templates of the results, in each language."""

import html
import pkgutil
import re
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import amounts
from results.naming_the_text import DRAFT, POLICY
from results.words import catalogue

if TYPE_CHECKING:
    from jinja2 import Environment

READY_MADE = "compiled"
"""The folder in this package where packing puts the compiled templates.

Compiling them in WebAssembly took 0.6 s before the first page of results; loading takes 0.03 s.
"""
_WORD = re.compile(r"\{\{ words\.(?P<section>[\w-]+)(?:\.(?P<key>\w+)|\['(?P<name>[\w-]+)'\]) \}\}")


def write(name: str, language: str, **said: Any) -> str:
    """Return a template filled in, as HTML in which no amount is split over two lines."""
    template = environment(language).get_template(name)
    return amounts.unbroken(template.render(language=language, **said))


@cache
def environment(language: str) -> "Environment":
    """Return the templates of `zh` or `en`, with its words filled in."""
    # Jinja2 takes the browser a fifth of a second, so it is loaded only with the first page
    from jinja2 import ChoiceLoader, Environment, FunctionLoader, ModuleLoader, StrictUndefined

    ready_made = __file__.rpartition("environment")[0] + f"{READY_MADE}/{language}"
    from_source = FunctionLoader(partial(template, language))
    return Environment(
        loader=ChoiceLoader([ModuleLoader(ready_made), from_source]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def template(language: str, name: str) -> str | None:
    """Return the text of a template, with the words that have no parameters filled in.

    These are half of the words on a card; escaping them again at every answer would cost as much
    time as the applicant’s own figures.
    """
    try:
        content = pkgutil.get_data("results", f"templates/{name}")
    except OSError:
        return None
    if content is None:
        return None
    words = [catalogue(language, called) for called in (DRAFT, POLICY)]

    def filled(match: re.Match[str]) -> str:
        said = {each[match["section"]][match["key"] or match["name"]] for each in words}
        # a word that depends on what the text is called is looked up when the page is written
        return html.escape(said.pop()) if len(said) == 1 else match[0]

    return _WORD.sub(filled, content.decode())
