"""Search finds notations and words, at the first letters, by keyboard."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import Visits

NOTATIONS = ["1b", "VVC.1.c", "10j", "CBICI.2", "vvc.1.c.ii", "SRSCIIA"]


def suggestions(page: Page, text: str) -> list[str]:
    """Type ``text`` into the field of the head and return what is suggested."""
    field = page.locator("#site-search")
    field.fill("")
    field.press_sequentially(text)
    expect(page.locator("[role=option]").first).to_be_visible()
    page.wait_for_timeout(50)
    return page.locator("[role=option]").all_inner_texts()


@pytest.fixture
def home(visits: Visits) -> Page:
    return visits.open("index.html")


@pytest.mark.parametrize("notation", NOTATIONS)
def test_a_notation_comes_first(notation: str, home: Page) -> None:
    assert suggestions(home, notation)[0].split()[0].lower() == notation.lower()


@pytest.mark.parametrize("letters", ["e", "eq", "equ", "miss"])
def test_first_letters(letters: str, home: Page) -> None:
    assert suggestions(home, letters)


def test_a_word(home: Page) -> None:
    texts = suggestions(home, "equity")
    assert texts
    assert [text for text in texts if "equit" in text.lower()]


def test_a_page_that_is_no_statement(home: Page) -> None:
    assert [text for text in suggestions(home, "download") if "Downloads" in text]


def test_by_keyboard(home: Page) -> None:
    suggestions(home, "VVC.1.c")
    field = home.locator("#site-search")
    expect(field).to_have_attribute("aria-expanded", "true")
    home.keyboard.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    assert active
    expect(home.locator(f"[id='{active}']")).to_have_attribute("aria-selected", "true")
    home.keyboard.press("Escape")
    expect(home.locator("[role=option]").first).to_be_hidden()
    home.keyboard.press("ArrowDown")
    home.keyboard.press("Enter")
    home.wait_for_url("**/lcpe-2017/VVC.1.c.html")


def test_enter_leads_to_the_page_of_results(home: Page) -> None:
    home.locator("#site-search").fill("learner agency")
    home.keyboard.press("Enter")
    home.wait_for_url("**/search.html?q=learner+agency")
    results = home.locator("#search-page-results > li")
    expect(results.first).to_be_visible()
    assert "agency" in " ".join(results.all_inner_texts()).lower()
    expect(home.locator("#search-page-status")).not_to_be_empty()


def test_results_lead_to_their_page(visits: Visits) -> None:
    page = visits.open("search.html?q=4d")
    page.locator("#search-page-results a").first.click()
    page.wait_for_url("**/psel-2015/4d.html")


def test_nothing_found_is_said(visits: Visits) -> None:
    page = visits.open("search.html?q=xyzzyqwv")
    expect(page.locator("#search-page-status")).not_to_be_empty()
    assert page.locator("#search-page-results > li").count() == 0


def test_text_is_not_taken_for_html(visits: Visits) -> None:
    page = visits.open("search.html?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    expect(page.locator("#search-page-status")).not_to_be_empty()
    assert page.locator("main img").count() == 0


def test_odd_notations(visits: Visits) -> None:
    page = visits.open("index.html", "tiny")
    assert suggestions(page, "MA 1/ä")[0].startswith("MA 1/ä")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("main .notation").first).to_have_text("MA 1/ä")


def test_index_is_under_one_megabyte(visits: Visits) -> None:
    files = visits.sites["flagship"].files
    needed = ["assets/search.js", "assets/search-engine.js", "assets/search.css"]
    needed += [path for path in files if path.startswith(("search/", "assets/vendor/minisearch/"))]
    assert sum(len(files[path]) for path in needed) < 1_000_000


@pytest.mark.parametrize("words", ["Hobelt", "Smooths", "Plains", "planes wood"])
def test_labels_of_all_languages_and_hidden_ones(words: str, visits: Visits) -> None:
    page = visits.open("tools/T1.html", "groups")
    assert "Planes wood" in suggestions(page, words)[0]
