"""The terms of SKOS by what they do (SKOS Reference, W3C Recommendation 18 August 2009)."""

from typing import Final

from rdflib import DC, DCTERMS, RDFS, SKOS, URIRef

from crosswalk_rdf.model.mapping_predicates import MAPPING_PREDICATES
from crosswalk_rdf.namespaces import ISO_THES, SKOSXL

MAPPINGS: Final = (
    *(predicate.iri for predicate in MAPPING_PREDICATES),
    SKOS.mappingRelation,
)
"""Mapping properties (SKOS Reference §10), and those that are added to them."""
SKOS_MAPPINGS: Final = tuple(property for property in MAPPINGS if property in SKOS)
"""Mapping properties of SKOS itself."""

OF_CONCEPTS: Final = (
    SKOS.topConceptOf,
    SKOS.broader,
    SKOS.narrower,
    SKOS.related,
    SKOS.broaderTransitive,
    SKOS.narrowerTransitive,
    SKOS.semanticRelation,
)
"""Properties whose subject is a concept (SKOS Reference S5, S19), but mapping properties."""

OF_ANYTHING: Final = (
    *(SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel, SKOS.notation),
    *(SKOSXL.prefLabel, SKOSXL.altLabel, SKOSXL.hiddenLabel),
    *(SKOS.note, SKOS.changeNote, SKOS.definition, SKOS.editorialNote),
    *(SKOS.example, SKOS.historyNote, SKOS.scopeNote),
)
"""Labels, notations and notes: properties without a domain (SKOS Reference §5 to §7, §B.3)."""

LABELS: Final[tuple[URIRef, ...]] = (SKOS.prefLabel, RDFS.label, DCTERMS.title, DC.title)
"""What may replace a preferred label, best first."""

XL_LABELS: Final = (
    (SKOSXL.prefLabel, SKOS.prefLabel),
    (SKOSXL.altLabel, SKOS.altLabel),
    (SKOSXL.hiddenLabel, SKOS.hiddenLabel),
)
"""Properties of labels that are resources, and those of the plain labels that they imply
(SKOS Reference S55 to S57)."""

CONCEPT_CLASSES: Final = tuple(
    URIRef(iri)
    for iri in (
        "http://eurovoc.europa.eu/schema#ThesaurusConcept",
        "http://data.europa.eu/esco/model#Skill",
        "http://data.europa.eu/esco/model#Occupation",
        "http://data.europa.eu/esco/model#MemberConcept",
        "http://vocab.getty.edu/ontology#Concept",
        "http://zbw.eu/namespaces/zbw-extensions/Descriptor",
        "http://zbw.eu/namespaces/zbw-extensions/Thsys",
        "http://www.yso.fi/onto/yso-meta/Concept",
    )
)
"""Subclasses of ``skos:Concept`` in vocabularies whose files do not always declare them so."""

COLLECTIONS: Final = (SKOS.Collection, SKOS.OrderedCollection)
COLLECTION_SUBCLASSES: Final = (ISO_THES.ConceptGroup, ISO_THES.ThesaurusArray)
"""Classes of ISO 25964 that are subclasses of ``skos:Collection``."""
