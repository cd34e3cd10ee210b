"""The version of the engine, as assessments and saved files carry it.

It is raised whenever some application could come out otherwise; whoever opens a file that another
version saved is told so, with every sum that differs.
"""

VERSION = "1.0.0"
