"""What a text that is not issued yet calls itself: 征求意见稿, 送审稿."""

import re
from collections.abc import Sequence
from typing import NamedTuple


class DraftName(NamedTuple):
    """A name in Chinese and English."""

    zh: str
    en: str


CONSULTATION = DraftName("征求意见稿", "draft for comment")
_DRAFT = DraftName("草案", "draft")
_DRAFTS = {
    "征求意见(?:[^，。）》]{0,4}稿|(?=[）)]|$))": CONSULTATION,
    "讨论稿": DraftName("讨论稿", "draft for discussion"),
    "送审(?:[^，。）》]{0,4}稿|(?=[）)]|$))": DraftName("送审稿", "draft for approval"),
    "草案": _DRAFT,
}
"""The name by how a head says it; of a 草案征求意见稿 the first counts. What a policy is about may
bear the same words: 项目送审办法."""
IN_A_HEAD = "|".join(_DRAFTS)
DRAFT_NAMES = "|".join(name.zh for name in _DRAFTS.values())


def draft_name(head: Sequence[str]) -> DraftName | None:
    """Return what the lines of a head call their text as a draft, or None if they do not."""
    return next(
        (
            name
            for said, name in _DRAFTS.items()
            if any(re.search(said, line.rstrip()) for line in head)
        ),
        None,
    )


def name_of_draft(title: str, subtitle: str | None) -> DraftName:
    """Return what a draft is called by its title and the words below it: else just a draft."""
    return draft_name([title, subtitle or ""]) or _DRAFT
