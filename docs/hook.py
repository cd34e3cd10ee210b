"""The hook that mkdocs.yml names; everything it does stands in `docs.events`.

It imports through the package: a module imported by its bare name would be loaded twice.
"""

import sys
from pathlib import Path

# the pages speak with the words of the results; build.py has seen to it already
_WIZARD = str(Path(__file__).resolve().parents[1] / "wizard")
if _WIZARD not in sys.path:
    sys.path.append(_WIZARD)

from docs.events import (  # noqa: E402
    on_config,
    on_env,
    on_files,
    on_page_content,
    on_page_context,
    on_post_page,
    on_post_template,
)

__all__ = [
    "on_config",
    "on_env",
    "on_files",
    "on_page_content",
    "on_page_context",
    "on_post_page",
    "on_post_template",
]
