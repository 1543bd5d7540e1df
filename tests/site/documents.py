"""An HTML page to what tests ask of it: anchors, links, head, and what a strict CSP forbids."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from tests.built import BuiltSite

_LINKS = {"href", "src", "action", "poster", "data"}
_NOT_SCRIPTS = ("application/json", "application/ld+json")


@dataclass(frozen=True, slots=True)
class Link:
    """A URL in a page, and the element that has it."""

    element: str
    url: str
    attributes: dict[str, str]


@dataclass(slots=True)
class Document:
    """What was found in a page."""

    path: str
    links: list[Link] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    meta: dict[str, str] = field(default_factory=dict)
    title: str = ""
    json_ld: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)
    """What the content security policy would stop."""

    def head_links(self, relation: str) -> list[Link]:
        """Return the ``<link>`` elements of a relation."""
        return [
            link
            for link in self.links
            if link.element == "link" and relation in link.attributes.get("rel", "").split()
        ]


class _Reader(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__(convert_charrefs=True)
        self.document = Document(path)
        self.reading: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        document = self.document
        if "id" in attributes:
            document.ids.add(attributes["id"])
        for name in _LINKS & attributes.keys():
            document.links.append(Link(tag, attributes[name], attributes))
        if tag == "meta":
            self._meta(attributes)
        self._forbidden(tag, attributes)
        if tag == "title" and not document.title:
            self.reading = []
        if tag == "script" and attributes.get("type") == "application/ld+json":
            self.reading = []

    def _meta(self, attributes: dict[str, str]) -> None:
        name = attributes.get("name") or attributes.get("property") or attributes.get("http-equiv")
        if name:
            self.document.meta[name] = attributes.get("content", "")

    def _forbidden(self, tag: str, attributes: dict[str, str]) -> None:
        place = f"line {self.getpos()[0]}: <{tag}"
        for name in attributes:
            if name == "style" or name.startswith("on"):
                self.document.forbidden.append(f"{place} {name}=…>")
        inline = tag == "script" and "src" not in attributes
        if tag == "style" or (inline and attributes.get("type", "") not in _NOT_SCRIPTS):
            self.document.forbidden.append(f"{place}> with text")
        if attributes.get("href", "").lower().startswith("javascript:"):
            self.document.forbidden.append(f"{place} href=javascript:>")

    def handle_data(self, data: str) -> None:
        if self.reading is not None:
            self.reading.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self.reading is None:
            return
        if tag == "title":
            self.document.title = "".join(self.reading)
        if tag == "script":
            self.document.json_ld.append("".join(self.reading))
        self.reading = None


def document(path: str, content: bytes) -> Document:
    """Return what is in a page."""
    reader = _Reader(path)
    reader.feed(content.decode())
    reader.close()
    return reader.document


def documents(site: BuiltSite) -> dict[str, Document]:
    """Return what is in each HTML file of a site, by path."""
    return {p: document(p, content) for p, content in site.files.items() if p.endswith(".html")}
