"""One build: the pages of one language and what MkDocs must know about them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clauses.document import PolicyDocument
from clauses.folder import CLAUSES
from docs.site.edition_names import edition_words, names_of
from docs.site.editions import Editions
from docs.site.language import Language
from docs.site.pages import generated_pages
from docs.site.pages.page import Page
from docs.site.programs import Programs
from docs.site.search.evaluation import Evaluation

if TYPE_CHECKING:
    from wizard.page.profiles import ShownProfile

WIZARD = "wizard/"
"""What all editions call the wizard's page; that of the front edition lives there."""


class Wizard(Protocol):
    """What the site needs from the wizard: a page, two files to load, and files to install."""

    @property
    def stylesheet(self) -> str:
        """Address of its style sheet, relative to the root of the site."""

    @property
    def script(self) -> str:
        """Address of its script, relative to the root of the site."""

    def page(self, language: str, edition: str) -> str:
        """Return the body of the wizard's page for an edition."""

    def examples(self, language: str, edition: str) -> "Sequence[ShownProfile]":
        """Return the example profiles of an edition, computed."""

    def install(self, out: Path) -> object:
        """Write the wizard's own files below the root of the site."""


@dataclass(frozen=True)
class Build:
    """What one run of MkDocs renders: one edition; handed to the hook in `config.extra`."""

    policy: PolicyDocument
    language: Language
    editions: Editions
    wizard: Wizard | None = None
    address: str = ""
    """The address of the site, ending in a slash; empty if it is not known."""
    evaluation: Callable[[], Evaluation | None] = lambda: None
    """Waits for the evaluation of the search."""
    offered: Callable[[], Programs] | None = None
    """Waits for what is offered to programs; made when it is needed where None."""
    root: Path = CLAUSES
    """The folder of the editions."""

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The generated pages by their addresses below the language's folder."""
        wizard, edition = self.wizard, self.policy.edition.edition
        return generated_pages(
            self.policy,
            self.language,
            self.evaluation,
            wizard=wizard is not None,
            examples=wizard.examples(self.language.code, edition) if wizard else (),
            address=self.address,
            editions=self.editions,
            root=self.root,
        )

    @property
    def wizard_url(self) -> str:
        """Where the wizard of this edition lives below the language's folder."""
        return self.editions.place(WIZARD, self.policy)

    @property
    def in_front(self) -> bool:
        """Whether the edition is the one in front, which has the pages of the site as a whole."""
        return self.editions.in_front(self.policy)

    @cached_property
    def programs(self) -> Programs:
        """What the site offers to programs."""
        return self.offered() if self.offered else Programs.of(self.policy)

    @cached_property
    def words(self) -> dict[str, str]:
        """The site's words in this language, as they speak of this edition."""
        return edition_words(self.policy, self.language)

    @cached_property
    def names(self) -> dict[str, str]:
        """What the hand-written pages may name of this edition."""
        return names_of(self.policy, self.language)
