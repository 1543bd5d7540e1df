"""Labels of the ends of alignments that a format writes only of what is published elsewhere."""

from collections.abc import Callable, Iterator

from crosswalk_rdf.formats.coverage import Partial
from crosswalk_rdf.model import Alignment, Package


def of_others(field: str) -> Partial:
    """Return the coverage of ``field``, the label of one end, in a format that names statements.

    A statement of the package goes by its own name; a label that says something else is lost.
    """
    end = field.removesuffix("_label")

    def losses(package: Package) -> Callable[[Alignment], Iterator[str]]:
        names = {s.iri: str(s.preferred_label) for f in package.frameworks for s in f.statements}

        def lost(alignment: Alignment) -> Iterator[str]:
            label = getattr(alignment, field)
            if label is not None and names.get(getattr(alignment, end), label) != label:
                yield ""

        return lost

    return Partial(
        "of statements that are published elsewhere", losses, "a statement goes by its own name"
    )
