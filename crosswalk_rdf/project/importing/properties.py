"""Further properties of imported resources: as they came, but for what no file here can hold."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from rdflib import DCTERMS, SKOS, Literal, URIRef

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.model import PropertyValue
from crosswalk_rdf.namespaces import CEASN
from crosswalk_rdf.project.importing.import_context import ImportContext

NAME_AT_END: Final = re.compile(r"[^\W\d][\w.-]*$")
"""What a property must end in for RDF/XML: a name of XML (Namespaces in XML, NCName)."""


def further_properties(
    properties: Iterable[PropertyValue], iri: URIRef, context: ImportContext
) -> Iterator[PropertyValue]:
    """Yield ``properties`` of ``iri``, each under a property that RDF/XML can name."""
    for further in properties:
        if NAME_AT_END.search(further.property):
            yield further
            continue
        relation = DCTERMS.relation if isinstance(further.value, URIRef) else SKOS.note
        reason = f"no RDF/XML can name that property: kept as {relation}"
        context.report.add(str(iri), Action.REPAIRED, f"the property {further.property}", reason)
        yield PropertyValue(relation, further.value)


def further_texts(
    properties: Iterable[PropertyValue], text: Literal, label: Literal | None
) -> Iterator[PropertyValue]:
    """Yield ``properties`` of a statement with its texts in other languages as SKOS has them.

    A statement has one ``ceasn:competencyText``; those in other languages are what ``text`` is.
    """
    for further in properties:
        value = further.value
        is_text = further.property == CEASN.competencyText
        if is_text and isinstance(value, Literal) and value.language != text.language:
            yield PropertyValue(SKOS.definition if label else SKOS.prefLabel, value)
        else:
            yield further
