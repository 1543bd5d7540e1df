"""Page kinds and views to pages, by Jinja."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

import jinja2
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.model import UNSPECIFIED_LICENSE
from crosswalk_rdf.site.linkable import is_linkable
from crosswalk_rdf.site.paths import href, root_of
from crosswalk_rdf.site.security import PAGE_POLICY
from crosswalk_rdf.site.templating import filters
from crosswalk_rdf.site.templating.page_kinds import PageKind
from crosswalk_rdf.site.templating.site_view import MenuItem, SiteView


class BrokenTemplate(CrosswalkError):
    """A template that does not compile, or that fails on this publication."""


@dataclass(slots=True, kw_only=True)
class Page:
    """A page that is to be rendered: where it is and what it is called."""

    kind: PageKind
    path: str
    title: str
    description: str
    label: str = ""
    """Its word in a menu; its title if that is empty."""
    item: Any = None
    top: str = "/"
    """The path of the site on its host."""
    root: str = field(init=False)
    """What leads from it to the top of the site."""
    folder: str = field(init=False)
    """The folder that it stands in, with a slash at its end; none at the top."""

    def __post_init__(self) -> None:
        """Take what links begin with from the path: each link of the page needs it."""
        absolute = self.kind.absolute
        self.root = self.top if absolute else root_of(self.path)
        self.folder = "" if absolute else self.path[: self.path.rfind("/") + 1]

    @property
    def name(self) -> str:
        """The name of its kind."""
        return self.kind.name

    @property
    def document(self) -> str:
        """Its path without suffix: that of the RDF documents beside it."""
        return self.path.removesuffix(".html")


def environment(files: Mapping[str, bytes], *, sandboxed: bool) -> jinja2.Environment:
    """Return what compiles the templates among ``files``, the files of the folder ``site/``.

    Those that may be a stranger's are to be ``sandboxed``, and reach nothing but what the views
    show. It costs a fifth of the time. The same templates give the same environment, in which each
    is compiled once.
    """
    texts = {
        file.removeprefix("site/").removeprefix("templates/"): content.decode()
        for file, content in files.items()
        if file.endswith(".html") and not file.startswith("site/vendor/")
    }
    return _environment_of(tuple(sorted(texts.items())), sandboxed)


@lru_cache(maxsize=4)
def _environment_of(texts: tuple[tuple[str, str], ...], sandboxed: bool) -> jinja2.Environment:
    kind = SandboxedEnvironment if sandboxed else jinja2.Environment
    jinja = kind(
        loader=jinja2.DictLoader(dict(texts)),
        autoescape=True,
        auto_reload=False,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"],
    )
    jinja.filters.update(filters.FILTERS)
    jinja.globals["url"] = _url
    jinja.globals["absolute"] = _absolute
    jinja.globals["pairwise"] = pairwise
    jinja.tests["linkable"] = is_linkable
    jinja.tests["unspecified_license"] = lambda iri: str(iri) == str(UNSPECIFIED_LICENSE)
    jinja.globals["security_policy"] = Markup(PAGE_POLICY)  # noqa: S704 - nothing in it to escape
    return jinja


@jinja2.pass_context
def _url(context: jinja2.runtime.Context, target: Any) -> str:  # noqa: ANN401 - a path or a view
    if getattr(target, "external", False):
        return str(target.iri) if is_linkable(target.iri) else "#"
    path = target if isinstance(target, str) else f"{target.path}.html"
    page = context["page"]
    return href(path, page.root, page.folder)


@jinja2.pass_context
def _absolute(context: jinja2.runtime.Context, path: str) -> str:
    """Return the whole URL of a page; the home page is the base itself."""
    return href("" if path == "index.html" else path, context["site"].base)


def plan_pages(
    kinds: tuple[PageKind, ...], site: SiteView, jinja: jinja2.Environment
) -> list[Page]:
    """Return every page, not yet rendered; raise :class:`BrokenTemplate`."""
    pages: list[Page] = []
    for kind in kinds:
        try:
            pages += _pages(kind, site, jinja)
        except jinja2.TemplateError as error:
            raise BrokenTemplate(f"site/pages/{kind.name}/page.toml: {error}") from error
    return pages


def _pages(kind: PageKind, site: SiteView, jinja: jinja2.Environment) -> Iterator[Page]:
    if kind.each is not None and kind.each not in site.collections:
        collections = ", ".join(site.collections)
        file = f"site/pages/{kind.name}/page.toml"
        raise BrokenTemplate(
            f"{file}: no collection is called {kind.each!r}: use one of {collections}"
        )
    path = _filled(kind.path, jinja)
    title, description, label = (
        _line(text, jinja) for text in (kind.title, kind.description, kind.label)
    )
    for item in [None] if kind.each is None else site.collections[kind.each]:
        names = {"site": site} if kind.each is None else {"site": site, kind.each: item}
        yield Page(
            kind=kind,
            path=path(names),
            title=title(names),
            description=description(names),
            label=label(names),
            item=item,
            top=urlsplit(site.publication.site.url or site.base).path,
        )


@lru_cache(maxsize=256)
def _filled(text: str, jinja: jinja2.Environment) -> Callable[[dict[str, Any]], str]:
    """Return what fills in ``text`` of a page.toml: plain text."""
    if "{" not in text:
        return lambda _: text
    return jinja.overlay(autoescape=False).from_string(text).render


def _line(text: str, jinja: jinja2.Environment) -> Callable[[dict[str, Any]], str]:
    """Return what fills in ``text`` of a page.toml, on one line."""
    filled = _filled(text, jinja)
    return lambda names: " ".join(filled(names).split())


def add_menus(pages: list[Page], site: SiteView) -> None:
    """Fill the menus of ``site``; a kind with a page for each of several leads to the home page."""
    pages_by_kind: dict[str, list[Page]] = {}
    for page in pages:
        pages_by_kind.setdefault(page.name, []).append(page)
    for name, pages_of_kind in pages_by_kind.items():
        kind = pages_of_kind[0].kind
        if kind.menu in ("main", "data"):
            path = pages_of_kind[0].path if len(pages_of_kind) == 1 else f"index.html#{name}"
            item = MenuItem(pages_of_kind[0].label or pages_of_kind[0].title, path, name)
            site.menus.setdefault(kind.menu, []).append(item)


class Renderer:
    """Renders pages of a site, all of which it has to know for their menus."""

    def __init__(self, pages: Iterable[Page], site: SiteView, jinja: jinja2.Environment) -> None:
        self._site, self._jinja = site, jinja
        self._menus = _crosswalk_menus(pages)
        self._frames: dict[tuple[str, str], dict[str, Markup]] = {}

    def html(self, page: Page) -> bytes:
        """Return what the template of ``page`` makes of it; raise :class:`BrokenTemplate`."""
        names = {"site": self._site, "page": page, "related": self._menus.get(_owner(page), [])}
        if page.kind.each is not None:
            names[page.kind.each] = page.item
        try:
            template = self._jinja.get_template(f"pages/{page.name}/page.html")
            return template.render(names | self._frame(page, names)).encode()
        except jinja2.TemplateError as error:
            place = f"site/pages/{page.name}/page.html"
            raise BrokenTemplate(f"{place}, for {page.path}: {error}") from error

    def _frame(self, page: Page, names: dict[str, Any]) -> dict[str, Markup]:
        """Return what stands around the content of all pages of one kind that lie as deep."""
        key = (page.name, page.root)
        if key not in self._frames:
            self._frames[key] = {
                name: Markup(self._jinja.get_template(f"{name}.html").render(names))  # noqa: S704 - escaped there
                for name in ("header", "footer")
            }
        return self._frames[key]


def _crosswalk_menus(pages: Iterable[Page]) -> dict[str, list[MenuItem]]:
    """Return the menu of each crosswalk: the pages about it, its own page among them."""
    menus: dict[str, list[MenuItem]] = {}
    for page in pages:
        owner = _owner(page)
        if owner:
            item = MenuItem(page.label or page.title, page.path, page.name)
            menus.setdefault(owner, []).append(item)
    return menus


def _owner(page: Page) -> str:
    """Return the path of the crosswalk that ``page`` is about, if it is about one."""
    if page.kind.menu != "crosswalk" and page.kind.each != "crosswalk":
        return ""
    owner = getattr(page.item, "crosswalk", None)
    return str(getattr(owner, "path", None) or getattr(page.item, "path", ""))
