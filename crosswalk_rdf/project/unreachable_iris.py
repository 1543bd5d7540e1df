"""IRIs below the base that no client can ask this publication for, to faults with their place."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final
from urllib.parse import unquote

from crosswalk_rdf.errors import Fault
from crosswalk_rdf.model import Origin, Publication
from crosswalk_rdf.model.document_paths import normal_name
from crosswalk_rdf.model.origins import origins
from crosswalk_rdf.namespaces import SERVICE_PATHS

_OF_THE_PRODUCT: Final = ("catalog", "changes", "dataset", "ontology", "shapes")
"""What the product describes under these names."""
_PARAMETER: Final = re.compile(r"\{\w+(:path)?\}")


def _pattern(path: str) -> str:
    """Return what matches the names that ``path`` of an endpoint stands for."""
    texts = map(re.escape, _PARAMETER.split(path)[::2])
    values = (".*" if match[1] else "[^/]+" for match in _PARAMETER.finditer(path))
    return "".join(text + value for text, value in zip_longest(texts, values, fillvalue=""))


_OF_THE_SERVICE: Final = re.compile("|".join(map(_pattern, SERVICE_PATHS)))


def unreachable_iris(publication: Publication) -> Iterator[Fault]:
    """Yield a fault for each IRI that is another one to clients, or one of the service."""
    base = publication.base
    first_uses: dict[str, tuple[str, Origin]] = {}
    for iri, origin in origins(publication).items():
        if not iri.startswith(base):
            continue
        document = iri.partition("#")[0]
        name = normal_name(document.removeprefix(base))
        first, first_origin = first_uses.setdefault(name, (document, origin))
        message = _message(name)
        if not message and first != document:
            place = f"{first_origin.file}:{first_origin.line}"
            message = f"has the same address as {first} at {place} (RFC 3986 §6.2.2)"
        if message:
            advice = "give it another notation or IRI"
            yield Fault(origin.file, origin.line, 0, f"{iri} {message}: {advice}")


def _message(name: str) -> str:
    """Return why nobody can ask for the resource called ``name``; "" where one can."""
    segments = name.partition("?")[0].split("/")
    if any(unquote(segment) in (".", "..") for segment in segments):
        return "has a segment '.' or '..', which clients take out (RFC 3986 §5.2.4)"
    if name.startswith("/"):
        return "has two slashes after the host, which some servers take for one"
    if name.endswith("?"):
        return "has an empty query, which servers take for none"
    if "%00" in name:
        return "holds the character U+0000, which servers refuse"
    if name in _OF_THE_PRODUCT:
        return "is what the publication calls its own description"
    path = unquote("/".join(segments)).removesuffix("/")
    if "%2F" not in segments[0] and _OF_THE_SERVICE.fullmatch(path):
        return "is an address of the service itself"
    return ""
