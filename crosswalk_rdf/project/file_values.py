"""Values of the model as TOML and CSV hold them: what the files of all kinds share."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import tomli_w
from rdflib import Literal

from crosswalk_rdf.model import Agent, PropertyValue
from crosswalk_rdf.model import agent_iri as urn_of_agent
from crosswalk_rdf.model.lexical import NO_LANGUAGE
from crosswalk_rdf.project.properties import by_heading, text
from crosswalk_rdf.project.values import agent_iri


def toml_text(content: Mapping[str, Any]) -> bytes:
    """Return ``content`` as TOML, without what is empty."""
    present = {key: value for key, value in content.items() if value not in (None, "", [], {})}
    return tomli_w.dumps(present).encode()


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Return ``rows`` as CSV with a header of ``columns``."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, columns, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode()


def agent(agent: Agent, base: str) -> dict[str, Any]:
    """Return a person or organization, with its IRI where that is not made of its name."""
    type = {} if agent.type == "Organization" else {"type": agent.type}
    default_iris = (agent_iri(base, agent.name), urn_of_agent(agent.name))
    has_default_iri = not agent.iri or agent.iri in default_iris
    return {"name": agent.name, **type, **({} if has_default_iri else {"iri": str(agent.iri)})}


def properties(values: Sequence[PropertyValue]) -> dict[str, list[str]]:
    """Return ``values`` as the table of a TOML file."""
    return {name: [text(v) for v in group] for name, group in by_heading(values).items()}


def languages(texts: Mapping[str, Literal | None], language: str) -> dict[str, str]:
    """Return the languages of ``texts``, by key, that are not ``language``."""
    tags = {key: str(text.language or "") for key, text in texts.items() if text}
    differing = {key: tag for key, tag in tags.items() if tag.lower() != language.lower()}
    return {key: tag or NO_LANGUAGE for key, tag in differing.items()}


def lines(lines: tuple[int, int] | None) -> dict[str, Any]:
    """Return the cells of the first and last line."""
    first, last = lines or ("", "")
    return {"first_line": first, "last_line": last}
