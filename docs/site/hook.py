"""The hook that mkdocs.yml names; the handlers are in `docs.site.events`.

It imports them through the package, because a module imported by its bare name would be loaded
twice.
"""

from docs.site.events import (
    on_config,
    on_env,
    on_files,
    on_page_content,
    on_page_context,
    on_page_markdown,
    on_post_page,
    on_post_template,
)

__all__ = [
    "on_config",
    "on_env",
    "on_files",
    "on_page_content",
    "on_page_context",
    "on_page_markdown",
    "on_post_page",
    "on_post_template",
]
