"""The matrix: filters change the counts, and each square leads to what stands behind it."""

import re

import pytest
from playwright.sync_api import Page, expect

from crosswalk_rdf.model import MappingSet
from tests.browser.visits import Visits

PATH = "crosswalk-2017/matrix.html"


@pytest.fixture
def matrix(visits: Visits) -> Page:
    return visits.open(PATH)


def total(page: Page) -> tuple[int, int]:
    """Return the pairs and the alignments that the page tells, after it was added up."""
    told = page.locator("[data-result]").inner_text().replace(",", "")
    pairs, alignments = map(int, re.findall(r"\d+", told))
    figures = [int(text) for text in page.locator("table.matrix .cell a").all_text_contents()]
    assert sum(figures) == alignments
    assert len([figure for figure in figures if figure]) == pairs
    return pairs, alignments


def only(page: Page, part: str) -> tuple[int, int]:
    """Leave one part checked."""
    for box in page.locator("[name=part]").all():
        box.set_checked(box.get_attribute("value") == part)
    return total(page)


def parts(visits: Visits) -> tuple[MappingSet, ...]:
    return visits.sites["flagship"].publication.crosswalks[0].parts


def test_parts_add_up(matrix: Page, visits: Visits) -> None:
    whole = total(matrix)
    each = [only(matrix, part.id) for part in parts(visits)]
    assert sum(alignments for _, alignments in each) == whole[1]
    assert all(0 < pairs < whole[0] for pairs, _ in each)
    for part, (_, alignments) in zip(parts(visits), each, strict=True):
        assert alignments <= len(part.alignments)


def test_outright_and_below_add_up(matrix: Page) -> None:
    whole = total(matrix)
    matrix.get_by_label("Printed outright for the pair").check()
    outright = total(matrix)
    matrix.get_by_label("Inferred from what stands below").check()
    below = total(matrix)
    assert outright[1] + below[1] == whole[1]
    assert 0 < below[1] < whole[1]


def test_the_address_keeps_the_filter(matrix: Page) -> None:
    shown = only(matrix, "part-3")
    matrix.reload()
    assert total(matrix) == shown
    expect(matrix.locator("[name=part][value=part-3]")).to_be_checked()
    expect(matrix.locator("[name=part][value=part-1]")).not_to_be_checked()


def test_a_square_leads_to_what_stands_behind_it(matrix: Page) -> None:
    square = matrix.locator("table.matrix .cell a").first
    count, target = int(square.inner_text()), square.get_attribute("href")
    square.press("Enter")
    pair = matrix.locator(f"[id='{(target or '').removeprefix('#')}']")
    expect(pair).to_be_in_viewport()
    assert pair.locator("li:visible").count() == count
    assert matrix.evaluate("document.activeElement.closest('.pair') !== null")


def test_an_address_with_a_square_opens_it(visits: Visits) -> None:
    home = visits.open("index.html")
    home.locator(".glance td a").first.click()
    expect(home.locator(".pair.chosen")).to_be_in_viewport()


def test_rows_open_for_print(matrix: Page) -> None:
    matrix.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert matrix.locator(".row-detail:not([open])").count() == 0
