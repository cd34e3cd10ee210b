"""Runs the cases, then the engine's other quick tests, on an engine with one change."""

import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from fractions import Fraction
from functools import cache
from math import ceil
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, NamedTuple

import pytest

import tests.invented_policy
import tests.policy
from clauses.cases import Case, all_cases
from clauses.worked import differences
from eligibility import Policy, assess
from tests.eligibility.mechanisms.test_every_part import rows
from tests.mutation.engine_mutants import ENGINE, CodeChange, changed_tree, is_composed, path_of
from tests.mutation.forks import SECONDS, TOO_LONG, each_in_a_fork

TESTS = Path(__file__).resolve().parents[1] / "eligibility"
BESIDE = {
    "__main__": ("test_command.py",),
    "mechanisms": tuple(
        f"mechanisms/test_{name}.py" for name in ("every_mechanism", "first_time", "thresholds")
    ),
    "review_figure": ("test_review_figure.py",),
    "room": ("test_review_figure.py",),
    "money": ("test_money.py",),
    "stages": ("test_money.py",),
    "application": ("test_messages.py", "test_refused.py"),
    "refused": ("test_messages.py",),
    "policy": ("test_years.py", "test_assessment.py", "test_other_readings.py"),
    "closing": ("test_closing.py",),
    "entries": ("test_closing.py",),
    "rules": ("test_conditions.py", "test_assessment.py", "test_years.py", "test_awards.py"),
    "judgement": ("test_conditions.py",),
    "limits": ("test_limits.py",),
    "fronts": ("test_fronts.py",),
    "bundles": ("test_bundles.py", "test_bounds.py"),
    "earlier": ("test_earlier.py",),
    "facts": ("test_facts.py",),
    "alternatives": ("test_lent_figures.py",),
    "as_if": ("test_as_if.py",),
    "ranges": ("test_interaction_groups.py", "test_bounds.py"),
    "completions": (
        "test_candidates.py",
        "test_completions.py",
        "test_bounds.py",
        "test_assessment.py",
    ),
    "assessment": ("test_bounds.py", "test_assessment.py"),
    "report": ("test_bounds.py",),
    "stated": ("test_stated.py",),
    "title_differences": ("test_title_differences.py",),
    "titles": ("test_titles.py",),
    "days": ("test_days.py",),
    "ends": ("test_ends.py",),
    "closing_rule": ("test_closing_rule.py",),
    "other_readings": ("test_other_readings.py",),
}
"""The quick tests in tests/eligibility that run for a change in a module, beside the cases."""


def _beside(change: CodeChange) -> Sequence[str]:
    if is_composed(change.module):
        return ("mechanisms/test_every_part.py",)
    return BESIDE.get(change.module.split(".")[0], ())


def judged(changes: Sequence[CodeChange]) -> Iterator[tuple[CodeChange, str | None]]:
    """Yield each change with the first case or test that notices it, or None.

    Changes of sums of parts are tried on their examples and on the invented policy, all others
    first on the published one: it does not use everything that the engine can compute.
    """
    for composed in (False, True):
        own = [change for change in changes if is_composed(change.module) == composed]
        if own:
            yield from _judged(own, composed)


class Tried(NamedTuple):
    """A worked case, and which of the two policies it is assessed under."""

    case: Case
    invented: bool


def _policy(invented: bool) -> Policy:
    return tests.invented_policy.policy() if invented else tests.policy.policy()


@cache
def _cases(composed: bool) -> tuple[Tried, ...]:
    published = () if composed else (Tried(case, False) for case in all_cases())
    return (*published, *(Tried(case, True) for case in tests.invented_policy.cases()))


def _judged(
    changes: Sequence[CodeChange], composed: bool
) -> Iterator[tuple[CodeChange, str | None]]:
    _compiled(), _entering(composed)
    if composed:
        _examples()
    order = sorted(
        _cases(composed), key=lambda one: (one.invented, not _holds_everything(one.case))
    )
    with tempfile.TemporaryDirectory() as folder:
        # a failure that hypothesis finds under a change says nothing about the engine
        os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = folder
        beside = sorted({name for change in changes for name in _beside(change)})
        seconds = _seconds_of(lambda: _first_failure(order, beside, composed))
        judge = each_in_a_fork(changes, lambda change: noticed_by(change, order), seconds)
        for change, noticed in judge:
            _to_the_front(order, noticed)
            yield change, noticed


def _seconds_of(everything: Callable[[], str | None]) -> int:
    """Return the processor time that one change may take: what the sound engine needs for all.

    Raises `RuntimeError` if the engine fails without any change.
    """
    before = _time_of_children()
    sound = next(each_in_a_fork([None], lambda _: everything(), 10 * SECONDS))[1]
    if sound is not None:
        raise RuntimeError(f"the engine as it is fails: {sound}")
    return max(SECONDS, ceil(_time_of_children() - before))


def _time_of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


@cache
def _examples() -> list[tuple[str, Mapping[str, Any], Mapping[str, Any], Fraction]]:
    """Return the examples of the parts: name, compiled sum, facts and what they come to."""
    found = [(param.id, param.values[0]) for param in rows()]
    return [(name, row.sum.entry, row.facts, row.amount) for name, row in found]


def _first_wrong_example() -> str | None:
    sum_of = importlib.import_module("eligibility.mechanisms").sum_of
    for name, entry, facts, amount in _examples():
        rule = sum_of(entry)
        most = rule.maximum_amount()
        known = rule.evaluate(facts, lambda *_, **__: None) == amount
        if not known or (most is not None and most < amount):
            return name
    return None


def _functions_of(policy: Policy, case: Case) -> frozenset[tuple[str, str]]:
    """Run a case and return the engine's functions that it calls, with their modules."""
    entered: set[tuple[str, str]] = set()

    def enter(code: CodeType, _: int) -> object:
        if code.co_filename.startswith(str(ENGINE)):
            entered.add((code.co_filename, code.co_qualname.split(".<locals>")[0]))
        return sys.monitoring.DISABLE

    events = sys.monitoring.events.PY_START
    sys.monitoring.use_tool_id(sys.monitoring.PROFILER_ID, "mutation")
    sys.monitoring.register_callback(sys.monitoring.PROFILER_ID, events, enter)
    sys.monitoring.restart_events()
    sys.monitoring.set_events(sys.monitoring.PROFILER_ID, events)
    try:
        assess(policy, case.application)
    finally:
        sys.monitoring.set_events(sys.monitoring.PROFILER_ID, 0)
        sys.monitoring.free_tool_id(sys.monitoring.PROFILER_ID)
    return frozenset(entered)


@cache
def _entering(composed: bool) -> dict[tuple[str, str], set[str]]:
    """Return the names of the cases that call each function of the engine."""
    found: dict[tuple[str, str], set[str]] = {}
    for case, invented in _cases(composed):
        # what compiles the policy is run before any case
        for function in _functions_of(_policy(invented), case):
            found.setdefault(function, set()).add(case.name)
    return found


def _able_to_notice(change: CodeChange, order: Sequence[Tried]) -> list[Tried]:
    """Leave out the cases that never call the changed function."""
    name, path = change.function.removeprefix("."), str(path_of(change.module))
    names = {
        case
        for (file, function), cases in _entering(is_composed(change.module)).items()
        if file == path and (name == function or name.startswith(f"{function}."))
        for case in cases
    }
    # nobody enters what is run as the engine is loaded, such as the body of a class
    return [one for one in order if one.case.name in names] if names else list(order)


def _holds_everything(case: Case) -> bool:
    """Whether a case lists all notes or steps, so that it notices most changes."""
    return any({"told", "worked"} & set(award) for award in case.expected["awards"])


def noticed_by(change: CodeChange, order: Sequence[Tried]) -> str | None:
    """Apply the change to the engine of this process and return what fails, or None."""
    try:
        _install(change)
        able = _able_to_notice(change, order)
        return _first_failure(able, _beside(change), is_composed(change.module))
    except (RecursionError, MemoryError):
        return TOO_LONG
    except BaseException as error:
        return f"(it does not start: {error!r})"


class _Engine(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds the engine's modules in code that was compiled before the fork."""

    def __init__(self, compiled: Mapping[str, CodeType]) -> None:
        self.compiled = compiled

    def find_spec(
        self, name: str, path: object = None, target: object = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name not in self.compiled:
            return None
        package = any(other.startswith(f"{name}.") for other in self.compiled)
        return importlib.util.spec_from_loader(name, self, is_package=package)

    def get_code(self, name: str) -> CodeType:
        """Return what `runpy` runs."""
        return self.compiled[name]

    def exec_module(self, module: ModuleType) -> None:
        exec(self.compiled[module.__name__], module.__dict__)


@cache
def _compiled() -> dict[str, CodeType]:
    """Compile every module of the engine, under the name by which it is imported."""
    found = {}
    for path in ENGINE.rglob("*.py"):
        parts = path.relative_to(ENGINE.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = compile(path.read_text("utf-8"), str(path), "exec")
    return found


def _install(change: CodeChange) -> None:
    """Reload the engine with one changed module."""
    changed = compile(changed_tree(change), str(path_of(change.module)), "exec")
    for loaded in list(sys.modules):
        if loaded.startswith(("eligibility", "tests.eligibility")):  # the tests hold on to it
            del sys.modules[loaded]
    sys.meta_path.insert(0, _Engine(_compiled() | {f"eligibility.{change.module}": changed}))
    engine = importlib.import_module("eligibility")
    tests.policy.Policy = engine.Policy  # type: ignore[misc]
    tests.invented_policy.Policy = engine.Policy  # type: ignore[misc]
    tests.policy.policy.cache_clear()
    tests.invented_policy.policy.cache_clear()


def _first_failure(order: Sequence[Tried], beside: Sequence[str], composed: bool) -> str | None:
    engine = importlib.import_module("eligibility")
    if composed and (wrong_example := _first_wrong_example()):
        return wrong_example
    for case, invented in order:
        try:
            computed = engine.assess(_policy(invented), case.application)
            wrong: list[Any] = list(differences(computed, case.expected))
        except Exception as error:
            wrong = [repr(error)]
        if wrong:
            return case.name
    return _first_failing_test(beside) if beside else None


class _Failures:
    """Records the first test that fails."""

    first: str | None = None

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and self.first is None:
            self.first = report.nodeid

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed and self.first is None:
            self.first = report.nodeid


def _first_failing_test(beside: Sequence[str]) -> str | None:
    kept = _Failures()
    quick = [str(TESTS / name) for name in beside]
    arguments = ["-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0"]
    with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        ended = pytest.main([*arguments, *quick], plugins=[kept])
    return None if ended == 0 else kept.first or f"(the tests end with {ended})"


def _to_the_front(order: list[Tried], name: str | None) -> None:
    """For the next change, run first what noticed this one."""
    for index, one in enumerate(order):
        if one.case.name == name:
            order.insert(0, order.pop(index))
            return
