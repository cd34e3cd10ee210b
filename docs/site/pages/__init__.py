"""All generated pages of one language, in the order in which they are listed."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from clauses.cases import all_cases, cases_folder
from clauses.document import PolicyDocument
from clauses.folder import CLAUSES
from docs.site.editions import Editions
from docs.site.language import Language
from docs.site.pages.changes import changes_page
from docs.site.pages.clause import clause_pages
from docs.site.pages.coverage import coverage_page
from docs.site.pages.front import example_pages, home_page, wizard_page
from docs.site.pages.indexes import index_pages
from docs.site.pages.page import Page
from docs.site.pages.reference import edition_reference_pages, site_reference_pages
from docs.site.pages.render import Renderer
from docs.site.search.evaluation import Evaluation

if TYPE_CHECKING:
    from wizard.page.profiles import ShownProfile


def generated_pages(
    policy: PolicyDocument,
    language: Language,
    evaluation: Callable[[], Evaluation | None] = lambda: None,
    *,
    wizard: bool,
    examples: "Sequence[ShownProfile]" = (),
    address: str = "",
    editions: Editions | None = None,
    root: Path = CLAUSES,
) -> dict[str, Page]:
    """Return every generated page of an edition by its address below the language's folder.

    `address` is the address of the site, if it is known; `root` is the folder of the editions. What
    belongs to the site as a whole is made for the edition in front.
    """
    edition = policy.edition.edition
    # what is not confirmed may contradict a case: a preview shows none
    cases = () if policy.preparing else all_cases(cases_folder(edition, root))
    render = Renderer(policy, language, wizard=wizard, address=address, editions=editions)
    pages = [
        *clause_pages(render, cases),
        *([changes] if (changes := changes_page(render)) else []),
        *index_pages(render),
        *edition_reference_pages(render),
        coverage_page(render, cases),
    ]
    if render.in_front:
        pages = [home_page(render), *pages, *site_reference_pages(render)]
        if evaluated := evaluation():
            pages.append(render.named("search_report", "search-report/", evaluation=evaluated))
    if wizard:
        pages += example_pages(render, examples)
        pages.append(wizard_page(render))  # last, because the wizard is packed in the meantime
    return {page.url: page for page in pages}
