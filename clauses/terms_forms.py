"""The forms in which a term of the glossary can occur in a text."""

import re
from functools import lru_cache

_BRACKET_ZH = re.compile("（([^）]*)）")
_EXPLANATION_EN = re.compile(r"\s*\([^)]*\)|: .*$")
_WORD = re.compile(r"[a-z0-9&%]+|…")


def chinese_forms(term: str) -> list[str]:
    """Return the forms of a term in Chinese: complete, and without its bracket.

    规上（规模以上） may be written 规上, and 宁波市经济和信息化局（市经信局） by its short name.
    """
    bare = without_quotes(term)
    forms = [bare, _BRACKET_ZH.sub("", bare)]
    forms += [short for short in _BRACKET_ZH.findall(bare) if short.endswith(("局", "办"))]
    return [form for form in dict.fromkeys(forms) if len(form) > 1]


def english_forms(rendering: str) -> list[str]:
    """Return the forms in English, normalised: complete, and without brackets.

    A slash separates alternatives (“up to / capped at”), a bracket or colon begins an explanation,
    and “…” stands for a few other words.
    """
    bare = _EXPLANATION_EN.sub("", rendering)
    forms = [normal(form) for form in (rendering, bare, *bare.split(" / "))]
    return [form for form in dict.fromkeys(forms) if form]


def without_quotes(text: str) -> str:
    """Return a Chinese text without quotation marks, which are optional around a term."""
    return text.replace("“", "").replace("”", "")


@lru_cache(8192)
def normal(text: str) -> str:
    """Return an English text as plain words, without capitals, hyphens, brackets or inflections."""
    return " ".join(_stem(word) for word in _WORD.findall(text.lower().replace("’s", "")))


def stands(form: str, text: str) -> bool:
    """Whether a normalised text contains a normalised form, as whole words."""
    if "…" not in form:
        return f" {form} " in f" {text} "
    words = " (?:[^ ]+ ){0,12}?".join(re.escape(part) for part in form.split(" … "))
    return re.search(f"(?<![^ ]){words}(?![^ ])", text) is not None


def _stem(word: str) -> str:
    """Remove endings, the plural first: centres, centre; exceeds, exceeded, exceed."""
    for endings in (("ies", "s"), ("ing", "ed")):
        for ending in endings:
            if word.endswith(ending) and len(word) - len(ending) > 2 and not word.endswith("ss"):
                word = word.removesuffix(ending) + ("y" if ending == "ies" else "")
                break
    return word.rstrip("e") if len(word) > 3 else word
