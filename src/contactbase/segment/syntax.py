"""Small pieces of Python syntax: the vocabulary that generated code is written with.

>>> ast.unparse(both(known(attribute("c", "city")), compare(attribute("c", "city"), (ast.Eq(), load("k0")))))
'c.city is not None and c.city == k0'
"""

from __future__ import annotations

import ast
from typing import Final

__all__ = [
    "FALSE", "NONE", "TRUE", "add", "assign", "attribute", "both", "call", "compare", "either", "flag", "known",
    "load", "negate", "store", "when",
]  # fmt: skip

TRUE: Final = ast.Constant(value=True)
FALSE: Final = ast.Constant(value=False)
NONE: Final = ast.Constant(value=None)


def load(name: str) -> ast.expr:
    """Read a variable."""
    return ast.Name(id=name, ctx=ast.Load())


def store(name: str) -> ast.expr:
    """Name a variable to write."""
    return ast.Name(id=name, ctx=ast.Store())


def attribute(row: str, name: str) -> ast.Attribute:
    """Read an attribute of a variable; ValueError when the name is no identifier."""
    if not name.isidentifier():
        raise ValueError(f"{name!r} is no name of an attribute.")
    return ast.Attribute(value=load(row), attr=name, ctx=ast.Load())


def call(function: ast.expr, *args: ast.expr) -> ast.expr:
    """Call a function."""
    return ast.Call(func=function, args=list(args), keywords=[])


def compare(left: ast.expr, *rest: tuple[ast.cmpop, ast.expr]) -> ast.expr:
    """Compare, in a chain."""
    return ast.Compare(left=left, ops=[op for op, _ in rest], comparators=[right for _, right in rest])


def known(value: ast.expr) -> ast.expr:
    """Test that a value is not None."""
    return compare(value, (ast.IsNot(), NONE))


def both(*args: ast.expr) -> ast.expr:
    """Join tests with `and`."""
    return args[0] if len(args) == 1 else ast.BoolOp(op=ast.And(), values=list(args))


def either(*args: ast.expr) -> ast.expr:
    """Join tests with `or`."""
    return args[0] if len(args) == 1 else ast.BoolOp(op=ast.Or(), values=list(args))


def negate(arg: ast.expr) -> ast.expr:
    """Turn a test round."""
    return ast.UnaryOp(op=ast.Not(), operand=arg)


def flag(test: ast.expr) -> ast.expr:
    """Make True or False of a test."""
    return ast.IfExp(test=test, body=TRUE, orelse=FALSE)


def assign(name: str, value: ast.expr) -> ast.stmt:
    """Write a variable."""
    return ast.Assign(targets=[store(name)], value=value)


def add(name: str, value: ast.expr) -> ast.stmt:
    """Add to a variable."""
    return ast.AugAssign(target=ast.Name(id=name, ctx=ast.Store()), op=ast.Add(), value=value)


def when(test: ast.expr, *body: ast.stmt, orelse: tuple[ast.stmt, ...] = ()) -> ast.stmt:
    """Do statements when a test holds."""
    return ast.If(test=test, body=list(body), orelse=list(orelse))
