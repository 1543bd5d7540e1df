"""A publication's folder to a publication: ``data/publication.toml`` and the files beside it."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from rdflib import URIRef

from crosswalk_rdf.errors import CrosswalkError, Fault, InputFaults
from crosswalk_rdf.formats.registry import formats
from crosswalk_rdf.model import Crosswalk, DataFile, Framework, Publication, Site
from crosswalk_rdf.model.document_paths import is_windows_path
from crosswalk_rdf.model.lexical import is_iri
from crosswalk_rdf.namespaces import DEFAULT_BASE, PREFIXES, PUBLISHED_NAMES, SERVICE_NAMES
from crosswalk_rdf.project.crosswalks import FOLDER as CROSSWALKS
from crosswalk_rdf.project.crosswalks import load_crosswalk
from crosswalk_rdf.project.data_folder import Folder
from crosswalk_rdf.project.folder_boundary import boundary_faults
from crosswalk_rdf.project.frameworks import FOLDER as FRAMEWORKS
from crosswalk_rdf.project.frameworks import load_framework
from crosswalk_rdf.project.printed_words import printed_word_faults
from crosswalk_rdf.project.toml_table import Table
from crosswalk_rdf.project.unreachable_iris import unreachable_iris
from crosswalk_rdf.project.validation_policy import FILE as ACCEPTED_FINDINGS
from crosswalk_rdf.project.validation_policy import load_policy

FILE = "data/publication.toml"

_ID = re.compile(r"[a-z0-9][a-z0-9._-]*")
_RESERVED_NAMES = frozenset(
    {"activity", "agent", "base", "data", "xw", *PREFIXES, *PUBLISHED_NAMES, *SERVICE_NAMES}
)
"""Names below the base IRI, and prefixes, that the product uses itself."""


class NoPublication(CrosswalkError):
    """A folder that holds no publication."""


def load_publication(
    path: Path, base: str | None = None, *, may_be_empty: bool = False
) -> Publication:
    """Return the publication in the folder ``path``.

    ``base`` replaces the base IRI of ``publication.toml``. Raises :class:`NoPublication` where
    there is no such file, and :class:`InputFaults` with every fault of every file, or with what
    leads out of the folder, before anything else is read. That there is no framework and
    no crosswalk is a fault, unless it ``may_be_empty``, as before the first import.
    """
    folder = Folder(path)
    if not folder.has(FILE):
        raise NoPublication(f"{path} has no {FILE}: name the folder of a publication (--project)")
    folder.faults.extend(boundary_faults(path))
    folder.raise_faults()
    table = Table.read(folder, FILE)
    base = _base(table, base)
    table = table.under(base)
    table.has("base")
    frameworks = {i: load_framework(folder, i, base) for i in _ids(folder, FRAMEWORKS)}
    ids = _ids(folder, CROSSWALKS, ids_in_use=frameworks)
    crosswalks = [load_crosswalk(folder, id, base, frameworks) for id in ids]
    if not (frameworks or crosswalks or may_be_empty):
        folder.fault(FRAMEWORKS, 0, 0, "holds no framework: add a folder with framework.toml")
    publication = _publication(folder, table, base, frameworks, crosswalks)
    table.refuse_unknown()
    folder.faults.extend(_duplicate_faults(publication))
    folder.faults.extend(_document_faults(publication))
    folder.faults.extend(unreachable_iris(publication))
    folder.raise_faults()
    folder.faults.extend(_printed_word_faults(folder, publication))
    folder.raise_faults()
    return publication


def _printed_word_faults(folder: Folder, publication: Publication) -> Iterator[Fault]:
    """Yield what the publication's own crosswalks quote wrongly from their sources."""
    for crosswalk in publication.crosswalks:
        if crosswalk.source and not crosswalk.imported:
            text = folder.text(crosswalk.source.file)
            yield from printed_word_faults(crosswalk, publication.frameworks, text)


def _base(table: Table, replacement: str | None) -> str:
    base = table.iri("base")
    if replacement is not None and not is_iri(replacement):
        raise InputFaults([Fault("--base", 0, 0, f"no IRI: {replacement!r}; write https://…/")])
    base = URIRef(replacement or base)
    if base and not base.endswith("/"):
        table.fault(f"'base' must end with a slash: {base}/", "base")
    return str(base or DEFAULT_BASE)


def _ids(folder: Folder, below: str, ids_in_use: Iterable[str] = ()) -> list[str]:
    """Return the names of the folders in ``below``; one that cannot be an id is a fault."""
    ids = folder.folders(below)
    for id in ids:
        if fault := id_fault(id, ids_in_use):
            folder.fault(f"{below}/{id}", 0, 0, fault)
    return ids


def id_fault(id: str, ids_in_use: Iterable[str] = ()) -> str:
    """Return why no framework and no crosswalk can have ``id``, "" where one can."""
    if id in _RESERVED_NAMES or id in (*(each.folder for each in formats()), *ids_in_use):
        return f"{id!r} is taken: give the folder another name"
    if not _ID.fullmatch(id):
        return f"{id!r} is no id: name the folder in a-z, 0-9, hyphens and dots"
    if not is_windows_path(id):
        return f"{id!r} cannot be the name of a file on Windows: give the folder another name"
    return ""


def _publication(
    folder: Folder,
    table: Table,
    base: str,
    frameworks: dict[str, Framework],
    crosswalks: list[Crosswalk],
) -> Publication:
    language = table.language("language")
    crosswalk_ids = [crosswalk.id for crosswalk in crosswalks]
    return Publication(
        base=base,
        written_base=table.text("base"),
        id=table.text("id"),
        title=table.literal("title", language),
        description=table.literal("description", language),
        creator=table.agent("creator"),
        issued=table.date("issued"),
        modified=table.date("modified"),
        version=table.text("version"),
        language=language,
        rights=table.literal("rights", language),
        frameworks=tuple(frameworks.values()),
        crosswalks=tuple(crosswalks),
        site=_site(table),
        formats=_formats(table),
        validation=load_policy(folder, table, frameworks, crosswalk_ids, base),
        files=tuple(_files(folder)),
    )


def _formats(table: Table) -> tuple[str, ...] | None:
    """Return the foreign formats that ``formats`` names; None where it is not there."""
    if not table.has("formats"):
        return None
    names = tuple(map(str, table.value("formats", list)))
    publishable = [each.name for each in formats() if each.publish is not None]
    for name in names:
        if name not in publishable:
            message = f"no format is called {name!r}: these are published: {', '.join(publishable)}"
            table.fault(f"'formats': {message}", "formats")
    return names


def _site(publication: Table) -> Site:
    """Return what ``[site]`` says of the static site."""
    publication.value("site", dict, {})
    table = publication.table("site")
    site = Site(
        name=table.text("name") if table.has("name") else None,
        url=table.iri("url") if table.has("url") else None,
        repository=table.iri("repository") if table.has("repository") else None,
        versions=table.text("versions") if table.has("versions") else None,
    )
    table.refuse_unknown()
    return site


def _files(folder: Folder) -> Iterator[DataFile]:
    """Yield each data file that was read, with the graph that was made from it."""
    for path, checksum in sorted(folder.checksums.items()):
        if path not in (FILE, ACCEPTED_FINDINGS):
            yield DataFile(path=path, checksum=checksum, graph=_graph(path))


def _graph(path: str) -> str:
    """Return the name of the graph that ``data/<kind>/<id>/<file>`` is made into."""
    _, kind, id, file = path.split("/", 3)
    if kind == "frameworks":
        return id
    if file.endswith(".sssom.tsv"):
        return f"{id}/{file.removesuffix('.sssom.tsv')}"
    return f"{id}/{file.removesuffix('.csv')}" if file.endswith(".csv") else "dataset"


def _duplicate_faults(publication: Publication) -> Iterator[Fault]:
    """Yield a fault for each UUID of two statements, and each IRI of two things, but resources."""
    first_places: dict[str, str] = {}
    for framework in publication.frameworks:
        statements = ((name, s.origin) for s in framework.statements for name in (s.uuid, s.iri))
        collections = ((c.iri, c.origin) for c in framework.collections)
        for name, origin in ((framework.iri, framework.origin), *statements, *collections):
            place = f"{origin.file}:{origin.line}"
            first_place = first_places.setdefault(str(name), place) if name else place
            if first_place != place and first_place.partition(":")[0] != origin.file:
                message = f"{name} is used twice: {first_place} has it first"
                yield Fault(origin.file, origin.line, 0, message)


def _document_faults(publication: Publication) -> Iterator[Fault]:
    """Yield a fault for each UUID that two frameworks or crosswalks have.

    In CASE each is a document, known by its UUID. Only the associations that came in the document
    of a framework share its UUID, and go back into it.
    """
    owners: dict[str, Framework | Crosswalk] = {}
    documents: tuple[Framework | Crosswalk, ...] = (
        *publication.frameworks,
        *publication.crosswalks,
    )
    for document in documents:
        owner = owners.setdefault(document.uuid, document) if document.uuid else document
        if owner is not document and not _came_with(document, owner):
            message = (
                f"its UUID {document.uuid} is that of {owner.id}, and in CASE there would be one "
                "document of the two: give it a UUID of its own"
            )
            yield Fault(document.origin.file, document.origin.line, 0, message)


def _came_with(document: Framework | Crosswalk, owner: Framework | Crosswalk) -> bool:
    """Return whether ``document`` holds associations of the framework ``owner``, as imported."""
    if not isinstance(document, Crosswalk) or not isinstance(owner, Framework):
        return False
    is_of_one_file = document.imported is not None and document.imported == owner.imported
    return is_of_one_file or document.id == f"{owner.id}-associations"
