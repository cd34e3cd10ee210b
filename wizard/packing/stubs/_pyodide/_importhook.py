"""Imports of objects of the page as modules (`js`, `pyodide_js`), as the start uses them."""

import sys
from importlib._bootstrap import spec_from_loader


class JsFinder:
    def __init__(self):
        self.jsproxies = {}
        self.hook = None

    def find_spec(self, fullname, path, target=None):
        parent, _, child = fullname.rpartition(".")
        if not parent:
            found = self.jsproxies.get(fullname)
        elif type(sys.modules.get(parent)).__name__ == "JsProxy":
            found = getattr(sys.modules[parent], child, None)
        else:
            found = None
        return found and spec_from_loader(fullname, _Loader(found), is_package=True)

    def register_js_module(self, name, jsproxy):
        self.jsproxies[name] = jsproxy

    def unregister_js_module(self, name):
        del self.jsproxies[name]


class _Loader:
    def __init__(self, found):
        self.found = found

    def create_module(self, spec):
        return self.found

    def exec_module(self, module):
        pass


jsfinder = JsFinder()
register_js_module = jsfinder.register_js_module
unregister_js_module = jsfinder.unregister_js_module


def register_js_finder():
    sys.meta_path.append(jsfinder)


def register_windows_finder():
    pass


def register_module_not_found_hook(*packages):
    pass


def add_note_to_module_not_found_error(error):
    pass  # no package could be installed here
