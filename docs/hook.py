"""The hook that mkdocs.yml names; everything it does stands in `docs.events`.

It imports through the package: a module imported by its bare name would be loaded twice.
"""

from docs.events import (
    on_config,
    on_env,
    on_files,
    on_page_content,
    on_page_context,
    on_post_page,
)

__all__ = [
    "on_config",
    "on_env",
    "on_files",
    "on_page_content",
    "on_page_context",
    "on_post_page",
]
