"""The compiled templates, kept in the cache folder: compiling them takes longer than a page."""

from pathlib import Path

from jinja2 import FileSystemBytecodeCache

FOLDER = Path(__file__).parents[2] / ".cache" / "templates"


def compiled() -> FileSystemBytecodeCache:
    """Return the cache; a template whose text has changed is compiled anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(FOLDER))
