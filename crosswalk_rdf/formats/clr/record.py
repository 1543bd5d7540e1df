"""The sample record that holds associations: ``ClrCredential``, ``ClrSubject``."""

from typing import Final

from rdflib import URIRef

from crosswalk_rdf.formats.clr.associations import Association, association_object
from crosswalk_rdf.formats.shared import credentials
from crosswalk_rdf.formats.shared.credentials import Json
from crosswalk_rdf.formats.shared.timestamps import timestamp
from crosswalk_rdf.model import Crosswalk, Framework, Package, Statement, fragment_iri
from crosswalk_rdf.model.lexical import is_http_url
from crosswalk_rdf.model.own_dates import own_date

CONTEXTS: Final = (
    credentials.CREDENTIALS_CONTEXT,
    "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
    credentials.BADGES_CONTEXT,
)
"""In the order in which CLR 2.0 asks for them."""

Ends = dict[URIRef, tuple[Statement, Framework]]


def ends_of(package: Package) -> Ends:
    """Return every statement of ``package`` with its framework, by IRI."""
    return {s.iri: (s, f) for f in package.frameworks for s in f.statements}


def path_of(crosswalk: Crosswalk) -> str:
    """Return where the record of ``crosswalk`` is published."""
    return f"clr/{crosswalk.id}.clr-associations.json"


def record(
    crosswalk: Crosswalk, alignments: list[Association], ends: Ends, package: Package
) -> Json:
    """Return the ``ClrCredential`` of ``crosswalk``."""
    labels = _labels(crosswalk)
    named = dict.fromkeys(end for _, *pair in alignments for end in pair)
    achievements = [_achievement(iri, ends, labels) for iri in named]
    hierarchy = [
        ("isChildOf", iri, parent)
        for iri in named
        if iri in ends
        for parent in (ends[iri][0].broader, *ends[iri][0].also_broader)
        if parent in named
    ]
    associations = [
        association_object(*association) for association in dict.fromkeys([*alignments, *hierarchy])
    ]
    return _credential(crosswalk, package, achievements, associations)


def _labels(crosswalk: Crosswalk) -> dict[URIRef, str]:
    """Return what the alignments call their ends, for those that are published elsewhere."""
    labels: dict[URIRef, str] = {}
    for part in crosswalk.parts:
        for a in part.claims:
            for iri, label in ((a.subject, a.subject_label), (a.object, a.object_label)):
                if label:
                    labels.setdefault(iri, label)
    return labels


def _achievement(iri: URIRef, ends: Ends, labels: dict[URIRef, str]) -> Json:
    """Return the ``Achievement`` for a statement."""
    if iri not in ends:
        name = labels.get(iri, str(iri))
        optional: Json = {"achievementType": "Competency"}
        return credentials.achievement(str(iri), name, name, _criteria(iri, name), optional)
    statement, framework = ends[iri]
    optional = {"achievementType": "Competency"}
    if statement.notation:
        optional["humanCode"] = statement.notation
    if framework.creators:
        optional["creator"] = credentials.profile(framework.creators[0])
    optional["alignment"] = [credentials.alignment(statement, framework)]
    text = str(statement.text) or str(iri)
    name = str(statement.preferred_label) or str(iri)
    return credentials.achievement(str(iri), name, text, _criteria(iri, text), optional)


def _criteria(iri: URIRef, text: str) -> Json:
    """Return the criteria: a URL, or the text itself if there is none."""
    return {"id": str(iri)} if is_http_url(str(iri)) else {"narrative": text}


def _credential(
    crosswalk: Crosswalk, package: Package, achievements: list[Json], associations: list[Json]
) -> Json:
    iri = credentials.document_iri(package, path_of(crosswalk))
    by = credentials.issuer(package.creator, crosswalk.publisher, crosswalk.creators)
    since = timestamp(package.modified, own_date(crosswalk))
    awarded = str(fragment_iri(iri, "credential"))
    return {
        "@context": list(CONTEXTS),
        "id": iri,
        "type": ["VerifiableCredential", "ClrCredential"],
        "name": f"Sample: {crosswalk.title}",
        "description": "A sample record of nobody. Take over its achievements and associations.",
        "issuer": credentials.profile(by),
        "validFrom": since,
        "credentialSubject": {
            "id": credentials.sample_learner(awarded),
            "type": ["ClrSubject"],
            "verifiableCredential": [
                credentials.sample_credential(awarded, achievements[0], by, since)
            ],
            "achievement": achievements,
            "association": associations,
        },
    }
