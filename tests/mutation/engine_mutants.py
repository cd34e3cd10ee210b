"""Makes one-step changes of the engine's code: an operator, a constant, a condition, a statement.

Of the ready-made tools mutmut (3.8) cannot tell that `wizard/eligibility` is imported as
`eligibility`, and leaves every property alone; cosmic-ray (8.7) starts Python and reads the whole
policy again for each change, which takes hours, and brings a database and a web client with it.
This is the part of them that is needed here, on the standard library's own `ast`.

Left alone: docstrings, annotations, imports, assertions (they speak to the type checker),
decorators, what mechanisms declare for the site alone, and modules with which nothing computes.
"""

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ENGINE = Path(__file__).resolve().parents[2] / "wizard" / "eligibility"
NO_COMPUTING = frozenset({"__init__", "codes", "declaration", "settled", "version"})
"""Modules without anything to mutate."""

__all__ = ["ENGINE", "CodeChange", "changed_tree", "code_mutants", "is_composed", "modules",
           "path_of"]  # fmt: skip

Site = tuple[str, ast.AST, ast.AST]
"""The kind of a change, the old node and the new node."""

_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_COMPUTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_CALLED = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list"}


def modules(part: str = "engine") -> list[str]:
    """Return the names of the engine's modules that compute: `closing`, `mechanisms.excess`.

    With `parts`, those that compute only sums of parts, of which the published policy has none.
    """
    found = [
        ".".join(path.relative_to(ENGINE).with_suffix("").parts)
        for path in sorted(ENGINE.rglob("*.py"))
        if path.stem not in NO_COMPUTING
    ]
    return [module for module in found if is_composed(module) == (part == "parts")]


def is_composed(module: str) -> bool:
    """Whether a module computes only sums of parts."""
    return module.startswith(("mechanisms.parts.", "mechanisms.composed"))


@dataclass(frozen=True)
class CodeChange:
    """One change of one module of the engine."""

    module: str
    """`closing`, `mechanisms.excess`."""
    number: int
    """Its number among the changes of the module."""
    line: int
    kind: str
    function: str
    was: str
    became: str
    again: int = 1
    """Its number among identical changes in one function."""

    @property
    def name(self) -> str:
        """`titles._take_step: other.day.year < entry.day.year → …`, without the line number."""
        again = f" ({self.again})" if self.again > 1 else ""
        return f"{self.module}{self.function}: {self.was} → {self.became}{again}"


def path_of(module: str) -> Path:
    """Return the file of a module."""
    return ENGINE.joinpath(*module.split(".")).with_suffix(".py")


@cache
def code_mutants(module: str) -> list[CodeChange]:
    """List every change of a module, in the order of its lines."""
    tree, sites = _parsed(module)
    owners = _owners(tree)
    alike: Counter[tuple[str, str, str]] = Counter()
    found = []
    for number, (kind, old, new) in enumerate(sites):
        line = getattr(old, "lineno", 0)
        function = owners.get(id(old), "")
        told = (function, _told(old), _told(new))
        alike[told] += 1
        found.append(CodeChange(module, number, line, kind, *told, alike[told]))
    return found


def changed_tree(change: CodeChange) -> ast.Module:
    """Return the module's tree with the change, ready to compile.

    It changes the only tree of the module in this process, so it can be called once per process.
    """
    tree, sites = _parsed(change.module)
    _, old, new = sites[change.number]
    _put(tree, old, new)
    return ast.fix_missing_locations(tree)


@cache
def _parsed(module: str) -> tuple[ast.Module, list[Site]]:
    tree = ast.parse(path_of(module).read_text("utf-8"))
    return tree, list(_sites(tree))


def _put(tree: ast.Module, old: ast.AST, new: ast.AST) -> None:
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, field, ast.copy_location(new, old))
            elif isinstance(value, list):
                for index, item in enumerate(value):
                    if item is old:
                        value[index] = ast.copy_location(new, old)


def _told(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 160 else text[:160] + "…"


def _owners(tree: ast.Module) -> dict[int, str]:
    """Return the function that contains each node, by the node's identity."""
    owners: dict[int, str] = {}

    def enter(node: ast.AST, name: str) -> None:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            name = f"{name}.{node.name}"
        owners[id(node)] = name
        for child in ast.iter_child_nodes(node):
            enter(child, name)

    enter(tree, "")
    return owners


def _sites(tree: ast.Module) -> Iterator[Site]:
    """Yield every change of a tree; equal code only once."""
    seen: set[tuple[int, str]] = set()
    for node in _computing(tree):
        for kind, old, new in _changes(node):
            key = (id(old), ast.unparse(ast.fix_missing_locations(ast.copy_location(new, old))))
            if key not in seen and key[1] != ast.unparse(old):
                seen.add(key)
                yield kind, old, new


def _computing(node: ast.AST) -> Iterator[ast.AST]:
    """Yield nodes that compute: no docstrings, annotations, imports, assertions, decorators."""
    yield node
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "type_params"):
            continue
        children = value if isinstance(value, list) else [value]
        for child in children:
            if not isinstance(child, ast.AST) or _silent(child):
                continue
            if isinstance(child, ast.Assign | ast.AnnAssign) and _names_a_type(child):
                continue
            yield from _computing(child)


def _silent(node: ast.AST) -> bool:
    if isinstance(node, ast.Import | ast.ImportFrom | ast.Assert | ast.Global | ast.Nonlocal):
        return True
    if isinstance(node, ast.If) and ast.unparse(node.test).startswith("__debug__"):
        return True  # what a mechanism declares for the site
    if isinstance(node, ast.keyword):
        return node.arg == "strict"  # of `zip`: an assertion, too
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _names_a_type(node: ast.Assign | ast.AnnAssign) -> bool:
    """Whether it is a type alias such as `Json = dict[str, Any]`, for the type checker only."""
    value = node.value
    return isinstance(value, ast.BinOp | ast.Subscript) and any(
        isinstance(part, ast.Name) and part.id in ("str", "dict", "tuple", "Mapping", "Literal",
                                                   "Callable")
        for part in ast.walk(value)
    ) and not any(isinstance(part, ast.Call) for part in ast.walk(value))  # fmt: skip


def _changes(node: ast.AST) -> Iterator[Site]:
    match node:
        case ast.Compare(ops=[op], left=left, comparators=right):
            for other in _COMPARED[type(op)]:
                yield "comparison", node, ast.Compare(left, [other()], right)
        case ast.Compare(ops=ops):
            for index, op in enumerate(ops):
                for other in _COMPARED[type(op)]:
                    changed = [*ops[:index], other(), *ops[index + 1 :]]
                    yield "comparison", node, ast.Compare(node.left, changed, node.comparators)
        case ast.BinOp(op=op) if type(op) in _COMPUTED:
            yield "arithmetic", node, ast.BinOp(node.left, _COMPUTED[type(op)](), node.right)
        case ast.AugAssign(op=op) if type(op) in _COMPUTED:
            yield "arithmetic", node, ast.AugAssign(node.target, _COMPUTED[type(op)](), node.value)
            yield "statement", node, ast.Pass()
        case ast.UnaryOp(operand=operand):
            yield "operator gone", node, operand
        case ast.BoolOp(op=op, values=values):
            other_op = ast.Or() if isinstance(op, ast.And) else ast.And()
            yield "and, or", node, ast.BoolOp(other_op, values)
            for index in range(len(values)):
                kept = [*values[:index], *values[index + 1 :]]
                yield "and, or", node, kept[0] if len(kept) == 1 else ast.BoolOp(op, kept)
        case ast.Constant(value=bool() as truth):
            yield "constant", node, ast.Constant(not truth)
        case ast.Constant(value=int() as number):
            yield "constant", node, ast.Constant(number + 1)
            yield "constant", node, ast.Constant(number - 1)
        case ast.Constant(value=str() as text):
            yield "constant", node, ast.Constant(text + "*" if text else "*")
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
            yield from _negated(test)
        case ast.comprehension(ifs=ifs):
            for test in ifs:
                yield from _negated(test)
                yield "condition", test, ast.Constant(True)
        case ast.Return(value=ast.expr() as value):
            yield "return", value, ast.Constant(None)
        case ast.Call(func=ast.Name(id=name)) if name in _CALLED:
            keywords = node.keywords if name != "sorted" else []
            yield (
                "function",
                node,
                ast.Call(ast.Name(_CALLED[name], ast.Load()), node.args, keywords),
            )
        case ast.Continue() | ast.Break() | ast.Raise():
            yield "statement", node, ast.Pass()
        case ast.Expr():
            yield "statement", node, ast.Pass()
        case ast.FunctionDef():
            yield from _assignments(node)
    if isinstance(node, ast.Call):
        for index, keyword in enumerate(node.keywords):
            if keyword.arg in ("key", "default") or keyword.arg is None:
                kept_words = [*node.keywords[:index], *node.keywords[index + 1 :]]
                yield "argument", node, ast.Call(node.func, node.args, kept_words)


def _negated(test: ast.expr) -> Iterator[Site]:
    """Negate a condition, unless a change of an operator already does."""
    turned = isinstance(test, ast.UnaryOp) or (isinstance(test, ast.Compare) and len(test.ops) == 1)
    if not turned:
        yield "condition", test, ast.UnaryOp(ast.Not(), test)


def _assignments(function: ast.FunctionDef) -> Iterator[Site]:
    """Remove an assignment if the name, key or field had a value before."""
    inside = [node for node in ast.walk(function) if isinstance(node, ast.Assign)]
    bound = Counter(
        part.id
        for part in ast.walk(function)
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
    )
    bound.update(argument.arg for argument in ast.walk(function) if isinstance(argument, ast.arg))
    for node in inside:
        targets = [part for target in node.targets for part in ast.walk(target)]
        names = [p.id for p in targets if isinstance(p, ast.Name) and isinstance(p.ctx, ast.Store)]
        if not names or any(bound[name] > 1 for name in names):
            yield "statement", node, ast.Pass()
