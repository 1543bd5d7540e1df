"""The first element of a name in a page of the build, as it is written there."""

from html.parser import HTMLParser


def first_element(html: str, name: str) -> str:
    """Return the source of the first element called ``name`` in ``html``, or nothing.

    It is without ``aria-current``, which marks the page that it stands in.
    """
    parser = _ElementParser(name)
    parser.feed(html)
    parser.close()
    return "".join(parser.source) if parser.is_closed else ""


class _ElementParser(HTMLParser):
    """Collects the source of one element."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=False)
        self.source: list[str] = []
        self.is_closed = False
        self._name, self._depth = name, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._depth += tag == self._name and not self.is_closed
        text = self.get_starttag_text() or ""
        current = dict(attrs).get("aria-current")
        self._add(text.replace(f' aria-current="{current}"', "") if current else text)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._add(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self._add(f"</{tag}>")
        if tag == self._name and self._depth:
            self._depth -= 1
            self.is_closed = self.is_closed or not self._depth

    def handle_data(self, data: str) -> None:
        self._add(data)

    def handle_entityref(self, name: str) -> None:
        self._add(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._add(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self._add(f"<!--{data}-->")

    def _add(self, text: str) -> None:
        if self._depth and not self.is_closed:
            self.source.append(text)
