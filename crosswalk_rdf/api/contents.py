"""The contents of a publication as values, looked up by id, notation, IRI or text."""

from rdflib import URIRef

from crosswalk_rdf import model
from crosswalk_rdf.display import count_phrase, to_html
from crosswalk_rdf.errors import NotFound
from crosswalk_rdf.model import Alignment, Crosswalk, Framework, Package, Statement, package_of


class Contents:
    """Frameworks of statements, and crosswalks of alignments between them."""

    def __init__(self, content: model.Publication) -> None:
        self._content = content

    @property
    def title(self) -> str:
        """Its title."""
        return str(self._content.title)

    @property
    def base(self) -> str:
        """The IRI that all of its own IRIs begin with."""
        return self._content.base

    @property
    def version(self) -> str:
        """Its version."""
        return self._content.version

    @property
    def frameworks(self) -> tuple[Framework, ...]:
        """Its frameworks, by id."""
        return self._content.frameworks

    @property
    def crosswalks(self) -> tuple[Crosswalk, ...]:
        """Its crosswalks, by id; each has parts, and each part has alignments."""
        return self._content.crosswalks

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of all frameworks, in their order."""
        return tuple(s for framework in self.frameworks for s in framework.statements)

    @property
    def alignments(self) -> tuple[Alignment, ...]:
        """The alignments of all parts of all crosswalks, in their order."""
        parts = (part for crosswalk in self.crosswalks for part in crosswalk.parts)
        return tuple(alignment for part in parts for alignment in part.alignments)

    def __getitem__(self, key: str) -> Framework:
        """Return one framework.

        Args:
            key: Its id, or its IRI.

        Returns:
            The framework; ``framework["1a"]`` is a statement of it.

        Raises:
            NotFound: There is no such framework.
        """
        for framework in self.frameworks:
            if key in (framework.id, str(framework.iri)):
                return framework
        names = ", ".join(framework.id for framework in self.frameworks)
        raise NotFound(f"no framework is called {key!r}: there are {names}")

    __iter__ = None  # with __getitem__ alone Python would count from 0

    def crosswalk(self, key: str) -> Crosswalk:
        """Return one crosswalk.

        Args:
            key: Its id, or its IRI.

        Returns:
            The crosswalk; ``crosswalk["part-1"]`` is a part of it.

        Raises:
            NotFound: There is no such crosswalk.
        """
        for crosswalk in self.crosswalks:
            if key in (crosswalk.id, str(crosswalk.iri)):
                return crosswalk
        names = ", ".join(crosswalk.id for crosswalk in self.crosswalks) or "none"
        raise NotFound(f"no crosswalk is called {key!r}: there are {names}")

    def find(self, text: str) -> tuple[Statement, ...]:
        """Return the statements that match a text.

        Args:
            text: A complete notation or IRI, or part of a statement's text or title; case is
                ignored.

        Returns:
            The statements in the order of their frameworks; none if ``text`` is empty.

        Raises:
            Nothing.
        """
        search_text = text.casefold().strip()
        return tuple(
            statement
            for statement in self.statements
            if search_text and _matches(statement, search_text)
        )

    def alignments_of(self, statement: Statement | str) -> tuple[Alignment, ...]:
        """Return the alignments of a statement, as subject or as object.

        Args:
            statement: The statement, or its IRI.

        Returns:
            The alignments that the data state, in the order of the crosswalks and their parts;
            what was inferred is in :meth:`graph` and :meth:`query`.

        Raises:
            Nothing.
        """
        iri = URIRef(statement if isinstance(statement, str) else statement.iri)
        return tuple(a for a in self.alignments if iri in (a.subject, a.object))

    def package(self) -> Package:
        """Return the frameworks and crosswalks as a package, to be written in any format.

        Returns:
            The package, as accepted by :func:`write`.

        Raises:
            Nothing.
        """
        return package_of(self._content)

    def __repr__(self) -> str:
        frameworks, crosswalks = (
            count_phrase(self.frameworks, "framework"),
            count_phrase(self.crosswalks, "crosswalk"),
        )
        return f"<Publication {self.base}: {frameworks}, {crosswalks}>"

    def _repr_html_(self) -> str:
        frameworks = [(f.id, f.title, len(f.statements)) for f in self.frameworks]
        parts = [
            (crosswalk.id, part.id, part.title, len(part.claims))
            for crosswalk in self.crosswalks
            for part in crosswalk.parts
        ]
        return to_html("publication", publication=self, frameworks=frameworks, parts=parts)


def _matches(statement: Statement, search_text: str) -> bool:
    if search_text in (statement.notation.casefold(), str(statement.iri).casefold()):
        return True
    texts = (statement.text, statement.label or "")
    return any(search_text in text.casefold() for text in texts)
