"""The policy as data: its files, and what reads, checks, proves and compiles them.

`clauses.loading.read_policy` returns a complete, checked policy or raises `PolicyFilesError` with
every fault found; a partial policy never leaves this package.
"""
