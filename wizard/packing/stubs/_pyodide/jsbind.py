"""Typed calls from Python into the page are not made: every call goes by the default."""

from _pyodide_core import JsFuncSignature, js2py_default_call_result, py2js_default


class no_default:
    pass


def _any(*args, **kwargs):
    pass


default_signature = JsFuncSignature(
    _any, False, 0, (), (), py2js_default, (), (), (), py2js_default, js2py_default_call_result
)


def get_attr_sig(sig, attr):
    return (False, None)


def func_to_sig(f):
    return default_signature


def bind_class_sig(sig):
    return type[sig]
