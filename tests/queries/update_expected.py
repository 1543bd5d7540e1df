"""Write the expected answers anew: ``python -m tests.queries.update_expected``, then review them.

The answers are those of the embedded store for the flagship; the tests hold rdflib and the server
against them.
"""

from crosswalk_rdf import publish
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.project.publication import load_publication
from crosswalk_rdf.store.oxigraph_backend import OxigraphBackend
from tests.conftest import REPOSITORY
from tests.queries.library import EXPECTED, NAMES, as_file, ask, suffix


def main() -> None:
    """Write a file for each query of the library, and remove those of queries that are gone."""
    flagship = load_publication(REPOSITORY)
    library = load_library(flagship.base, (REPOSITORY, flagship.written_base))
    engine = OxigraphBackend(publish.dataset(flagship, library))
    EXPECTED.mkdir(exist_ok=True)
    for old in EXPECTED.iterdir():
        old.unlink()
    for name in NAMES:
        answer = ask(engine, name)
        file = EXPECTED / f"{name}.{suffix(answer)}"
        file.write_text(as_file(answer), encoding="utf-8")


if __name__ == "__main__":
    main()
