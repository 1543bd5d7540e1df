"""A JSON value to the CFPackages in it: bare, wrapped, or several in a list."""

from typing import Any, Final

from crosswalk_rdf.formats.case.extensions import Object

_DEEPEST: Final = 4
_OF_A_PACKAGE: Final = ("CFItems", "CFAssociations", "CFDefinitions", "CFRubrics")


def packages_in(value: Any) -> list[tuple[str, Object]]:  # noqa: ANN401 - any JSON value
    """Return each package in ``value`` with its JSON pointer, in the order of the document."""
    packages: list[tuple[str, Object]] = []
    _search(value, "", 0, packages)
    return packages


def _search(value: Any, place: str, depth: int, packages: list[tuple[str, Object]]) -> None:  # noqa: ANN401
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for number, each in enumerate(value):
            _search(each, f"{place}/{number}", depth + 1, packages)
    elif isinstance(value, dict):
        document = value.get("CFDocument")
        if isinstance(document, dict):
            packages.append((place, _unwrapped(value, document)))
        else:
            for key, each in value.items():
                if key not in _OF_A_PACKAGE:
                    _search(each, f"{place}/{key}", depth + 1, packages)


def _unwrapped(package: Object, document: Object) -> Object:
    """Return ``package`` with its document and lists where the specification has them."""
    inner = document.get("CFDocument")
    if not isinstance(inner, dict):
        return package
    others: Object = {key: document[key] for key in _OF_A_PACKAGE if key in document}
    return {**others, **package, "CFDocument": inner}


def with_associations_of_items(package: Object) -> Object:
    """Return ``package`` with the ``associationSet`` of its items among its associations.

    So the JSON-LD binding of CASE 1.0 has them (``AssociationLinkDType``).
    """
    items = package.get("CFItems")
    sets = [
        (item, link)
        for item in (items if isinstance(items, list) else ())
        if isinstance(item, dict) and isinstance(item.get("associationSet"), list)
        for link in item["associationSet"]
        if isinstance(link, dict)
    ]
    if not sets or package.get("CFAssociations"):
        return package
    plain = [
        {key: value for key, value in item.items() if key != "associationSet"}
        if isinstance(item, dict)
        else item
        for item in package["CFItems"]
    ]
    associations = [_association(item, link) for item, link in sets]
    return {**package, "CFItems": plain, "CFAssociations": associations}


def _association(item: Object, link: Object) -> Object:
    origin = {
        "title": item.get("fullStatement"),
        "identifier": item.get("identifier"),
        "uri": item.get("uri") or item.get("id"),
    }
    to = {"title": link.get("title"), "identifier": link.get("targetId")}
    return {
        "identifier": link.get("identifier"),
        "associationType": link.get("associationType"),
        "originNodeURI": origin,
        "destinationNodeURI": to,
    }
