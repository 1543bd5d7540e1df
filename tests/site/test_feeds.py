"""The feed of changes is what RFC 4287 asks for."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from rdflib import SKOS, Literal, URIRef

from crosswalk_rdf.comparison.changes import Category, Change, Changes, Edit, Version
from crosswalk_rdf.comparison.report import Comparison
from crosswalk_rdf.comparison.resources import Resource
from crosswalk_rdf.comparison.tombstones import Tombstone
from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.model import Publication, Site
from crosswalk_rdf.project.publication import load_publication
from crosswalk_rdf.site.views.changes import ChangesView, changes_view
from crosswalk_rdf.site.well_known.feeds import changes_feed

ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://example.org/kompetenzen/"
MA = Resource(
    iri=f"{BASE}schule/MA%201", notation="MA 1", label=Literal("Zahlen & mehr", lang="de")
)
DE = Resource(iri=f"{BASE}schule/DE", notation="DE", label=Literal("<Deutsch>", lang="de"))
ALIGNMENT = Resource(iri=f"{BASE}schule-beruf/alle/DE--02")
TEXTS = ((Literal("alt", lang="de"),), (Literal("neu", lang="de"),))
FOUND = Changes(
    (
        Change(
            Category.CHANGED,
            MA,
            (
                Edit(SKOS.definition, *TEXTS),
                Edit(SKOS.note, *TEXTS),
                Edit(SKOS.related, (), (URIRef(DE.iri),)),
            ),
        ),
        Change(Category.REMOVED, DE),
        Change(Category.ADDED, ALIGNMENT),
    ),
    {MA.iri: MA, DE.iri: DE},
)


@pytest.fixture(scope="module")
def tiny() -> Publication:
    publication = load_publication(Path(__file__).parent.parent / "publications/tiny")
    return replace(publication, site=Site(url="https://www.example.com/k/"))


def _comparison(diff: Changes, before: Version | None) -> Comparison:
    stone = Tombstone(resource=DE, last="1.0.0", removed=Version("1.1.0", "2026-02"))
    return Comparison(
        base=BASE,
        title=Literal("Changes"),
        now=Version("1.1.0", "2026-02"),
        before=before,
        changes=diff,
        tombstones=(stone,) if diff.changes else (),
    )


def _view(comparison: Comparison) -> ChangesView:
    return changes_view(
        comparison,
        addresses=Addresses(BASE),
        pages={"schule/MA 1.html"},
        prefixes={"skos": str(SKOS), "schule": f"{BASE}schule/"},
        versions="https://www.example.com/{version}/",
    )


def _feed(publication: Publication, comparison: Comparison) -> ET.Element:
    return ET.fromstring(changes_feed(publication, comparison, _view(comparison)))


@pytest.mark.parametrize("before", [None, Version("1.0.0", "2025")])
@pytest.mark.parametrize("diff", [FOUND, Changes((), {})])
def test_it_has_what_atom_demands(tiny: Publication, diff: Changes, before: Version | None) -> None:
    feed = _feed(tiny, _comparison(diff, before))
    assert feed.tag == f"{ATOM}feed"
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    ids = []
    for part in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(part.findall(f"{ATOM}{name}")) == 1
        ids.append(part.findtext(f"{ATOM}id"))
        alternates = [
            link for link in part.findall(f"{ATOM}link") if link.get("rel") == "alternate"
        ]
        assert len(alternates) == 1
        assert str(part.findtext(f"{ATOM}updated")).endswith("T00:00:00Z")
    assert len(set(ids)) == len(ids)
    assert all(str(id).startswith(BASE) for id in ids)
    selves = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert selves == ["https://www.example.com/k/changes.atom"]


def test_an_entry_tells_what_went_and_came(tiny: Publication) -> None:
    feed = _feed(tiny, _comparison(FOUND, Version("1.0.0", "2025")))
    entries = {str(e.findtext(f"{ATOM}id")): e for e in feed.findall(f"{ATOM}entry")}
    changed = entries[f"{BASE}changes#1.1.0/schule/MA%201"]
    assert changed.findtext(f"{ATOM}title") == "Changed: MA 1 Zahlen & mehr"
    link = changed.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == "https://www.example.com/k/schule/MA%201.html"
    assert str(changed.findtext(f"{ATOM}summary")).splitlines() == [
        "skos:definition, skos:note: alt → neu",
        "skos:related: DE <Deutsch>",
    ]


def test_what_was_removed_leads_to_its_tombstone() -> None:
    view = _view(_comparison(FOUND, Version("1.0.0", "2025")))
    removed = dict(view.groups)["removed"][0].resource
    assert (removed.has_page, removed.path) == (True, "schule/DE")
    (stone,) = view.tombstones
    assert stone.previous == "https://www.example.com/1.0.0/"


def test_a_resource_without_a_label_is_called_by_its_name() -> None:
    view = _view(_comparison(FOUND, Version("1.0.0", "2025")))
    added = dict(view.groups)["added"][0].resource
    assert (added.title, added.has_page) == ("schule-beruf/alle/DE--02", False)


def test_categories_are_in_one_order() -> None:
    view = _view(_comparison(FOUND, Version("1.0.0", "2025")))
    assert [name for name, _ in view.groups] == ["added", "changed", "removed"]
    assert view.total == 3
