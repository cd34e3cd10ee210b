"""What the words call the text: a draft, or, once it was issued, the policy.

Catalogues name it by marks, `<<the>>`, so that no sentence is written once for each state. The form
uses the same marks in its own words.
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple


class TextName(NamedTuple):
    """What a text is called, and how sentences refer to it."""

    zh: str
    en: str
    short: tuple[str, str] = ("草案", "draft")

    def marks(self, language: str) -> Mapping[str, str]:
        """Return what each mark stands for."""
        if language == "zh":
            return {"the": self.short[0], "this": f"本{self.zh}", "text": self.zh}
        short = self.short[1]
        return {"the": f"the {short}", "this": f"this {short}", "text": f"the {self.en}"}


DRAFT = TextName("征求意见稿", "draft for comment")
POLICY = TextName("政策", "policy", ("政策", "policy"))
_MARK = re.compile("<<([Tt])(he|his|ext)>>")


def text_name(document: Mapping[str, Any]) -> TextName:
    """Return what the text of a policy document is called; a document without a state is a draft,
    and one without another name a draft for comment."""
    status = document["status"]
    if status.get("state", "draft") != "draft":
        return POLICY
    return TextName(**status["draft"]) if "draft" in status else DRAFT


def named(texts: Any, language: str, called: TextName) -> Any:
    """Return texts, in lists and dictionaries of any depth, with their marks filled in."""
    if isinstance(texts, dict):
        return {key: named(inner, language, called) for key, inner in texts.items()}
    if isinstance(texts, list):
        return [named(inner, language, called) for inner in texts]
    if not isinstance(texts, str) or "<<" not in texts:
        return texts
    names = called.marks(language)

    def name(mark: re.Match[str]) -> str:
        found = names["t" + mark[2]]
        return found[:1].upper() + found[1:] if mark[1] == "T" else found

    return _MARK.sub(name, texts)
