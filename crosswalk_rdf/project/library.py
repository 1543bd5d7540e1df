"""The product's resource files (ontology, rules, shapes, queries, site), and those of a folder.

A publication's folder may add its own rules, shapes, queries, templates and kinds of page beside
ours, and replace one of ours by a file of the same name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from crosswalk_rdf.errors import Fault, InputFaults
from crosswalk_rdf.namespaces import DEFAULT_BASE, rebased

RESOURCES = "resources"
"""The folder of the installed package; in a checkout the same files stand at the top level."""

TEXTS_FOLDER = "data/site"
"""A publication's own texts (Markdown) and images for its site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The texts that a build works with, under the publication's base IRI, by file name."""

    ontology: Mapping[str, str]
    axioms: str
    context: str
    rules: Mapping[str, str]
    shapes: Mapping[str, str]
    queries: Mapping[str, str]
    site: Mapping[str, bytes] = field(default_factory=dict)
    """Templates and assets of the static site, by path: ``site/templates/layout.html``."""
    has_own_templates: bool = False
    """Whether files of the publication's folder are among those of the site."""
    texts: Mapping[str, bytes] = field(default_factory=dict)
    """The publication's own texts and images for its site, by path in ``data/site/``."""


def load_library(
    base: str = DEFAULT_BASE, publication_folder: tuple[Path, str] | None = None
) -> Library:
    """Return the product's texts, and those of a publication's folder beside them, under ``base``.

    ``publication_folder`` is that folder and the base IRI that its files are written under. Raises
    :class:`InputFaults` for files that are not UTF-8.
    """
    product = product_folder()
    folders = [
        (product, DEFAULT_BASE),
        *([publication_folder] if publication_folder else []),
    ]
    ontology = _texts(folders, "ontology/*.ttl", base)
    axioms = ontology.pop("ontology/skos-axioms.ttl")
    return Library(
        ontology=ontology,
        axioms=axioms,
        context=_texts(folders[:1], "ontology/context.jsonld", base)["ontology/context.jsonld"],
        rules=_texts(folders, "ontology/rules/*.rq", base),
        shapes=_texts(folders, "shapes/*.ttl", base),
        queries=_texts(folders, "queries/*.rq", base),
        site=_files([folder for folder, _ in folders], "site"),
        has_own_templates=any(
            _files([folder], "site") for folder, _ in folders[1:] if folder.resolve() != product
        ),
        texts=_publication_texts(publication_folder[0]) if publication_folder else {},
    )


def product_folder() -> Path:
    """Return the folder that holds the product's ontology, shapes, queries and templates."""
    package = Path(__file__).resolve().parent.parent
    resources = package / RESOURCES
    return resources if resources.is_dir() else package.parent


def starter_files() -> dict[str, bytes]:
    """Return the files of a new publication, by path within its folder.

    ``@uuid@`` stands wherever a UUID is to be minted.
    """
    folder = Path(__file__).resolve().parent / "starter"
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(files)}


def _texts(folders: list[tuple[Path, str]], pattern: str, base: str) -> dict[str, str]:
    texts = {
        path.relative_to(folder).as_posix(): rebased(_text(folder, path), base, source_base)
        for folder, source_base in folders
        for path in folder.glob(pattern)
    }
    return dict(sorted(texts.items()))


def _files(folders: list[Path], below: str) -> dict[str, bytes]:
    """Return the files of a folder that a site is made of: no program, nothing hidden."""
    paths = {
        path.relative_to(folder).as_posix(): path
        for folder in folders
        for path in folder.joinpath(below).rglob("*")
        if path.is_file() and path.suffix != ".py" and not path.name.startswith(".")
    }
    return {name: path.read_bytes() for name, path in sorted(paths.items())}


def _publication_texts(folder: Path) -> dict[str, bytes]:
    files = _files([folder], TEXTS_FOLDER)
    return {name.removeprefix(f"{TEXTS_FOLDER}/"): content for name, content in files.items()}


def _text(folder: Path, path: Path) -> str:
    file = path.relative_to(folder).as_posix()
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        message = f"byte {error.start} is not UTF-8: save the file as UTF-8"
        raise InputFaults([Fault(file, 0, 0, message)]) from error
