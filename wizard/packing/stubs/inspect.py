"""Asked for at the start by the bridge to the page; what it asks is answered here.

Everything else comes from the whole module, which is loaded when it is first needed.
"""

CO_COROUTINE = 0x80


def iscoroutinefunction(function):
    code = getattr(function, "__code__", None)
    return bool(code and code.co_flags & CO_COROUTINE)


def isawaitable(thing):
    return hasattr(thing, "__await__")


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module("_whole_inspect"), name)
