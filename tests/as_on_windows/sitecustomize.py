"""Takes away from Python what Windows does not have; put before all else with PYTHONPATH."""

import os
import sys

for _name in ("fcntl", "grp", "pwd", "resource", "syslog", "termios", "tty", "pty", "readline"):
    sys.modules[_name] = None  # type: ignore[assignment]
for _name in (
    "fork", "forkpty", "getuid", "geteuid", "getgid", "getpgid", "setsid", "killpg", "chown",
    "fchmod", "lchown", "mkfifo", "mknod", "nice", "uname", "sync", "getloadavg", "wait",
    "openpty", "posix_spawn", "chroot", "fchdir", "statvfs", "getgroups", "initgroups",
):  # fmt: skip
    if hasattr(os, _name):
        delattr(os, _name)
