"""The navigation: tabs, chapters and clauses, from the pages of a build."""

from typing import Any

from docs.site.build_context import Build
from docs.site.editions import EDITIONS
from docs.site.history import CHANGES

Nav = list[dict[str, Any]]
INDEXES = ("topics", "departments", "awards", "kinds", "beneficiaries", "undecided", "targets")


def navigation(build: Build) -> Nav:
    """Return the navigation in the form of MkDocs' configuration.

    The pages of an edition that is not in front are built by themselves: to what the site has once
    they link by its address, which MkDocs leaves as it is.
    """
    w, root = build.words, f"{build.policy.edition.edition}/"
    front = build.in_front

    def page(url: str) -> dict[str, str]:
        shown = build.pages[build.editions.place(url, build.policy)]
        return {shown.nav: shown.path}

    def once(url: str, name: str) -> dict[str, str]:
        return page(url) if front else {w[name]: url}

    def written(name: str, file: str) -> dict[str, str]:
        return {w[name]: f"{file}.md" if front else f"{file}/"}

    chapters: list[Any] = [build.pages[root].path, page(f"{root}text/")]
    for chapter in build.policy.edition.chapters:
        clauses = [page(f"{root}{number:02d}/") for number in chapter.clauses]
        name = build.language.of(chapter.short)
        head = build.pages[f"{root}chapter-{chapter.number}/"].path
        chapters.append({name: [head, *clauses]})
    nav: Nav = [
        {w["home"]: "index.md" if front else "./"},
        {w["clauses"]: chapters},
        {w["indexes"]: [page(f"{root}{name}/") for name in INDEXES]},
    ]
    if build.wizard is not None:
        nav.append({w["wizard"]: build.pages[build.wizard_url].path})
    report = [page("search-report/")] if "search-report/" in build.pages else []
    nav += [
        {
            w["reference"]: [
                page("how-to-read/"),
                once("glossary/", "glossary"),
                page(f"{root}status/"),
                *([page(f"{root}{CHANGES}")] if f"{root}{CHANGES}" in build.pages else []),
                page("readings/"),
                page("coverage/"),
                *([once(EDITIONS, "editions_title")] if build.editions.several else []),
            ]
        },
        {
            w["about"]: [
                written("guide", "guide"),
                written("how", "about"),
                written("trust", "trust"),
                once("data/", "data"),
                written("contract", "contract"),
                written("compute_elsewhere", "compute"),
                once("licences/", "licences"),
                *report,
            ]
        },
    ]
    return nav
