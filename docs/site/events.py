"""The hook that mkdocs.yml names: the handlers of MkDocs' events, in the order of their calls.

Pages are generated from the policy: MkDocs gets an empty source file for each page, and its HTML in
`on_page_content`. `config.extra["build"]` holds the `Build`; without one, as in a plain
`mkdocs build`, the Chinese pages of the current edition are built.
"""

import json
import logging
from typing import Any

from jinja2 import Environment, pass_context
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils.templates import url_filter

from clauses.document import PolicyDocument
from clauses.export import compile_edition
from docs.site.build_context import Build
from docs.site.content_policy import guard
from docs.site.edition_names import final_text, site_name
from docs.site.editions import Editions
from docs.site.inserts import Inserts
from docs.site.language import LANGUAGES, ZH
from docs.site.language_marks import mark_languages
from docs.site.material import adapt, lighten, unwanted
from docs.site.navigation import navigation
from docs.site.pages.indexing import listed_at
from docs.site.pages.notice import notice
from docs.site.pages.render import template_cache
from docs.site.words import MARK, words

WRITTEN_LATER = {"compute", "contract", "data", "en", "search"}
"""Folders at the root of the site whose files are written after MkDocs has listed its own."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Set the options that depend on the language and on the policy."""
    build = config.extra.setdefault("build", None) or _plain_build()
    config.extra["build"] = build
    language, edition, w = build.language, build.policy.edition, build.words
    config.extra |= {
        "language": language,
        "w": w,
        "status": {
            "text": mark_languages(_banner(build), language),
            "url": f"{edition.edition}/status/",
        },
        "awards_url": f"{edition.edition}/awards/",
        "wizard": build.wizard,
        "root": config.extra.get("root", ""),
        "missing": {of.code: words(of) for of in LANGUAGES},
        "alternate": True,  # makes the theme show our language switch
        "generator": False,  # the page of licences names the tools
    }
    config.theme["language"] = language.theme
    for palette, label in zip(config.theme["palette"], (w["dark"], w["light"]), strict=True):
        palette["toggle"]["name"] = label
    config.site_name = site_name(edition, language)
    config.site_description = w["description"]
    config.copyright = w["footer"]
    config.nav = navigation(build)
    if not build.in_front:
        # what the site has once is not among the pages of this run; the tests follow every link
        config.validation.nav.not_found = logging.DEBUG
    return config


def _plain_build() -> Build:
    policy = PolicyDocument.read(compile_edition())
    return Build(policy, ZH, Editions.of(policy))


def _banner(build: Build) -> str:
    """Return the status line of every page."""
    edition, of = build.policy.edition, build.language.of
    final = final_text(edition, build.language)
    said = [of(edition.status.short), *([final] if final else []), of(edition.status.prevails)]
    return Markup("<strong>{}</strong> {}").format(said[0], " ".join(said[1:]))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add an empty source file for each generated page, and remove files that no page uses."""
    build: Build = config.extra["build"]
    for file in unwanted(files, build.language) if build.in_front else list(files):
        files.remove(file)
    for file in files:
        lighten(file)
    # docs/site/sitemap.py writes the sitemap of both languages; hosts use the 404.html of the root
    root = build.in_front and not build.language.folder
    config.theme.static_templates -= {"sitemap.xml", "" if root else "404.html"}
    for page in build.pages.values():
        if files.get_file_from_path(page.path):
            continue  # hand-written text; `on_page_content` appends the generated part
        meta = {
            "title": page.title,
            "description": page.description or config.site_description,
            "hide": page.hide,
            "search": {"exclude": True},  # the search has its own index
        }
        if page.template:
            meta["template"] = page.template
        source = f"---\n{json.dumps(meta, ensure_ascii=False)}\n---\n"
        files.append(File.generated(config, page.path, content=source))
    # the 404 page, which has no fixed address, finds the root of the site by these names
    editions = {policy.edition.edition for policy in build.editions.all}
    folders = {file.dest_uri.split("/")[0] for file in files if "/" in file.dest_uri}
    config.extra["folders"] = sorted(WRITTEN_LATER | editions | folders)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill the marks of the hand-written pages: of the edition, and of what programs are offered.

    The lines before the text, such as the description, may hold marks of the edition too.
    """
    build: Build = config.extra["build"]
    for key, value in page.meta.items():
        if isinstance(value, str):
            page.meta[key] = MARK.sub(lambda mark: build.names.get(mark[1], mark[0]), value)
    if "<<" not in markdown:
        return markdown
    markdown = MARK.sub(lambda mark: build.names.get(mark[1], mark[0]), markdown)
    if "<<" not in markdown:
        return markdown
    return Inserts(build.programs, build.language, page.url).fill(markdown)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return the generated HTML, after the hand-written part if there is one."""
    build: Build = config.extra["build"]
    made = build.pages.get(page.url if page.url != "./" else "")
    language = build.language
    if made is None:
        return mark_languages(html, language)
    if contents := made.contents:
        page.toc = get_toc(contents)
    return mark_languages(html + made.body, language)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Keep compiled templates, and let both languages use the same style sheets and scripts."""
    env.bytecode_cache, env.auto_reload = template_cache(), False
    folder = config.extra["build"].language.folder

    @pass_context
    def shared(context: Any, value: str) -> str:
        if folder and value and value.startswith("assets/"):
            return f"{context['base_url'].rstrip('/')}/../{value}"
        return str(url_filter(context, value))

    env.filters["url"] = shared
    return env


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Insert the wizard's form, and link each clause to the previous and the next one."""
    build: Build = config.extra["build"]
    here = page.url if page.url != "./" else ""
    config.extra["notice"] = notice(build.editions, build.policy, build.language, here)
    # what the page is called by itself, and where search engines should list it
    config.extra["own"] = page.canonical_url
    listed = listed_at(build.editions, build.policy, here)
    config.extra["unlisted"] = listed is None
    if page.canonical_url and listed != here:
        root = build.address + build.language.folder
        page.canonical_url = None if listed is None else root + listed
    if page.url == build.wizard_url and build.wizard is not None:
        # it marks the other language itself
        page.content = build.wizard.page(build.language.code, build.policy.edition.edition)
        page.previous_page = page.next_page = None  # “continue” is the only way on
        # the theme’s skip link goes to the first entry of the table of contents, hidden on this
        # page
        page.toc = get_toc([{"level": 1, "id": "wizard-start", "name": "", "children": []}])
    folder = f"{build.policy.edition.edition}/"
    numbers = [f"{folder}{clause.number:02d}/" for clause in build.policy.clauses]
    if page.url in numbers:
        place = numbers.index(page.url)
        pages = {other.url: other for other in nav.pages}
        page.previous_page = pages[numbers[place - 1]] if place else None
        page.next_page = pages[numbers[place + 1]] if place + 1 < len(numbers) else None
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Correct the theme's HTML and add the content security policy."""
    build: Build = config.extra["build"]
    return guard(adapt(output), computes=page.url == build.wizard_url)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Add the content security policy to the 404 page."""
    return guard(output) if template_name.endswith(".html") else output
