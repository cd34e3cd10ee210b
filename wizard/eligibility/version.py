"""The version of the engine, as written in assessments and saved files.

Raise it whenever the result of any application could change: the page then tells readers who open
an older file which sums differ.
"""

VERSION = "1.1.0"
