"""The places that the start asks for; packages are not loaded here, but lie in an archive."""


class _Place:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        return self.name


SITE_PACKAGES = _Place("/lib/python3.13/site-packages")
DSO_DIR = _Place("/usr/lib")


def init_loaded_packages():
    pass
