"""Every public name says what goes in, what comes out, and what is raised.

A class and a property have a docstring. A function and a method have one in the style of Google,
with ``Args:`` (each parameter of the signature and no other), ``Returns:`` (unless it returns
None) and ``Raises:`` (public errors or Python's own, ``Nothing.`` for none; whatever its own code
raises is among them).
"""

import ast
import builtins
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator

import pytest

import crosswalk_rdf

Function = Callable[..., object]

_SECTION = re.compile(r"^(Args|Returns|Raises):$", re.MULTILINE)
_ENTRY = re.compile(r"^    (\*{0,2}\w+):(?: |$)", re.MULTILINE)
_DUNDERS = ("__call__", "__getitem__")


def classes() -> dict[str, type]:
    values = ((name, getattr(crosswalk_rdf, name)) for name in crosswalk_rdf.__all__)
    return {name: value for name, value in values if inspect.isclass(value)}


def members(owner: type) -> Iterator[tuple[str, object]]:
    """Yield what a public class and its bases within the package define."""
    for base in owner.__mro__:
        if base.__module__.startswith("crosswalk_rdf"):
            yield from vars(base).items()


def functions() -> dict[str, Function]:
    """Return every public function and method by its name."""
    named = {name: getattr(crosswalk_rdf, name) for name in crosswalk_rdf.__all__}
    public = {name: value for name, value in named.items() if inspect.isfunction(value)}
    for name, owner in classes().items():
        for attribute, member in members(owner):
            if inspect.isfunction(member) and (
                attribute in _DUNDERS or not attribute.startswith("_")
            ):
                public[f"{name}.{attribute}"] = member
    return public


def properties() -> dict[str, object]:
    return {
        f"{name}.{attribute}": member
        for name, owner in classes().items()
        for attribute, member in members(owner)
        if not attribute.startswith("_")
        and (isinstance(member, property) or type(member).__name__ == "cached_property")
    }


def sections(function: Function) -> dict[str, str]:
    """Return the sections of a docstring by name; the text before them is ``""``."""
    pieces = _SECTION.split(inspect.getdoc(function) or "")
    return {"": pieces[0], **dict(zip(pieces[1::2], pieces[2::2], strict=True))}


def entries(section: str) -> list[str]:
    return [name.lstrip("*") for name in _ENTRY.findall(section)]


def parameters(function: Function) -> list[str]:
    return [name for name in inspect.signature(function).parameters if name != "self"]


def raised(function: Function) -> set[str]:
    """Return the names of the errors that the code of ``function`` itself raises."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    calls = (node.exc for node in ast.walk(tree) if isinstance(node, ast.Raise))
    return {
        call.func.id
        for call in calls
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
    }


def faults(function: Function) -> Iterator[str]:
    """Yield what is wrong with the docstring of ``function``."""
    parts = sections(function)
    if not parts[""].strip():
        yield "does not say what it does"
    if entries(parts.get("Args", "")) != parameters(function):
        yield f"'Args:' is not {parameters(function)}"
    returns = inspect.signature(function).return_annotation not in (None, "None")
    if returns and not parts.get("Returns", "").strip():
        yield "has no 'Returns:'"
    errors = entries(parts.get("Raises", ""))
    if not errors and parts.get("Raises", "").strip() != "Nothing.":
        yield "has no 'Raises:'"
    for name in errors:
        error = getattr(crosswalk_rdf, name, None) or getattr(builtins, name, None)
        if not (inspect.isclass(error) and issubclass(error, Exception)):
            yield f"raises {name}, which is no public error"
    if missing := raised(function) - set(errors):
        yield f"does not say that it raises {missing}"


@pytest.mark.parametrize("name", functions())
def test_function(name: str) -> None:
    assert list(faults(functions()[name])) == []


@pytest.mark.parametrize("name", classes())
def test_class(name: str) -> None:
    text = vars(classes()[name]).get("__doc__") or ""
    assert text.strip()
    assert not text.startswith(f"{name}(")  # what dataclass makes where there is none


@pytest.mark.parametrize("name", properties())
def test_property(name: str) -> None:
    assert (inspect.getdoc(properties()[name]) or "").strip()


def test_there_are_functions_and_methods() -> None:
    assert {"open", "read", "Publication.query", "Framework.__getitem__"} <= set(functions())


def bad(first: str, second: int) -> str:
    """Return something.

    Args:
        first: What.

    Raises:
        Unheard: Never.
    """
    raise ValueError(first, second)


def test_what_is_missing_is_seen() -> None:
    assert list(faults(bad)) == [
        "'Args:' is not ['first', 'second']",
        "has no 'Returns:'",
        "raises Unheard, which is no public error",
        "does not say that it raises {'ValueError'}",
    ]
