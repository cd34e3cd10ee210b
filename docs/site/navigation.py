"""The navigation: tabs, chapters and clauses, from the pages of a build."""

from typing import Any

from docs.site.build_context import Build

Nav = list[dict[str, Any]]


def navigation(build: Build) -> Nav:
    """Return the navigation in the form of MkDocs' configuration."""
    w, root = build.words, f"{build.policy.edition.edition}/"

    def page(url: str) -> dict[str, str]:
        shown = build.pages[url]
        return {shown.nav: shown.path}

    chapters: list[Any] = [build.pages[root].path, page(f"{root}text/")]
    for chapter in build.policy.edition.chapters:
        clauses = [page(f"{root}{number:02d}/") for number in chapter.clauses]
        name = build.language.of(chapter.short)
        head = build.pages[f"{root}chapter-{chapter.number}/"].path
        chapters.append({name: [head, *clauses]})
    indexes = ("topics", "departments", "awards", "kinds", "beneficiaries", "undecided", "targets")
    nav: Nav = [
        {w["home"]: "index.md"},
        {w["clauses"]: chapters},
        {w["indexes"]: [page(f"{root}{name}/") for name in indexes]},
    ]
    if "wizard/" in build.pages:
        nav.append({w["wizard"]: build.pages["wizard/"].path})
    report = [page("search-report/")] if "search-report/" in build.pages else []
    nav += [
        {
            w["reference"]: [
                page("how-to-read/"),
                page("glossary/"),
                page(f"{root}status/"),
                page("readings/"),
                page("coverage/"),
            ]
        },
        {
            w["about"]: [
                {w["guide"]: "guide.md"},
                {w["how"]: "about.md"},
                {w["trust"]: "trust.md"},
                page("data/"),
                {w["contract"]: "contract.md"},
                {w["compute_elsewhere"]: "compute.md"},
                page("licences/"),
                *report,
            ]
        },
    ]
    return nav
