"""The places that the start asks for; packages are not loaded here, but are in an archive."""

import sys


class _Place:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        return self.name


SITE_PACKAGES = _Place("/lib/python{}.{}/site-packages".format(*sys.version_info))
DSO_DIR = _Place("/usr/lib")


def init_loaded_packages():
    pass
