"""A foreign package to the frameworks and crosswalks that a publication's folder will hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rdflib import URIRef

from crosswalk_rdf.formats.shared.hierarchy import slug
from crosswalk_rdf.model import Crosswalk, Framework, Package
from crosswalk_rdf.model.identifiers import unused_name
from crosswalk_rdf.project.crosswalk_writer import crosswalk_files
from crosswalk_rdf.project.framework_writer import framework_files
from crosswalk_rdf.project.importing.crosswalks import crosswalk_for_data
from crosswalk_rdf.project.importing.frameworks import framework_for_data
from crosswalk_rdf.project.importing.import_context import ImportContext

ASSOCIATIONS = "associations"


@dataclass(frozen=True, slots=True)
class ImportedPackage:
    """What an import adds to a publication."""

    frameworks: tuple[Framework, ...]
    crosswalks: tuple[Crosswalk, ...]

    def files(
        self, base: str, existing: tuple[Framework, ...], readers: Mapping[str, str]
    ) -> dict[str, bytes]:
        """Return the data files, by path; ``existing`` are the frameworks of the publication.

        ``readers`` name, by the id of a crosswalk, what read its source document.
        """
        files: dict[str, bytes] = {}
        for framework in self.frameworks:
            files |= framework_files(framework, base)
        for crosswalk in self.crosswalks:
            reader = readers.get(crosswalk.id, "")
            new_files = crosswalk_files(crosswalk, base, (*existing, *self.frameworks), reader)
            files |= {
                path: data for path, data in new_files.items() if not _is_empty(path, crosswalk)
            }
        return files


def _is_empty(path: str, crosswalk: Crosswalk) -> bool:
    """Return whether ``path`` is a table of remarks that has no row."""
    name = path.rpartition("/")[2]
    remarks: Mapping[str, tuple[object, ...]] = {
        "errata.csv": crosswalk.errata,
        "sections.csv": crosswalk.sections,
    }
    return name in remarks and not remarks[name]


def import_package(
    package: Package,
    id: str,
    existing: tuple[Framework, ...],
    context: ImportContext,
    replaced_ids: Mapping[URIRef, str] = MappingProxyType({}),
) -> ImportedPackage:
    """Return what ``package`` adds to a publication with the frameworks ``existing``.

    What the publication has already, by IRI, keeps the id that it has there. Else a single
    framework, or a single crosswalk, gets ``id``; several get it as the beginning of theirs.
    Everything that was filled in or changed is in the report of ``context``.
    """
    ids = framework_ids(package, id, {f.iri: f.id for f in context.before.values()})
    frameworks = tuple(framework_for_data(f, ids[f.iri], context) for f in package.frameworks)
    unaffected = tuple(framework for framework in existing if framework.iri not in context.before)
    names = crosswalk_ids(package, id, ids, replaced_ids)
    crosswalks = (
        crosswalk_for_data(crosswalk, names[crosswalk.iri], (*unaffected, *frameworks), context)
        for crosswalk in package.crosswalks
    )
    return ImportedPackage(frameworks, tuple(filter(None, crosswalks)))


def framework_ids(
    package: Package, id: str, existing_ids: Mapping[URIRef, str]
) -> dict[URIRef, str]:
    """Return the id of each framework of ``package``: that which it has, or ``id`` if new."""
    ids = {f.iri: existing_ids[f.iri] for f in package.frameworks if f.iri in existing_ids}
    new = [framework for framework in package.frameworks if framework.iri not in ids]
    if len(new) == 1:
        return {**ids, new[0].iri: id}
    for framework in new:
        ids[framework.iri] = unused_name(f"{id}-{slug(framework.id)}", ids.values())
    return ids


def crosswalk_ids(
    package: Package,
    id: str,
    ids: Mapping[URIRef, str],
    existing_ids: Mapping[URIRef, str] = MappingProxyType({}),
) -> dict[URIRef, str]:
    """Return the id of each crosswalk of ``package``; ``ids`` are those of its frameworks."""
    names: dict[URIRef, str] = {}
    for crosswalk in package.crosswalks:
        in_use = {*ids.values(), *names.values()}
        new = existing_ids.get(crosswalk.iri) or _crosswalk_id(crosswalk, package, id, ids, in_use)
        names[crosswalk.iri] = new
    return names


def _crosswalk_id(
    crosswalk: Crosswalk, package: Package, id: str, ids: Mapping[URIRef, str], ids_in_use: set[str]
) -> str:
    owner = next((f for f in package.frameworks if f.uuid and f.uuid == crosswalk.uuid), None)
    if owner is not None:
        name = f"{ids[owner.iri]}-{ASSOCIATIONS}"
    elif not package.frameworks and len(package.crosswalks) == 1:
        name = id
    elif len(package.crosswalks) == 1:
        name = f"{id}-{ASSOCIATIONS}"
    else:
        name = f"{id}-{slug(crosswalk.id, 'crosswalk')}"
    return unused_name(name, ids_in_use)
