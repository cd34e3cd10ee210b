"""Lets Python do only what it can do on Windows; put before all else with PYTHONPATH.

What Windows lacks is taken away. What it refuses is refused: to rename or delete a file that this
process has open or a folder that holds one, to rename over a folder, to make a link, and names with
characters that it keeps for itself.
"""

import ctypes  # noqa: F401  which opens the library of the process itself, as on Windows it need not
import errno
import os
import re
import sys
from pathlib import Path

for _name in ("fcntl", "grp", "pwd", "resource", "syslog", "termios", "tty", "pty", "readline"):
    sys.modules[_name] = None  # type: ignore[assignment]
for _name in (
    "fork", "forkpty", "getuid", "geteuid", "getgid", "getpgid", "setsid", "killpg", "chown",
    "fchmod", "lchown", "mkfifo", "mknod", "nice", "uname", "sync", "getloadavg", "wait",
    "openpty", "posix_spawn", "chroot", "fchdir", "statvfs", "getgroups", "initgroups",
):  # fmt: skip
    if hasattr(os, _name):
        delattr(os, _name)

_KEPT = re.compile(r'[<>:"\\|?*\x00-\x1f]|[. ]$')


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "os.rename":
        source, target = map(_path, arguments[:2])
        if target.is_dir() or _is_open(source) or _is_open(target):
            raise PermissionError(errno.EACCES, "Access is denied", str(source), None, str(target))
        _refuse_name(target)
    elif event == "os.remove" and _is_open(_path(arguments[0])):
        raise PermissionError(errno.EACCES, "In use by another process", str(arguments[0]))
    elif event in ("os.symlink", "os.link"):
        raise OSError(errno.EPERM, "A required privilege is not held by the client")
    elif event == "ctypes.dlopen" and arguments[0] is None:
        raise TypeError("Windows has no library of the process itself")
    elif event in ("os.mkdir", "open") and isinstance(arguments[0], str | bytes):
        _refuse_name(_path(arguments[0]))


def _path(name: object) -> Path:
    return Path(os.fsdecode(name)).absolute()  # type: ignore[arg-type]


def _refuse_name(path: Path) -> None:
    if _KEPT.search(path.name):
        raise OSError(errno.EINVAL, "The name is not allowed", str(path))


def _is_open(path: Path) -> bool:
    """Whether this process has a file open, or one in a folder."""
    for number in Path("/proc/self/fd").iterdir():
        try:
            held = number.readlink()
        except OSError:
            continue
        if held == path or path in held.parents:
            return True
    return False


sys.addaudithook(_refuse)
