"""The citation of a clause, for people and as schema.org Legislation."""

from typing import Any

import amounts
from clauses.document import Clause, Edition
from docs.site.edition_names import kind_of_text
from docs.site.language import EN, LANGUAGES, Language
from docs.site.words import words


def clause_heading(clause: Clause, language: Language) -> str:
    """Return number and title of a clause: 第6条 …, Clause 6. …"""
    stop = "" if language.code == "zh" else "."
    return f"{words(language)['clause_n'] % clause.number}{stop} {language.of(clause.title)}"


def citation(edition: Edition, clause: Clause, language: Language) -> str:
    """Return the citation in `language`: title, clause, edition with its date, status."""
    of, space = language.of, "" if language.code == "zh" else " "
    return words(language)["citation"].format(
        title=of(edition.title),
        subtitle=space + of(edition.subtitle) if edition.subtitle else "",
        number=clause.number,
        name=of(clause.title),
        edition=amounts.day(edition.edition, language.code),
        status=of(edition.status.short),
        prevails=of(edition.status.prevails),
    )


def legislation(
    edition: Edition, clause: Clause, language: Language, places: dict[str, str]
) -> dict[str, Any]:
    """Return the clause as schema.org Legislation.

    `places` has the addresses of its page by language code, and of the whole text as `whole`; it is
    empty if the address of the site is not known, and `former` that of the edition that this one
    revises. `legislationDateVersion` is the date of the edition; there is no date of adoption.
    """
    codes = dict.fromkeys(code for p in clause.paragraphs for code in p.departments)
    responsible = [
        {"@type": "GovernmentOrganization", "name": language.of(edition.departments[code])}
        for code in codes
    ]
    return {
        "@context": "https://schema.org",
        **_work(edition, clause, language, places),
        "legislationType": kind_of_text(edition, language),
        "legislationJurisdiction": {
            "@type": "AdministrativeArea",
            "name": words(language)["jurisdiction"],
        },
        "legislationDateVersion": edition.edition,
        "legislationLegalForce": legal_force(edition),
        **_term(edition),
        "creativeWorkStatus": language.of(edition.status.short),
        "legislationResponsible": responsible,
        "isAccessibleForFree": True,
        "encoding": {
            "@type": "LegislationObject",
            "encodingFormat": "text/html",
            "legislationLegalValue": "https://schema.org/UnofficialLegalValue",
        },
        "translationOfWork" if language is EN else "workTranslation": _work(
            edition, clause, language.other, places
        ),
        "isPartOf": {
            "@type": "Legislation",
            "name": language.of(edition.title),
            "alternativeHeadline": kind_of_text(edition, language),
            "legislationIdentifier": edition.number or edition.edition,
            "legislationDateVersion": edition.edition,
            "legislationLegalForce": legal_force(edition),
            **_term(edition),
            **_former(edition, places),
            **_address(places, "whole"),
        },
    }


def _work(
    edition: Edition, clause: Clause, language: Language, places: dict[str, str]
) -> dict[str, str]:
    """Name a clause in one of its languages."""
    return {
        "@type": "Legislation",
        "name": clause_heading(clause, language),
        "inLanguage": language.tag,
        "legislationIdentifier": f"{edition.edition}/{clause.number:02d}",
        **_address(places, language.code),
    }


def legal_force(edition: Edition) -> str:
    """Return the schema.org term for whether the text is in force."""
    in_force = edition.status.state == "in-force"
    return f"https://schema.org/{'InForce' if in_force else 'NotInForce'}"


def _term(edition: Edition) -> dict[str, str]:
    """Return the term of a text that was issued; a draft applied at no time."""
    if edition.status.state == "draft":
        return {}
    term = edition.validity
    end = term.to.isoformat() if term.to else ".."
    return {"temporalCoverage": f"{term.from_.isoformat()}/{end}"}


def _former(edition: Edition, places: dict[str, str]) -> dict[str, Any]:
    """Name the edition that this one takes up."""
    if edition.follows is None:
        return {}
    former = {"@type": "Legislation", "legislationDateVersion": edition.follows}
    return {"legislationConsolidates": former | _address(places, "former")}


def _address(places: dict[str, str], key: str) -> dict[str, str]:
    return {"@id": places[key], "url": places[key]} if key in places else {}


def places_of(
    address: str, url: str, whole: str, language: Language, former: str | None = None
) -> dict[str, str]:
    """Return the absolute addresses of a page and of the whole text; empty without `address`.

    `former` is the date of the edition that this one revises, if the site has it.
    """
    if not address:
        return {}
    found: dict[str, str] = {of.code: address + of.folder + url for of in LANGUAGES}
    found["whole"] = address + language.folder + whole
    if former:
        found["former"] = f"{address}{language.folder}{former}/"
    return found
