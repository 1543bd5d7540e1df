"""Parts of crosswalks to SSSOM/TSV: the one writer, of what is published, converted and edited."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from crosswalk_rdf.formats.format import Report, Unwritable, Writing
from crosswalk_rdf.formats.sssom import tsv
from crosswalk_rdf.formats.sssom.curies import own_prefixes, part_prefixes
from crosswalk_rdf.formats.sssom.parts import set_of, write_parts
from crosswalk_rdf.formats.sssom.to_document import document_of
from crosswalk_rdf.model import Crosswalk, Framework, MappingSet, Package
from crosswalk_rdf.model.published_file import PublishedFile, Role
from crosswalk_rdf.namespaces import ontology_namespace

SUFFIX: Final = ".sssom.tsv"


def write(package: Package) -> Writing:
    """Return each mapping set of each crosswalk as SSSOM/TSV, by its id.

    Raises Unwritable for a package without alignments.
    """

    def write_set(parts: Sequence[MappingSet], crosswalk: Crosswalk, report: Report) -> bytes:
        return _tsv(parts, crosswalk, package.base, package.frameworks, report)

    return write_parts(package, write_set)


def publish(package: Package) -> Iterator[PublishedFile]:
    """Yield ``sssom/<crosswalk>/<part>.sssom.tsv``, each record with its IRI.

    Raises Unwritable where SSSOM cannot hold all of a part.
    """
    for crosswalk in package.crosswalks:
        for part in crosswalk.parts:
            data = whole_part(part, crosswalk, package.base, package.frameworks)
            path = f"sssom/{crosswalk.id}/{part.id}{SUFFIX}"
            yield PublishedFile(path, data, (str(part.iri),), Role.MAPPING_SET)


def whole_part(
    part: MappingSet,
    crosswalk: Crosswalk,
    base: str,
    frameworks: Iterable[Framework],
    *,
    record_ids: bool = True,
) -> bytes:
    """Return ``part`` as SSSOM/TSV that says all of it, with the IRI of each record or without.

    ``base`` and ``frameworks`` are those of the publication that it belongs to. Raises
    Unwritable where SSSOM cannot hold all of the part.
    """
    report = Report()
    data = _tsv((part,), crosswalk, base, frameworks, report, record_ids=record_ids)
    if report.remarks:
        raise Unwritable(f"{crosswalk.id}/{part.id}{SUFFIX}: {report.remarks[0]}")
    return data


def _tsv(
    parts: Sequence[MappingSet],
    crosswalk: Crosswalk,
    base: str,
    frameworks: Iterable[Framework],
    report: Report,
    *,
    record_ids: bool = True,
) -> bytes:
    own = own_prefixes(base, frameworks, crosswalk)
    whole = set_of(parts, crosswalk)
    document = document_of(
        whole,
        parts,
        part_prefixes(whole, own, crosswalk.external),
        str(ontology_namespace(base)) if base else "",
        report,
        external={framework.iri for framework in crosswalk.external},
        record_ids=record_ids,
    )
    return tsv.write(document)
