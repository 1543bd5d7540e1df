"""The Link header of a resource and of its documents (RFC 8288)."""

from collections.abc import Iterable, Sequence
from typing import Final

from crosswalk_rdf.server.endpoints.resources.local_names import url
from crosswalk_rdf.server.endpoints.resources.profiles import FULL, Profile, profile_iri
from crosswalk_rdf.server.endpoints.resources.representations import Representation
from crosswalk_rdf.server.endpoints.resources.resource import Resource
from crosswalk_rdf.server.service import Service

_UNSAFE: Final = str.maketrans({c: f"%{ord(c):02X}" for c in '<>"{}|\\^` '})


def links_of_resource(
    service: Service,
    top: str,
    resource: Resource,
    available: Sequence[Representation],
    document: Representation,
) -> str:
    """Return the links of what an IRI names: its IRI, ``document`` and the others, its license."""
    return ", ".join(
        (
            link(resource.iri, "canonical"),
            _to(document, "describedby", top),
            *_alternates(available, top, service.build.manifest.base),
            *_context(resource),
        )
    )


def links_of_document(
    service: Service,
    top: str,
    resource: Resource,
    available: Sequence[Representation],
    document: Representation,
) -> str:
    """Return the links of a document: its own address, what it describes, what else there is.

    ``describes`` is of RFC 6892, ``about`` of RFC 6903. A JSON document has no alternates: JSON-LD
    1.1 API §4.1.2 has clients load an alternate that is JSON-LD in place of a document that is
    not, and rdflib and PyLD do so in any case.
    """
    manifest = service.build.manifest
    others = [each for each in available if each.location != document.location]
    if "json" in document.media_type:
        others = []
    return ", ".join(
        (
            link(url(manifest.url or manifest.base, document.location), "canonical"),
            link(resource.iri, "describes about"),
            *_alternates(others, top, manifest.base),
            *_profile(document.profile, manifest.base),
            *_context(resource),
        )
    )


def of_service(top: str) -> str:
    """Return the links to what describes the service itself (RFC 8631)."""
    return ", ".join(
        (
            link(url(top, "openapi.json"), "service-desc", type="application/json"),
            link(url(top, "openapi.html"), "service-doc", type="text/html"),
        )
    )


def uri(iri: str) -> str:
    """Return ``iri`` as a header can hold it (RFC 3987 §3.1)."""
    safe = iri.translate(_UNSAFE)
    return safe if safe.isascii() else "".join(c if c.isascii() else _encoded(c) for c in safe)


def link(target: str, relation: str, **attributes: str) -> str:
    """Return one link to an IRI."""
    more = "".join(f'; {name}="{_quoted(value)}"' for name, value in attributes.items() if value)
    return f'<{uri(target)}>; rel="{relation}"{more}'


def _encoded(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode())


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _to(document: Representation, relation: str, top: str) -> str:
    return link(url(top, document.location), relation, type=document.media_type)


def _alternates(available: Iterable[Representation], top: str, base: str) -> Iterable[str]:
    """Yield the whole description in each media type, and one document for each profile."""
    profiles: set[Profile] = set()
    for each in available:
        if each.profile == FULL:
            yield _to(each, "alternate", top)
        elif each.profile not in profiles and "profile=" not in each.media_type:
            profiles.add(each.profile)
            iri = uri(profile_iri(each.profile, base))
            yield link(url(top, each.location), "alternate", type=each.media_type, profile=iri)


def _profile(profile: Profile, base: str) -> Iterable[str]:
    if iri := profile_iri(profile, base):
        yield link(iri, "profile", token=profile.token)


def _context(resource: Resource) -> Iterable[str]:
    if resource.container:
        yield link(resource.container, "collection")
    if resource.license:
        yield link(resource.license, "license")
