"""Pages print on A4 and Letter without a word lost, cut or beyond the edge."""

from pathlib import Path

import pytest

from tests.browser.paper import FORMATS, printed, set_for_paper, texts
from tests.browser.visits import Find, Visits

PRINTED = ("part", "statement", "worksheet", "matrix", "framework", "disagreements", "corrections")


@pytest.mark.parametrize("sheet", FORMATS)
@pytest.mark.parametrize("kind", PRINTED)
def test_every_word_is_on_paper(
    kind: str, sheet: str, visits: Visits, page_of: Find, tmp_path: Path
) -> None:
    site, path = page_of(kind)
    page = visits.open(path, site)
    paper = printed(page, sheet, tmp_path)
    assert paper.beyond(FORMATS[sheet][1]) == []
    set_for_paper(page, sheet)
    text = paper.text()
    missing = [text_of_page for text_of_page in texts(page) if text_of_page not in text]
    assert missing == [], f"{path} of {site}"
