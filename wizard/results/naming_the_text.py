"""What the words call the text: a draft, or, once it was issued, the policy.

Catalogues name it by marks, `<<the>>`, so that no sentence is written once for each state. The form
uses the same marks in its own words.
"""

import re
from collections.abc import Mapping
from typing import Any, Literal

Kind = Literal["draft", "policy"]
KINDS: tuple[Kind, ...] = ("draft", "policy")

NAMES: Mapping[Kind, Mapping[str, Mapping[str, str]]] = {
    "draft": {
        "zh": {"the": "草案", "this": "本征求意见稿", "text": "征求意见稿"},
        "en": {"the": "the draft", "this": "this draft", "text": "the draft for comment"},
    },
    "policy": {
        "zh": {"the": "政策", "this": "本政策", "text": "政策"},
        "en": {"the": "the policy", "this": "this policy", "text": "the policy"},
    },
}
_MARK = re.compile("<<([Tt])(he|his|ext)>>")


def kind_of(document: Mapping[str, Any]) -> Kind:
    """Return what the text of a policy document is; a document that says no state is a draft."""
    return "draft" if document["status"].get("state", "draft") == "draft" else "policy"


def named(texts: Any, language: str, kind: Kind) -> Any:
    """Return texts, in lists and dictionaries of any depth, with their marks filled in."""
    if isinstance(texts, dict):
        return {key: named(inner, language, kind) for key, inner in texts.items()}
    if isinstance(texts, list):
        return [named(inner, language, kind) for inner in texts]
    if not isinstance(texts, str) or "<<" not in texts:
        return texts
    names = NAMES[kind][language]

    def name(mark: re.Match[str]) -> str:
        found = names["t" + mark[2]]
        return found[:1].upper() + found[1:] if mark[1] == "T" else found

    return _MARK.sub(name, texts)
