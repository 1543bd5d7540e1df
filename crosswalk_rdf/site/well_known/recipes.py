"""A publication to recipes for web servers: redirects, content negotiation, headers, media types.

The templates are the files of ``site/recipes/``; what is common to all of them is worked out here.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlsplit

import jinja2
from jinja2.sandbox import SandboxedEnvironment

from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.dataset.distributions import is_compressed
from crosswalk_rdf.dataset.store import DATASET
from crosswalk_rdf.formats.registry import formats as exported_formats
from crosswalk_rdf.model import Publication
from crosswalk_rdf.namespaces import PARTS_OF_THE_DATASET
from crosswalk_rdf.serialization.media_types import (
    BY_PATH,
    MEDIA_TYPES,
    is_compressible,
    media_type_of,
    with_charset,
)
from crosswalk_rdf.serialization.syntaxes import by_preference, document_syntaxes
from crosswalk_rdf.site.paths import href
from crosswalk_rdf.site.security import HEADERS

FOLDER: Final = "site/recipes/"
W3ID: Final = "https://w3id.org/"
PLACEHOLDER: Final = "https://example.org/put-the-url-of-the-site-here/"

JSON_FOLDER: Final = "ims/case/"
"""The CASE service (REST binding 1.1, 3): files of JSON without a suffix; a collection is the
``index.json`` in its folder."""

_ESCAPE: Final = re.compile("%[0-9A-F]{2}")
_HTML: Final = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of document that a resource has."""

    name: str
    suffix: str
    types: tuple[str, ...]

    @property
    def major(self) -> str:
        """What stands before the slash of its media type."""
        return self.types[0].partition("/")[0]


@dataclass(frozen=True, slots=True)
class Exceptional:
    """A resource whose documents a server would not find by decoding the path of a request."""

    name: str
    """What its IRI has after the base, in normal form."""
    path: str
    """Of its documents, below the top, without suffix."""

    @property
    def pattern(self) -> str:
        """What a request has after the top: a regular expression of the path and the query."""
        name = _ESCAPE.sub(lambda match: f"(?i:{match[0]})", re.escape(self.name))
        if "?" in self.name:
            return f"{name}$"
        return rf"{name}(?:\?.*)?$" if self.name.endswith("/") else rf"{name}/?(?:\?.*)?$"

    @property
    def url(self) -> str:
        """The path of its documents as it stands in a URL."""
        return href(self.path, "").removeprefix("./")


def formats() -> tuple[Format, ...]:
    """Return the documents of a resource, the one that is preferred among equals first."""
    return (
        Format("html", ".html", _HTML),
        *(
            Format(syntax.suffix[1:], syntax.suffix, (syntax.media_type, *syntax.aliases))
            for syntax in by_preference(document_syntaxes())
        ),
    )


def types_by_ending() -> Iterator[tuple[str, str]]:
    """Yield endings of names such as ``.clr-associations.json`` with the media type of the format.

    They are those of files that would have another media type by what follows their last dot.
    """
    for format in exported_formats():
        ending = format.suffixes[0]
        if format.publish is not None and media_type_of(ending) != format.media_type:
            yield ending, format.media_type


def recipe_files(
    publication: Publication, addresses: Addresses, files: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    """Yield each recipe with its path below the top of the site.

    ``files`` are those of the folder ``site/``.
    """
    templates = _templates(files)
    environment = _environment(tuple(sorted(templates.items())))
    values = _values(publication, addresses)
    for name in sorted(templates):
        is_for_w3id = name.startswith("w3id/")
        if not name.endswith(".jinja") and (values["w3id"] or not is_for_w3id):
            text = environment.get_template(name).render(values).lstrip("\n")
            yield _path(name), text.encode()


@lru_cache(maxsize=4)
def _environment(templates: tuple[tuple[str, str], ...]) -> jinja2.Environment:
    """Return what compiles each of ``templates`` once."""
    environment = SandboxedEnvironment(
        loader=jinja2.DictLoader(dict(templates)),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"regex": re.escape, "with_charset": with_charset}
    return environment


def _templates(files: Mapping[str, bytes]) -> dict[str, str]:
    templates = (file for file in files if file.startswith(FOLDER))
    return {file.removeprefix(FOLDER): files[file].decode() for file in templates}


def _path(name: str) -> str:
    """Return where the recipe ``name`` is published: one for Apache in the site itself."""
    if name == "htaccess":
        return ".htaccess"
    folder, slash, last = name.rpartition("/")
    return f"recipes/{folder}{slash}{'.htaccess' if last == 'htaccess' else last}"


def _values(publication: Publication, addresses: Addresses) -> dict[str, Any]:
    base = publication.base
    url = publication.site.url or base
    path = urlsplit(url).path or "/"
    w3id = base.startswith(W3ID)
    site_url = publication.site.url or (PLACEHOLDER if w3id else base)
    return {
        "title": str(publication.title),
        "version": publication.version,
        "creator": publication.creator.name,
        "base": base,
        "url": url,
        "hosted": site_url,
        "is_placeholder": site_url == PLACEHOLDER,
        "host": urlsplit(url).netloc,
        "path": path,
        "folder": f"/srv/www{path}",
        "w3id": base.removeprefix(W3ID).rstrip("/") if w3id else "",
        "example": next((str(f.iri).removeprefix(base) for f in publication.frameworks), ""),
        "exceptions": (exceptions := _exceptions(addresses)),
        "encoded_slash": any("%2F" in each.name for each in exceptions),
        "top": addresses.others.get(base, DATASET),
        "of_the_dataset": _of_the_dataset(publication),
        **_types(),
    }


def _types() -> dict[str, Any]:
    """Return what the templates say of media types, which is the same for every publication."""
    return {
        "formats": formats(),
        "majors": sorted({format.major for format in formats()}),
        "headers": HEADERS,
        "json_folder": JSON_FOLDER,
        "media_types": MEDIA_TYPES,
        "types_by_path": tuple(BY_PATH.items()),
        "types_by_ending": tuple(types_by_ending()),
        "charset_types": [t for t, _ in MEDIA_TYPES if t.startswith("text/") and t != "text/html"],
        "compressed_types": [t for t, _ in MEDIA_TYPES if is_compressible(t) and t != "text/html"],
    }


def _exceptions(addresses: Addresses) -> list[Exceptional]:
    """Return the exceptions, those first whose names others begin with or end in a slash."""
    exceptions = [Exceptional(each.name, each.path) for each in addresses.exceptions()]
    return sorted(exceptions, key=lambda each: (not each.name.endswith("/"), "?" not in each.name))


def _of_the_dataset(publication: Publication) -> list[str]:
    """Return the folders of resources that only the document of the dataset describes."""
    files = () if is_compressed(publication) else ("graph/", "dumps/")
    return [folder for folder in PARTS_OF_THE_DATASET if folder not in files]
