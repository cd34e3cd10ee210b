"""Where the wizard of one edition is on the site, in one language.

The edition in front has the address `wizard/`, any other one `2020-03-16/wizard/`; the English
pages are below `en/`.
"""

from dataclasses import dataclass

FOLDERS = {"zh": "", "en": "en/"}
"""The folder of each language, below the root of the site."""


@dataclass(frozen=True)
class PagePlace:
    """The page of one language and edition."""

    language: str
    edition: str = ""
    """Empty for the one in front."""

    @property
    def below(self) -> str:
        """The folder of the page, below the root of its language."""
        return f"{self.edition}/wizard/" if self.edition else "wizard/"

    @property
    def page(self) -> str:
        """The folder of the page, below the root of the site."""
        return FOLDERS[self.language] + self.below

    @property
    def home(self) -> str:
        """The path from the page to the root of its language."""
        return "../" * self.below.count("/")

    @property
    def root(self) -> str:
        """The path from the page to the root of the site."""
        return "../" * self.page.count("/")
