"""A file ``queries/<name>.rq`` to a :class:`Query`.

The file opens with lines ``#+ ``, as grlc's do; what follows that mark is YAML::

    #+ summary: A statement by its notation
    #+ description: One line or more on what the columns mean, and what is left out.
    #+ tags: [statement]
    #+ parameters:
    #+   notation: {type: notation, default: 1b, description: Notation as published}

``summary`` is demanded, the rest is not. A parameter has a ``type`` (see
:mod:`crosswalk_rdf.queries.parameters`), a ``description``, and either a ``default``, or
``required: true``, or neither, which means "any". In the query it is the variable ``?_notation``,
and its value stands in ``VALUES ?_notation { "1b" }``, ``UNDEF`` where there is no default: so the
file runs in any SPARQL tool as it stands and answers for the defaults.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final

from crosswalk_rdf.errors import Fault, InputFaults
from crosswalk_rdf.namespaces import DEFAULT_BASE
from crosswalk_rdf.queries.checks import parameter_faults, syntax_faults
from crosswalk_rdf.queries.frontmatter import Value, read_frontmatter
from crosswalk_rdf.queries.parameters import TYPES, Parameter
from crosswalk_rdf.queries.query import Query, header_fault, query_file

_KEYS: Final = ("summary", "description", "tags", "parameters")
_PARAMETER_KEYS: Final = ("type", "description", "default", "required")
_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")


class BrokenQuery(InputFaults):
    """A query file whose header or text is not as it must be; holds every fault found."""


@lru_cache(maxsize=512)
def parse_query(name: str, text: str, base: str = DEFAULT_BASE) -> Query:
    """Return the query that ``text`` holds, which was rebased to ``base``; raise BrokenQuery."""
    header = _Header(name, text)
    query = header.query()
    faults = [*header.faults, *syntax_faults(query)]
    if not header.faults:
        faults += parameter_faults(query, base)
    if faults:
        raise BrokenQuery(faults)
    return query


def parse_queries(files: Mapping[str, str], base: str = DEFAULT_BASE) -> dict[str, Query]:
    """Return the queries in ``files``, texts by path, by their names.

    The texts were rebased to ``base``. Raises InputFaults with the faults of all.
    """
    queries: dict[str, Query] = {}
    faults: list[Fault] = []
    for file, text in files.items():
        name = PurePosixPath(file).stem
        try:
            queries[name] = parse_query(name, text, base)
        except InputFaults as error:
            faults.extend(error.faults)
    if faults:
        raise InputFaults(faults)
    return queries


class _Header:
    """The header of one file, and what is wrong with it."""

    def __init__(self, name: str, text: str) -> None:
        self._name, self._text = name, text
        header = read_frontmatter(query_file(name), text)
        self.faults, self._values = header.faults, header.values

    def query(self) -> Query:
        """Return the query, as far as its header could be read."""
        for key in self._values.keys() - set(_KEYS):
            self._fault(rf"^#\+ {key}", f"'{key}' is no key of a header: use {', '.join(_KEYS)}")
        return Query(
            name=self._name,
            summary=self._summary(),
            description=self._text_value("description"),
            parameters=tuple(self._parameters()),
            tags=self._tags(),
            text=self._text,
        )

    def _summary(self) -> str:
        summary = self._text_value("summary")
        if not summary and not self.faults:
            self._fault("", "it has no summary: open it with '#+ summary: what it answers'")
        return summary

    def _text_value(self, key: str) -> str:
        value = self._values.get(key, "")
        if not isinstance(value, str):
            self._fault(rf"^#\+ {key}", f"'{key}' is not text: write it on one line, or after '>'")
            return ""
        return " ".join(value.split())

    def _tags(self) -> tuple[str, ...]:
        value = self._values.get("tags", [])
        tags = tuple(tag for tag in value if isinstance(tag, str))
        if not isinstance(value, list) or len(tags) < len(value):
            self._fault(r"^#\+ tags", "the tags are no list: write '#+ tags: [statement, text]'")
            return ()
        return tags

    def _parameters(self) -> Iterator[Parameter]:
        value = self._values.get("parameters", {})
        if not isinstance(value, dict):
            self._fault(r"^#\+ parameters", "the parameters are no mapping of names to settings")
            return
        for name, settings in value.items():
            problem = _parameter_problem(name, settings)
            if problem:
                self._fault(
                    rf"^#\+ +['\"]?{re.escape(str(name))}\b", f"parameter '{name}' {problem}"
                )
            else:
                yield _parameter(name, settings)

    def _fault(self, pattern: str, message: str) -> None:
        self.faults.append(header_fault(self._name, self._text, pattern, message))


def _parameter_problem(name: str, settings: Value) -> str:
    """Return what is wrong with the settings of a parameter; nothing if they are right."""
    if not _NAME.fullmatch(name):
        return "is no name: use small letters, digits and '_'"
    if not isinstance(settings, dict) or not settings.get("description"):
        return "has no description: add 'description: what it chooses'"
    if settings.keys() - set(_PARAMETER_KEYS):
        return f"has a setting that is not known: use {', '.join(_PARAMETER_KEYS)}"
    if not all(isinstance(value, str) for value in settings.values()):
        return "has a setting that is no text: give each one value"
    if settings.get("type") not in TYPES:
        return f"has no type that is known: use one of {', '.join(TYPES)}"
    if settings.get("required", "false") not in ("true", "false"):
        return "has 'required' neither true nor false"
    if "default" in settings and settings.get("required") == "true":
        return "is required and has a default: drop one of the two"
    return ""


def _parameter(name: str, settings: Value) -> Parameter:
    texts = settings if isinstance(settings, dict) else {}
    default = texts.get("default")
    return Parameter(
        name=name,
        type=str(texts["type"]),
        description=str(texts["description"]),
        default=None if default is None else str(default),
        required=texts.get("required") == "true",
    )
