"""What the site calls an edition: title, state, counts, and the words that depend on its state.

The site's words and the hand-written pages name these in double angle brackets, so that no sentence
is written twice: for a draft and for a policy in force.
"""

import re

from clauses.document import Edition, PolicyDocument
from docs.site.language import Language
from docs.site.words import words, words_for

_NAMED_STATES = ("draft", "expired", "repealed")
"""States that are part of the name of the site; a policy in force needs no remark."""


def names_of(policy: PolicyDocument, language: Language) -> dict[str, str]:
    """Return each name with its meaning in one edition and language."""
    edition, w = policy.edition, words(language)
    state = edition.status.state
    kind = "draft" if state == "draft" else "text"
    shown = next((clause for clause, _ in policy.awards), policy.clauses[0])
    name = state_name(edition, language)
    short = name if language.code == "zh" else w["state_draft"]
    called = {of: w[f"{kind}_{of}"].format(draft=short) for of in ("the", "this")}
    called["source"] = w[f"{kind}_source"].format(draft=name)
    counts = {"clauses": str(len(policy.clauses)), "chapters": str(len(edition.chapters))}
    after = [w["part_closing"]] if edition.closing else []
    if edition.footnotes:
        after.append(w["part_footnotes" if len(edition.footnotes) > 1 else "part_footnote"])
    return {
        **called,
        "The": called["the"][:1].upper() + called["the"][1:],
        "state": name,
        "standing": w[f"standing_{state}"].format(draft=short),
        "edition": edition.edition,
        "title": language.of(edition.title),
        "subtitle": language.of(edition.subtitle) if edition.subtitle else "",
        "heading": language.of(edition.full_title),
        "status": language.of(edition.status.short),
        "final": final_text(edition, language),
        **counts,
        "around": language.listed([w["part_preamble"], *after]),
        "whole": language.listed(
            [w["part_preamble"], w["part_clauses"].format_map(counts), *after]
        ),
        "letter": w["letter_note"] if edition.letter and not edition.issued_by_notice else "",
        "cover": w[f"cover_{_cover(edition)}"],
        "cover-heading": w[f"letter_{_cover(edition)}"] if edition.letter else "",
        "clause": str(shown.number),
        "clause-page": f"{edition.edition}/{shown.number:02d}/",
        "interpretation": _interpretation(edition, language),
    }


def _cover(edition: Edition) -> str:
    """Return what precedes the text, by the key of its name."""
    if not edition.letter:
        return "none"
    return "notice" if edition.issued_by_notice else "letter"


def edition_words(policy: PolicyDocument, language: Language) -> dict[str, str]:
    """Return all phrases of one language, as they speak of one edition."""
    return words_for(language, names_of(policy, language))


def state_name(edition: Edition, language: Language) -> str:
    """Return the name of the state that an edition is in; that of a draft is what it is called."""
    draft = edition.draft_name
    return language.of(draft) if draft else words(language)[f"state_{edition.status.state}"]


def kind_of_text(edition: Edition, language: Language) -> str:
    """Return what kind of text it is: as its title says below (征求意见稿), else by its state."""
    said = language.of(edition.named_in_brackets)
    return said or state_name(edition, language)


def site_name(edition: Edition, language: Language) -> str:
    """Return the name of the site: that of the policy, with its state where it must be known."""
    name, state, w = edition.name or edition.title, edition.status.state, words(language)
    named = state in _NAMED_STATES
    return language.of(name) + (w["bracketed"] % state_name(edition, language) if named else "")


def edition_name(edition: Edition, language: Language) -> str:
    """Return the name that tells an edition from others: its date and its state."""
    state = state_name(edition, language)
    return words(language)["edition_named"].format(edition=edition.edition, state=state)


def final_text(edition: Edition, language: Language) -> str:
    """Return the sentence with the number of the text, or of the one that was issued instead."""
    w, final = words(language), edition.status.final
    if final:
        return w["status_final"] % final
    return w["status_number"] % edition.number if edition.number else ""


def _interpretation(edition: Edition, language: Language) -> str:
    """Say who interprets the text: the departments that its closing rules name for it."""
    w = words(language)
    sentences = [
        part for rule in edition.closing for part in re.split("[，；。]", rule.zh) if "解释" in part
    ]
    named = [
        language.of(department)
        for department in edition.departments.values()
        if any(department.zh in sentence for sentence in sentences)
    ]
    if not named:
        return w["interpretation_open"]
    listed = language.comma.join(named) if language.code == "zh" else language.listed(named)
    return w["interpretation_by"] % listed
