"""What concept schemes in triples carry of frameworks, levels and statements."""

from collections.abc import Callable, Iterator
from typing import Final

from crosswalk_rdf.formats.coverage import LEVELS_OF_STATEMENTS, Fields, Partial, treated
from crosswalk_rdf.formats.shared.skos_model.languages import in_one_language
from crosswalk_rdf.model import Collection, Package, Statement
from crosswalk_rdf.namespaces import ontology_namespace

_EDITORIAL: Final = "it becomes a skos:editorialNote like any other"


def _other_language(_: Package) -> Callable[[Statement], Iterator[str]]:
    def losses(statement: Statement) -> Iterator[str]:
        if statement.label is not None and not in_one_language(statement.label, statement.text):
            yield ""

    return losses


def _of_another_language(package: Package) -> Callable[[Collection], Iterator[str]]:
    languages = {c.iri: f.language for f in package.frameworks for c in f.collections}

    def losses(collection: Collection) -> Iterator[str]:
        label = collection.label
        if label is not None and (label.language or "") != languages.get(collection.iri):
            yield ""

    return losses


def _own_kinds(package: Package) -> Callable[[Statement], Iterator[str]]:
    own = str(ontology_namespace(package.base)) if package.base else ""

    def losses(statement: Statement) -> Iterator[str]:
        if own and statement.kind.startswith(own):
            yield ""

    return losses


CONCEPT_SCHEMES: Final[Fields] = treated(
    carried="iri uuid title title.language description description.language creators publisher "
    "rights_holder issued edition language rights rights.language license attribution "
    "sources properties",
    lost="verbatim",
    because=dict.fromkeys(("notation_note", "notation_note.language"), _EDITORIAL),
    derived={
        "id": "the IRI, or the title",
        "is_as_stated": "the format: all that RDF says of a scheme is among its properties",
    },
)
LEVELS: Final[Fields] = treated(
    lost="label label.language notation_pattern roll_up",
    derived=LEVELS_OF_STATEMENTS,
)
CONCEPTS: Final[Fields] = treated(
    carried="iri uuid notation text text.language label broader also_broader deprecated "
    "replaced_by in_schemes top_concept_of properties",
    lost="coined_notation printed_in lines checksum",
    derived={
        "position": "the order in the document",
        "coined_label": "whether there is a preferred label",
    },
    partial={
        "kind": Partial(
            "kinds of other vocabularies",
            _own_kinds,
            "a kind of this publication's own vocabulary would have to be looked up",
        ),
        "label.language": Partial(
            "that of the text",
            _other_language,
            "a label and a definition in two languages are not read as those of one statement",
        ),
    },
)
COLLECTIONS: Final[Fields] = treated(
    carried="iri ordered members label notation properties",
    partial={
        "label.language": Partial(
            "that of the framework",
            _of_another_language,
            "a label in another language is read as one of several, which are properties",
        )
    },
)
RESOURCES: Final[Fields] = treated(carried="iri properties")
