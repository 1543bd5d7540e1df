"""``data/crosswalks/<id>/``: ``crosswalk.toml``, parts, errata and sections to a crosswalk."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.sssom.read_strict import SetDescription, empty_part, read_part
from crosswalk_rdf.model import (
    Crosswalk,
    ExternalFramework,
    Framework,
    MappingSet,
    Origin,
    SourceDocument,
)
from crosswalk_rdf.model.alignable_frameworks import AlignableFrameworks
from crosswalk_rdf.model.lexical import is_iri
from crosswalk_rdf.namespaces import ontology_namespace
from crosswalk_rdf.project.data_folder import Folder
from crosswalk_rdf.project.errata_and_sections import load_errata, load_sections
from crosswalk_rdf.project.import_sources import KEY, load_import_source
from crosswalk_rdf.project.toml_table import Table

FOLDER = "data/crosswalks"
PART_SUFFIX = ".sssom.tsv"
_RESERVED_NAMES = ("errata", "erratum", "section", "sections", "source")
"""Names below a crosswalk's IRI that the product uses itself."""


def load_crosswalk(
    folder: Folder, id: str, base: str, frameworks: Mapping[str, Framework]
) -> Crosswalk:
    """Return the crosswalk in ``data/crosswalks/<id>``; every fault is noted in ``folder``."""
    file = f"{FOLDER}/{id}/crosswalk.toml"
    table = Table.read(folder, file, base)
    language = table.language("language")
    iri = URIRef(base + id)
    external = _external(table, language, {framework.iri for framework in frameworks.values()})
    parts = _parts(folder, table, (id, base, language), frameworks, external)
    crosswalk = Crosswalk(
        iri=iri,
        id=id,
        uuid=table.uuid("uuid", own=False) if table.has("uuid") else "",
        title=table.literal("title", language),
        description=table.optional_literal("description", language),
        creators=table.agents("creators") if _names(table, "creators") else (),
        publisher=table.agent("publisher") if _names(table, "publisher") else None,
        issued=table.date("issued"),
        rights=table.rights(language),
        license=table.iri("license") if table.has("license") else None,
        attribution=table.text("attribution", ""),
        external=external,
        properties=table.properties("properties"),
        source=_source(folder, table, id, base, language),
        parts=parts,
        errata=load_errata(folder, f"{FOLDER}/{id}/errata.csv", iri, base),
        sections=load_sections(folder, f"{FOLDER}/{id}/sections.csv", iri, base),
        origin=Origin(file, 1),
        imported=load_import_source(table),
    )
    table.refuse_unknown()
    return crosswalk


def _names(table: Table, key: str) -> bool:
    """Return whether ``key`` must name agents: an imported crosswalk may be by nobody stated."""
    return table.has(key) or not table.has(KEY)


def _external(table: Table, language: str, published: set[URIRef]) -> tuple[ExternalFramework, ...]:
    """Return the frameworks that are aligned and not ``published`` here, or no longer elsewhere."""
    external = []
    for name in table.value("external", dict, {}):
        entry = table.table("external", name)
        external.append(
            ExternalFramework(iri=entry.iri("iri"), id=name, title=entry.literal("title", language))
        )
        entry.refuse_unknown()
    return tuple(framework for framework in external if framework.iri not in published)


def _parts(
    folder: Folder,
    table: Table,
    place: tuple[str, str, str],
    frameworks: Mapping[str, Framework],
    external: tuple[ExternalFramework, ...],
) -> tuple[MappingSet, ...]:
    id, base, language = place
    files = folder.files(f"{FOLDER}/{id}", f"*{PART_SUFFIX}")
    if not files:
        folder.fault(
            f"{FOLDER}/{id}", 0, 0, f"holds no part: add a file that ends in {PART_SUFFIX}"
        )
    entries = table.value("parts", dict, {})
    names = [PurePosixPath(file).name.removesuffix(PART_SUFFIX) for file in files]
    for file, name in zip(files, names, strict=True):
        if name in _RESERVED_NAMES:
            folder.fault(file, 0, 0, f"{name!r} is taken: give the part another name")
    for name in sorted(set(entries) - set(names)):
        table.fault(f"'parts.{name}' describes no file: add {name}{PART_SUFFIX} or remove it")
    alignable = AlignableFrameworks.of(frameworks, external)
    parts = []
    for file, name in zip(files, names, strict=True):
        part = table.table("parts", name)
        description = _description(part, table, f"{id}/{name}", base, language)
        parts.append(_part(folder, file, description, alignable))
    return tuple(parts)


def _part(
    folder: Folder, file: str, description: SetDescription, frameworks: AlignableFrameworks
) -> MappingSet:
    """Return the mapping set in ``file``; every fault is noted in ``folder``."""
    data = folder.data(file)
    if file not in folder.checksums:
        return empty_part(file, description)
    part, faults = read_part(data, file, description, frameworks)
    folder.faults.extend(faults)
    return part


def _description(
    part: Table, crosswalk: Table, local: str, base: str, language: str
) -> SetDescription:
    rights = (part if part.has("rights") else crosswalk).rights(language)
    description = SetDescription(
        local=local,
        base=base,
        language=language,
        rights=rights,
        subject_kinds=_kinds(part, "subject_kinds", base),
        object_kinds=_kinds(part, "object_kinds", base),
    )
    part.refuse_unknown()
    return description


def _kinds(part: Table, key: str, base: str) -> tuple[URIRef, ...]:
    """Return kinds that are named: by IRI, or as terms of our own."""
    names = [str(kind) for kind in part.value(key, list, [])]
    xw = ontology_namespace(base)
    return tuple(URIRef(name) if is_iri(name) else xw[name] for name in names)


def _source(
    folder: Folder, table: Table, id: str, base: str, language: str
) -> SourceDocument | None:
    if not table.has("source"):
        return None
    table.value("source", dict)
    source = table.table("source")
    path = f"{FOLDER}/{id}/{source.text('file')}"
    text = folder.text(path)
    source.text("reader", "")
    document = SourceDocument(
        iri=URIRef(f"{base}{id}/source"),
        title=Literal(source.text("title"), lang=language),
        file=path,
        checksum=folder.checksums.get(path, ""),
        line_count=text.count("\n"),
    )
    source.refuse_unknown()
    return document
