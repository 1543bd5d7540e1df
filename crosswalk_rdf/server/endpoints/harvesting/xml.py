"""Text to XML 1.0: what it cannot carry becomes U+FFFD."""

from typing import Final

from crosswalk_rdf.serialization.naming import NOT_XML

_ESCAPES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}
)
_WHITE: Final = str.maketrans({"\t": "&#9;", "\n": "&#10;"})

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'


def text(value: str) -> str:
    """Return ``value`` as character data."""
    return NOT_XML.sub("\ufffd", value).translate(_ESCAPES)


def element(name: str, value: str = "", **attributes: str) -> str:
    """Return an element with ``value`` as its text; the first ``_`` of a name is a colon."""
    return (
        f"<{name}{listed(attributes)}>{text(value)}</{name}>"
        if value
        else (f"<{name}{listed(attributes)}/>")
    )


def listed(attributes: dict[str, str]) -> str:
    """Return ``attributes`` as they stand in a tag."""
    return "".join(
        f' {name.replace("_", ":", 1)}="{text(value).translate(_WHITE)}"'
        for name, value in attributes.items()
    )
