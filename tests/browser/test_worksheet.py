"""The worksheet: choose, share the address, print, take the choice as CSV."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.paper import printed, squeezed
from tests.browser.visits import Visits

PATH = "crosswalk-2017/worksheet.html"


@pytest.fixture
def sheet(visits: Visits) -> Page:
    """The worksheet with two competencies chosen."""
    page = visits.open(PATH)
    page.locator("input[value='VVC.1']").check()
    page.locator("input[value='PSMV.2']").check()
    return page


def shown(page: Page) -> list[str]:
    """Return the codes of the topics that are to be seen."""
    topics = page.locator(".topic:visible")
    return [topics.nth(n).get_attribute("data-topic") or "" for n in range(topics.count())]


def exported_rows(page: Page) -> list[dict[str, str]]:
    """Return the rows of the CSV that the page gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    text = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_nothing_chosen_is_everything(visits: Visits) -> None:
    assert len(shown(visits.open(PATH))) == 21


def test_only_what_is_chosen_is_shown(sheet: Page) -> None:
    assert shown(sheet) == ["VVC.1", "PSMV.2"]
    expect(sheet.locator("[data-count]")).to_have_text("2 chosen")


def test_the_address_keeps_it(sheet: Page, visits: Visits) -> None:
    assert "VVC.1" in sheet.url
    assert "PSMV.2" in sheet.url
    sheet.reload()
    assert shown(sheet) == ["VVC.1", "PSMV.2"]
    other = visits.page()
    other.goto(sheet.url)
    assert shown(other) == ["VVC.1", "PSMV.2"]
    expect(other.locator("input[value='VVC.1']")).to_be_checked()


def test_clear(sheet: Page) -> None:
    sheet.get_by_role("button", name="Clear").click()
    assert len(shown(sheet)) == 21
    assert sheet.url.endswith("/worksheet.html")


def test_more_than_five_are_many(sheet: Page) -> None:
    hint = sheet.locator("[data-hint]")
    expect(hint).to_be_hidden()
    for code in ("VVC.2", "VVC.3", "VVC.4", "PSMV.1"):
        sheet.locator(f"input[value='{code}']").check()
    expect(hint).to_be_visible()


def test_csv(sheet: Page) -> None:
    sheet.locator("[data-topic='VVC.1'] textarea").fill('=1+1 "first", then\nsecond')
    rows = exported_rows(sheet)
    assert {row["code"] for row in rows} == {"VVC.1", "PSMV.2"}
    assert len(rows) == sheet.locator(".topic:visible [data-line]").count()
    assert rows[0]["notes"] == '\'=1+1 "first", then\nsecond'
    assert all(row["other_code"] and row["parts"] for row in rows)


def test_print_shows_the_choice_and_the_notes(sheet: Page, tmp_path: Path) -> None:
    sheet.locator("[data-topic='VVC.1'] textarea").fill("A note of our own")
    text = printed(sheet, "A4", tmp_path).text()
    for topic in sheet.locator(".topic").all():
        heading = squeezed(topic.locator("h3").text_content() or "")
        assert (heading in text) == (topic.get_attribute("data-topic") in ("VVC.1", "PSMV.2"))
    assert squeezed("A note of our own") in text


def test_from_a_file(visits: Visits) -> None:
    page = visits.page()
    page.goto(visits.file(f"{PATH}#s=VVC.1,PSMV.2"))
    assert shown(page) == ["VVC.1", "PSMV.2"]
    page.locator("input[value='VVC.1']").uncheck()
    assert page.url.endswith("#s=PSMV.2")
    assert {row["code"] for row in exported_rows(page)} == {"PSMV.2"}


def test_odd_notations(visits: Visits) -> None:
    page = visits.open("schule-beruf/worksheet.html", "tiny")
    box = page.locator("[name=s]").first
    box.check()
    code = box.get_attribute("value")
    page.reload()
    assert shown(page) == [code]
    assert {row["code"] for row in exported_rows(page)} == {code}
