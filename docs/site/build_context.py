"""One build: the pages of one language and what MkDocs must know about them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from clauses.document import PolicyDocument
from docs.site.language import Language
from docs.site.pages import Page, ShownExample, generated_pages
from docs.site.programs import Programs
from docs.site.search.evaluation import Evaluation
from docs.site.words import words

WIZARD = "wizard/"
"""Where the wizard's page lives below the language's folder."""


class WizardParts(Protocol):
    """What the site needs to know of the wizard to show its page."""

    @property
    def stylesheet(self) -> str:
        """Address of its style sheet, relative to the root of the site."""
        ...

    @property
    def script(self) -> str:
        """Address of its script, relative to the root of the site."""
        ...

    def page(self, language: str) -> str:
        """Return the body of the wizard's page."""
        ...

    def examples(self, language: str) -> Sequence[ShownExample]:
        """Return the example profiles, computed."""
        ...


@dataclass(frozen=True)
class Build:
    """What one run of MkDocs renders; handed to the hook in `config.extra`."""

    policy: PolicyDocument
    language: Language
    wizard: WizardParts | None = None
    address: str = ""
    """The address of the site, ending in a slash; empty if it is not known."""
    evaluation: Callable[[], Evaluation] | None = None
    """Waits for the evaluation of the search."""
    offered: Callable[[], Programs] | None = None
    """Waits for what is offered to programs; made when it is needed where None."""
    pages: dict[str, Page] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        pages = generated_pages(
            self.policy,
            self.language,
            self.evaluation,
            wizard=self.wizard is not None,
            examples=self.wizard.examples(self.language.code) if self.wizard else (),
            address=self.address,
        )
        self.pages.update(pages)

    @cached_property
    def programs(self) -> Programs:
        """What the site offers to programs."""
        return self.offered() if self.offered else Programs.of(self.policy)

    @property
    def words(self) -> dict[str, str]:
        """The site's words in this language."""
        return words(self.language)
