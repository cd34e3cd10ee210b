"""All generated pages of one language, in the order in which they are listed."""

from collections.abc import Callable, Sequence

from clauses.cases import all_cases, cases_folder
from clauses.document import PolicyDocument
from docs.site.language import Language
from docs.site.pages.clause import clause_pages
from docs.site.pages.coverage import coverage_page
from docs.site.pages.front import home_page, licence_page, wizard_page
from docs.site.pages.indexes import index_pages
from docs.site.pages.page import Page
from docs.site.pages.profiles import ShownExample, example_pages
from docs.site.pages.render import Renderer
from docs.site.pages.search_report import search_report_page
from docs.site.scores import read_scores, scores_file
from docs.site.search.evaluation import Evaluation

__all__ = ["Page", "Renderer", "ShownExample", "generated_pages"]


def generated_pages(
    policy: PolicyDocument,
    language: Language,
    evaluation: Callable[[], Evaluation] | None = None,
    *,
    wizard: bool,
    examples: Sequence[ShownExample] = (),
    address: str = "",
) -> dict[str, Page]:
    """Return every generated page by its address below the language's folder.

    `address` is the address of the site, if it is known.
    """
    edition = policy.edition.edition
    cases = all_cases(cases_folder(edition))
    render = Renderer(policy, language, wizard=wizard, address=address)
    pages = [
        home_page(render),
        *clause_pages(render, cases),
        *index_pages(render),
        coverage_page(render, cases, read_scores(scores_file(edition))),
        licence_page(render),
    ]
    if evaluation is not None:
        pages.append(search_report_page(render, evaluation()))
    if wizard:
        pages += example_pages(render, examples)
        pages.append(wizard_page(render))  # last, because the wizard is packed in the meantime
    return {page.url: page for page in pages}
