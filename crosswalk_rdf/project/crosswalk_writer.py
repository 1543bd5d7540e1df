"""A crosswalk to the plain files of a publication's folder: path to bytes.

The inverse of :mod:`crosswalk_rdf.project.crosswalks`: what is written here is read back as the
same values.
"""

from collections.abc import Collection, Iterable
from typing import Any

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.sssom.write import whole_part
from crosswalk_rdf.model import (
    Crosswalk,
    Erratum,
    ExternalFramework,
    Framework,
    MappingSet,
    Section,
    local_name,
)
from crosswalk_rdf.model.lexical import NO_LANGUAGE
from crosswalk_rdf.namespaces import ontology_namespace
from crosswalk_rdf.project.crosswalks import FOLDER as CROSSWALKS
from crosswalk_rdf.project.crosswalks import PART_SUFFIX
from crosswalk_rdf.project.errata_and_sections import (
    ERRATA_COLUMNS,
    SECTION_COLUMNS,
    WHOLE_CROSSWALK,
)
from crosswalk_rdf.project.file_values import (
    agent,
    csv_text,
    languages,
    lines,
    properties,
    toml_text,
)
from crosswalk_rdf.project.import_sources import KEY, import_source_items


def crosswalk_files(
    crosswalk: Crosswalk, base: str, frameworks: Collection[Framework], reader: str
) -> dict[str, bytes]:
    """Return the files of ``crosswalk``, by path within the publication's folder.

    ``base`` and ``frameworks`` are those of the publication; ``reader`` names what reads the
    source document of the crosswalk. Raises :class:`~crosswalk_rdf.formats.format.Unwritable`
    for a part that SSSOM cannot hold.
    """
    folder = f"{CROSSWALKS}/{crosswalk.id}"
    files = {
        f"{folder}/{part.id}{PART_SUFFIX}": whole_part(
            part, crosswalk, base, frameworks, record_ids=_has_named_records(part)
        )
        for part in crosswalk.parts
    }
    errata = (_erratum(erratum, crosswalk, base) for erratum in crosswalk.errata)
    sections = (_section(section, crosswalk, base) for section in crosswalk.sections)
    return {
        f"{folder}/crosswalk.toml": toml_text(_crosswalk(crosswalk, folder, reader, base)),
        **files,
        f"{folder}/errata.csv": csv_text(ERRATA_COLUMNS, errata),
        f"{folder}/sections.csv": csv_text(SECTION_COLUMNS, sections),
    }


def _has_named_records(part: MappingSet) -> bool:
    """Return whether others have named a record: all carry their IRI then (SSSOM, record_id)."""
    return any(not alignment.iri.startswith(f"{part.iri}/") for alignment in part.alignments)


def _crosswalk(crosswalk: Crosswalk, folder: str, reader: str, base: str) -> dict[str, Any]:
    source = crosswalk.source
    return {
        "title": str(crosswalk.title),
        "uuid": crosswalk.uuid,
        "description": crosswalk.description and str(crosswalk.description),
        "language": crosswalk.title.language or NO_LANGUAGE,
        "languages": languages(_texts(crosswalk), str(crosswalk.title.language or "")),
        "issued": crosswalk.issued,
        "rights": str(crosswalk.rights) or None,
        "license": crosswalk.license and str(crosswalk.license),
        "attribution": crosswalk.attribution or None,
        "creators": [agent(creator, base) for creator in crosswalk.creators],
        "publisher": crosswalk.publisher and agent(crosswalk.publisher, base),
        "source": source
        and {
            "title": str(source.title),
            "file": source.file.removeprefix(f"{folder}/"),
            "reader": reader,
        },
        "properties": properties(crosswalk.properties),
        KEY: import_source_items(crosswalk.imported),
        "external": {e.id: _external(e, crosswalk.title.language) for e in crosswalk.external},
        "parts": {part.id: _part(part, crosswalk, base) for part in crosswalk.parts},
    }


def _texts(crosswalk: Crosswalk) -> dict[str, Literal | None]:
    return {"description": crosswalk.description, "rights": crosswalk.rights}


def _external(framework: ExternalFramework, language: str | None) -> dict[str, Any]:
    tags = languages({"title": framework.title}, language or "")
    items = {"iri": str(framework.iri), "title": str(framework.title)}
    return {**items, "languages": tags} if tags else items


def _part(part: MappingSet, crosswalk: Crosswalk, base: str) -> dict[str, Any]:
    xw = str(ontology_namespace(base))
    items = {
        **({} if part.rights == crosswalk.rights else _rights(part, crosswalk)),
        "subject_kinds": [str(kind).removeprefix(xw) for kind in part.subject_kinds],
        "object_kinds": [str(kind).removeprefix(xw) for kind in part.object_kinds],
    }
    return {key: value for key, value in items.items() if value}


def _rights(part: MappingSet, crosswalk: Crosswalk) -> dict[str, Any]:
    tags = languages({"rights": part.rights}, str(crosswalk.title.language or ""))
    return {"rights": str(part.rights), "languages": tags}


def _erratum(erratum: Erratum, crosswalk: Crosswalk, base: str) -> dict[str, Any]:
    return {
        "id": erratum.id,
        "kind": local_name(erratum.kind),
        "part": _part_name(erratum.part, crosswalk),
        **lines(erratum.lines),
        "printed": erratum.printed,
        "canonical": erratum.canonical,
        "comment": erratum.comment,
        "changes_alignment": str(erratum.changes_alignment).lower(),
        "judgement": str(erratum.judgement).lower(),
        "concerns": _references(erratum.concerns, base),
    }


def _section(section: Section, crosswalk: Crosswalk, base: str) -> dict[str, Any]:
    return {
        "id": section.id,
        "kind": local_name(section.kind),
        "part": _part_name(section.part, crosswalk),
        **lines(section.lines),
        "about": _references(section.about, base),
        "title": section.title or "",
        "text": section.text,
    }


def _part_name(part: URIRef, crosswalk: Crosswalk) -> str:
    return WHOLE_CROSSWALK if part == crosswalk.iri else part.removeprefix(f"{crosswalk.iri}/")


def _references(iris: Iterable[URIRef], base: str) -> str:
    return "|".join(iri.removeprefix(base) for iri in iris)
