"""The page calls functions of the engine; it runs no code given as text."""


def relaxed_call(func, /, *args, **kwargs):
    return func(*args, **kwargs)
