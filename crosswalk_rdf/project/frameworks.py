"""``data/frameworks/<id>/``: ``framework.toml`` and the tables beside it to a framework."""

from dataclasses import replace

from rdflib import URIRef

from crosswalk_rdf.model import Framework, Origin
from crosswalk_rdf.project.collections import FILE as COLLECTIONS
from crosswalk_rdf.project.collections import load_collections
from crosswalk_rdf.project.data_folder import Folder
from crosswalk_rdf.project.import_sources import load_import_source
from crosswalk_rdf.project.levels import load_levels
from crosswalk_rdf.project.resources import FILE as RESOURCES
from crosswalk_rdf.project.resources import load_resources
from crosswalk_rdf.project.statements import Owner, load_statements
from crosswalk_rdf.project.toml_table import Table

FOLDER = "data/frameworks"


def load_framework(folder: Folder, id: str, base: str) -> Framework:
    """Return the framework in ``data/frameworks/<id>``; every fault is noted in ``folder``."""
    path = f"{FOLDER}/{id}"
    table = Table.read(folder, f"{path}/framework.toml", base)
    owner = _owner(table, id, base)
    statements = load_statements(folder, f"{path}/statements.csv", owner)
    framework = replace(
        _metadata(table, id, owner, f"{path}/framework.toml"),
        statements=statements,
        collections=load_collections(folder, f"{path}/{COLLECTIONS}", owner, statements),
        resources=load_resources(folder, f"{path}/{RESOURCES}", lenient=owner.is_as_stated),
    )
    table.refuse_unknown()
    return framework


def _metadata(table: Table, id: str, owner: Owner, file: str) -> Framework:
    """Return the framework that ``framework.toml`` describes, without statements."""
    language, is_as_stated = owner.language, owner.is_as_stated
    unstated = "" if is_as_stated else None
    return Framework(
        iri=owner.iri,
        id=id,
        uuid=table.uuid("uuid", own=owner.iri.startswith(owner.base)),
        title=table.literal("title", language),
        description=table.optional_literal("description", language),
        creators=() if _lacks(table, "creators", is_as_stated) else table.agents("creators"),
        publisher=None if _lacks(table, "publisher", is_as_stated) else table.agent("publisher"),
        rights_holder=table.agent("rights_holder") if table.has("rights_holder") else None,
        issued=table.date("issued", unstated),
        edition=table.text("edition", unstated),
        language=language,
        rights=table.rights(language, unstated),
        license=table.iri("license") if table.has("license") else None,
        attribution=table.text("attribution", ""),
        sources=table.iris("sources"),
        notation_note=table.optional_literal("notation_note", language),
        verbatim=bool(table.value("verbatim", bool, False)),
        is_as_stated=is_as_stated,
        properties=table.properties("properties", lenient=is_as_stated),
        levels=tuple(owner.levels),
        statements=(),
        origin=Origin(file, 1),
        imported=load_import_source(table),
    )


def _lacks(table: Table, key: str, is_as_stated: bool) -> bool:
    """Return whether ``key`` is left out because the publisher does not state it."""
    return is_as_stated and not table.has(key)


def _owner(table: Table, id: str, base: str) -> Owner:
    """Return what the statements of a framework are read with."""
    language = table.language("language")
    is_as_stated = bool(table.value("as_stated", bool, False))
    return Owner(
        iri=table.iri("iri") if table.has("iri") else URIRef(base + id),
        base=base,
        language=language,
        levels=load_levels(table, id, base, language),
        is_as_stated=is_as_stated,
        polyhierarchical=bool(table.value("polyhierarchical", bool, False)),
    )
