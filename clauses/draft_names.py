"""What a text that is not issued yet calls itself: 征求意见稿, 送审稿."""

from collections.abc import Mapping

DRAFTS: Mapping[str, str] = {
    "征求意见": "征求意见稿",
    "讨论稿": "讨论稿",
    "送审": "送审稿",
    "草案": "草案",
}
"""The name by the word of a head that says it; of a 草案征求意见稿 the first counts."""
DRAFT_NAMES = "|".join(DRAFTS.values())
