"""The compiled templates of the pages, kept between builds: compiling takes longer than a page."""

import jinja2

from clauses.build_cache import BuildCache


def template_cache() -> jinja2.BytecodeCache:
    """Return the cache; Jinja compiles a template anew whose text has changed."""
    folder = BuildCache().folder("site-templates", [jinja2.__version__], lambda _: None)
    return jinja2.FileSystemBytecodeCache(str(folder))
