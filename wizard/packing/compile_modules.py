"""Compiles a folder of modules into one archive; run as a separate program by `compiled.py`.

A fresh interpreter without debug ranges, with a fixed hash seed and a fixed order of the files,
gives the same bytes each time; the marks of reference that `marshal` writes depend on all that.
"""

import json
import marshal
import os
import sys
import zipfile
from importlib import _bootstrap_external as machinery
from pathlib import Path

DATE = (1980, 1, 1, 0, 0, 0)


def compiled(name: str, source: bytes) -> bytes:
    """Compile one module: optimised, and never checked against a source that is not there.

    So the hash of the source is left empty: 250 of them, which nothing can compress, are 2.8 KB.
    """
    code = compile(source, name, "exec", dont_inherit=True, optimize=2)
    pyc: bytearray = machinery._code_to_hash_pyc(  # type: ignore[attr-defined]
        code, bytes(8), False
    )
    return bytes(pyc)


def code_by_text(texts: list[str]) -> bytes:
    """Write a module that holds the compiled code of each text."""
    code = {text: compile(text, "<string>", "exec", optimize=2) for text in texts}
    return f"import marshal\nCODE = marshal.loads({marshal.dumps(code)!r})\n".encode()


def main(folder: Path, archive: Path) -> None:
    """Write every file of a folder into the archive, stored, modules compiled."""
    names = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as out:
        for name in names:
            content = (folder / name).read_bytes()
            if name.startswith("_dataclass_code"):
                name, content = f"{Path(name).stem}.py", code_by_text(json.loads(content))
            if name.endswith(".py"):
                name, content = f"{name}c", compiled(name, content)
            entry = zipfile.ZipInfo(name, DATE)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            out.writestr(entry, content)


if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(10)  # the pages, which are made at the same time, take longer
    main(Path(sys.argv[1]), Path(sys.argv[2]))
