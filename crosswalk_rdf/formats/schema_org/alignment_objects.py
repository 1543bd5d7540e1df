"""Statements and crosswalks to ``AlignmentObject``s (schema.org, LRMI)."""

from collections.abc import Iterable, Iterator
from typing import Final

from rdflib import SKOS, Literal, URIRef

from crosswalk_rdf.formats.schema_org.vocabulary import (
    OF_ALIGNMENTS,
    OF_CROSSWALKS,
    Json,
    agent,
    context,
    text,
    without_empty,
)
from crosswalk_rdf.model import (
    UNSPECIFIED_LICENSE,
    Alignment,
    Crosswalk,
    Framework,
    MappingSet,
    Package,
    Statement,
    fragment_iri,
    local_name,
    unnamed_iri,
)

_TEACHES: Final = "teaches"
"""LRMI alignmentType of what is copied into the description of a learning resource."""

Ends = dict[URIRef, tuple[Statement, Framework]]


def alignments(framework: Framework) -> dict[str, Json]:
    """Return an ``AlignmentObject`` for each statement, to be copied into other descriptions."""
    objects = [_copied(statement, framework) for statement in framework.statements]
    return {"@context": context("", OF_ALIGNMENTS), "@graph": objects}


def _copied(statement: Statement, framework: Framework) -> dict[str, Json]:
    return {
        "@id": str(fragment_iri(statement.iri, "schema-org-alignment")),
        "@type": "AlignmentObject",
        "alignmentType": _TEACHES,
        "educationalFramework": str(framework.title),
        "targetName": f"{statement.notation} {statement.preferred_label}".strip(),
        "targetDescription": str(statement.text),
        "targetUrl": str(statement.iri),
    }


def crosswalk_document(crosswalk: Crosswalk, package: Package, ends: Ends) -> dict[str, Json]:
    """Return the document of ``crosswalk``: a creative work that aligns what it is about.

    ``educationalAlignment`` is of works, so the source of an alignment is the passage of the
    crosswalk that is about a statement (see docs/decisions/schema-org-crosswalks.md).
    """
    language = crosswalk.title.language or ""
    titles: dict[URIRef, Literal] = {f.iri: f.title for f in package.frameworks}
    titles |= {external.iri: external.title for external in crosswalk.external}
    return {
        "@context": context(language, OF_CROSSWALKS),
        "@id": str(crosswalk.iri),
        "@type": "CreativeWork",
        **without_empty(_metadata(crosswalk, titles, language)),
        "hasPart": [_part(part, language, titles, ends) for part in crosswalk.parts],
    }


def _metadata(
    crosswalk: Crosswalk, titles: dict[URIRef, Literal], language: str
) -> dict[str, Json]:
    return {
        "name": text(crosswalk.title, language),
        "description": crosswalk.description and text(crosswalk.description, language),
        "identifier": crosswalk.uuid,
        "datePublished": crosswalk.issued,
        "creator": [agent(creator) for creator in crosswalk.creators],
        "publisher": crosswalk.publisher and agent(crosswalk.publisher),
        "copyrightNotice": text(crosswalk.rights, language) if crosswalk.rights else "",
        "license": crosswalk.license and str(crosswalk.license),
        "creditText": crosswalk.attribution,
        "about": list(_aligned(crosswalk, titles, language)),
    }


def _aligned(
    crosswalk: Crosswalk, titles: dict[URIRef, Literal], language: str
) -> Iterator[dict[str, Json]]:
    """Yield the frameworks that ``crosswalk`` aligns."""
    for iri in dict.fromkeys(
        source for part in crosswalk.parts for source in (part.subject_source, part.object_source)
    ):
        name = _title(iri, titles, language)
        yield without_empty({"@id": str(iri), "@type": "DefinedTermSet", "name": name})


def _title(iri: URIRef, titles: dict[URIRef, Literal], language: str) -> Json:
    return text(titles[iri], language) if iri in titles else ""


def _part(
    part: MappingSet, language: str, titles: dict[URIRef, Literal], ends: Ends
) -> dict[str, Json]:
    passages: dict[URIRef, list[Alignment]] = {}
    for alignment in part.claims:
        passages.setdefault(alignment.subject, []).append(alignment)
    framework = _title(part.object_source, titles, language)
    return {
        "@id": str(part.iri),
        "@type": "CreativeWork",
        **without_empty(
            {
                "name": text(part.title, language),
                "description": part.description and text(part.description, language),
                "license": "" if part.license == UNSPECIFIED_LICENSE else str(part.license),
                "copyrightNotice": text(part.rights, language) if part.rights else "",
            }
        ),
        "hasPart": [
            _passage(part, subject, claims, framework, ends, language)
            for subject, claims in passages.items()
        ],
    }


def _passage(
    part: MappingSet,
    subject: URIRef,
    alignments: Iterable[Alignment],
    framework: Json,
    ends: Ends,
    language: str,
) -> dict[str, Json]:
    """Return the passage of ``part`` that is about ``subject``."""
    claims = list(alignments)
    term = _term(subject, claims[0].subject_label, ends, language)
    return {
        "@id": str(unnamed_iri(part.iri, subject)),
        "@type": "CreativeWork",
        "about": {"@id": str(subject), "@type": "DefinedTerm", **term},
        "educationalAlignment": [
            _alignment_object(alignment, framework, ends, language) for alignment in claims
        ],
    }


def _term(iri: URIRef, label: str | None, ends: Ends, language: str) -> dict[str, Json]:
    if iri not in ends:
        return without_empty({"name": label})
    statement, _ = ends[iri]
    name = text(statement.preferred_label, language)
    return without_empty({"termCode": statement.notation, "name": name})


def _alignment_object(
    alignment: Alignment, framework: Json, ends: Ends, language: str
) -> dict[str, Json]:
    term = _term(alignment.object, alignment.object_label, ends, language)
    description = ends[alignment.object][0].text if alignment.object in ends else None
    return {
        "@id": str(alignment.iri),
        "@type": "AlignmentObject",
        "alignmentType": _type(alignment.predicate),
        **without_empty(
            {
                "educationalFramework": framework,
                "targetName": term.get("name"),
                "targetDescription": description and text(description, language),
            }
        ),
        "targetUrl": str(alignment.object),
    }


def _type(predicate: URIRef) -> str:
    """Return the name of a SKOS mapping property, the IRI of any other."""
    name = local_name(predicate)
    return name if predicate in SKOS and predicate == SKOS[name] else str(predicate)
