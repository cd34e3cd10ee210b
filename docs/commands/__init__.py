"""The commands of `build.py`: one module each, with `add_arguments` and `run`.

`build.py` imports the module of a command only when this command is asked for.
"""
