"""Docstrings are left out of this archive, so nothing is written from them."""


def dedent_docstring(docstring):
    return docstring


def get_cmeth_docstring(func):
    return f"{func.__name__}()\n--\n\n"
