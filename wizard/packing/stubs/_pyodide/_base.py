"""What the start runs itself: a few short lines, and imports by name."""

from importlib import import_module


def eval_code(source, globals=None, *rest, **options):
    """Run statements parted by semicolons and return the value of the last one."""
    space = {} if globals is None else globals
    *before, last = source.split(";")
    exec(";".join(before), space)
    return eval(last.strip(), space)


def pyimport_impl(path):
    stem, *name = path.rsplit(".", 1)
    found = __import__(stem, fromlist=name)
    return getattr(found, name[0], None) or import_module(path) if name else found
