"""The engine waits for nothing, so there is no event loop in this archive."""


def get_event_loop():
    raise RuntimeError("this archive has no event loop: see wizard/packing/patched_stdlib.py")


def iscoroutine(thing):
    return False
