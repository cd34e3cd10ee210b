"""The Jinja environment of the generated pages and what every template may use."""

from collections.abc import Callable, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from mkdocs.utils import get_relative_url

import amounts
from clauses.build_cache import BuildCache
from clauses.document import Chapter, Clause, Paragraph, PolicyDocument
from docs.site.edition_names import edition_name, edition_words, state_name
from docs.site.editions import Editions
from docs.site.language import EN, ZH, Language
from docs.site.pages.facts import Facts, facts_of
from docs.site.pages.notice import notice
from docs.site.pages.page import Page
from docs.site.pages.unbroken import paired, unbroken

TEMPLATES = Path(__file__).parents[1] / "templates"


def template_cache() -> FileSystemBytecodeCache:
    """Return the compiled templates, kept between builds: compiling takes longer than a page."""
    folder = BuildCache().folder("site-templates", [jinja2.__version__], lambda _: None)
    return FileSystemBytecodeCache(str(folder))


@cache
def environment() -> Environment:
    """Return the environment, which escapes all text and raises an error for unknown names."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=template_cache(),
    )
    made.filters |= {"unbroken": unbroken, "paired": paired, "share": amounts.share}
    return made


class Renderer:
    """Renders templates for one language of one edition."""

    def __init__(
        self,
        policy: PolicyDocument,
        language: Language,
        *,
        wizard: bool,
        address: str = "",
        editions: Editions | None = None,
    ) -> None:
        self.policy = policy
        self.editions = editions or Editions.of(policy)
        """All editions of the site; without them, this is the only one."""
        self.language = language
        self.words = edition_words(policy, language)
        self.wizard = wizard
        self.address = address
        """The address of the site, ending in a slash; empty if it is not known."""
        self.root = f"{policy.edition.edition}/"
        """The folder of the edition's pages below that of the language."""
        self.clauses = {clause.number: clause for clause in policy.clauses}
        """The clauses by their numbers."""

    @cached_property
    def facts(self) -> dict[str, Facts]:
        """The key facts of every award by its id."""
        return facts_of(self.policy, self.language)

    @property
    def chapters(self) -> list[tuple[Chapter, list[Clause]]]:
        """Each chapter with its clauses."""
        return [
            (
                chapter,
                [self.clauses[number] for number in chapter.clauses if number in self.clauses],
            )
            for chapter in self.policy.edition.chapters
        ]

    @cached_property
    def pending(self) -> list[tuple[Clause, int, Paragraph]]:
        """Every unfinished paragraph with its clause and number."""
        return [
            (clause, number, paragraph)
            for clause in self.policy.clauses
            for number, paragraph in enumerate(clause.paragraphs, 1)
            if paragraph.status == "pending"
        ]

    def page(
        self,
        template: str,
        url: str,
        title: str,
        *,
        description: str = "",
        nav: str = "",
        hide: list[str] | None = None,
        heads_section: bool = False,
        data: dict[str, Any] | None = None,
        **values: Any,
    ) -> Page:
        """Render `template` as the page that all editions call `url`."""
        url = self.editions.place(url, self.policy)
        if not self.in_front:
            description = f"{edition_name(self.policy.edition, self.language)} {description}"
        values = self.names(url) | {"title": title} | values
        return Page(
            url,
            title,
            environment().get_template(template).render(values),
            description,
            nav or title,
            hide or [],
            heads_section=heads_section,
            data=data or {},
        )

    def named(
        self,
        key: str,
        url: str,
        *,
        template: str = "",
        nav: str = "",
        description: str = "",
        hide: Sequence[str] = ("toc",),
        **values: Any,
    ) -> Page:
        """Render a page that the words of the site name: `awards_title`, `awards`, `awards_lead`.

        Its template is `awards.html` where no other is given.
        """
        w = self.words
        return self.page(
            template or f"{key}.html",
            url,
            w[f"{key}_title"],
            description=description or w[f"{key}_lead"],
            nav=nav or w.get(key, ""),
            hide=[*hide],
            **values,
        )

    def names(self, url: str) -> dict[str, Any]:
        """Return the names that every template may use."""
        language = self.language
        return {
            "w": self.words,
            "lang": language.code,
            "here": language,
            "zh_tag": ZH.tag,
            "en_tag": EN.tag,
            "policy": self.policy,
            "edition": self.policy.edition,
            "t": language.of,
            "day": lambda date: amounts.day(str(date), language.code),
            "link": self._linker(url),
            "file": self._file_linker(url),
            "compute": self._compute_linker(url),
            "editions": self.editions,
            "notice": notice(self.editions, self.policy, self.language, url),
            "edition_name": lambda policy: edition_name(policy.edition, language),
            "state_name": lambda edition: state_name(edition, language),
            "counterpart": get_relative_url(
                language.other.folder + url or "./", language.folder + url
            ),
            "clause_link": self._clause_linker(url),
            "clause_url": self.clause_url,
            "chapter_url": self.chapter_url,
            "facts": self.facts,
            "has_wizard": self.wizard,
        }

    def clause_url(self, clause: Clause | int) -> str:
        """Return the permanent address of a clause."""
        number = clause if isinstance(clause, int) else clause.number
        return f"{self.root}{number:02d}/"

    def chapter_url(self, chapter: Chapter) -> str:
        """Return the address of a chapter."""
        return f"{self.root}chapter-{chapter.number}/"

    @property
    def in_front(self) -> bool:
        """Whether the edition is the one in front."""
        return self.editions.in_front(self.policy)

    def _linker(self, url: str) -> Callable[[str], str]:
        """Return a function that links from the page at `url` to one of this edition.

        Its argument is what all editions call that page.
        """

        def link(target: str) -> str:
            address, _, anchor = target.partition("#")
            address = self.editions.place(address, self.policy)
            relative = get_relative_url(address or "./", url) if address != url else ""
            return relative + (f"#{anchor}" if anchor else "") or "./"

        return link

    def _compute_linker(self, url: str) -> Callable[[str], str]:
        """Return a function that links to the wizard, opened with an award of this edition."""
        link = self._linker(url)
        return lambda award: link(f"wizard/#claim={award}")

    def _file_linker(self, url: str) -> Callable[[str], str]:
        """Return a function that links to a file shared by both languages."""

        def file(target: str) -> str:
            return get_relative_url(target, self.language.folder + url)

        return file

    def _clause_linker(self, url: str) -> Callable[..., Markup]:
        link = self._linker(url)

        def clause_link(number: int, paragraph: int | None = None, name: str = "") -> Markup:
            kind = Markup("" if name else ' class="unbroken"')
            name = name or self.words["clause_n"] % number
            if number not in self.clauses:
                return Markup("{}").format(name)
            anchor = f"#p{paragraph}" if paragraph else ""
            return Markup('<a{} href="{}">{}</a>').format(
                kind, link(self.clause_url(number) + anchor), name
            )

        return clause_link
