"""A page to paper: what should be printed, and what chromium's PDF holds."""

import re
import subprocess
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.visits import script
from tests.machine import program

FORMATS = {"A4": (680, 595), "Letter": (703, 612)}
"""Width between the margins in CSS pixels, and of the sheet in points."""

_WORD = re.compile(r'<word xMin="([-0-9.]+)" yMin="[-0-9.]+" xMax="([-0-9.]+)"[^>]*>(.*?)</word>')


@dataclass(frozen=True, slots=True)
class Print:
    """A printed page."""

    file: Path

    def text(self) -> str:
        """Return its text, without white space."""
        return squeezed(self._extracted("-raw", "-enc", "UTF-8"))

    def beyond(self, width: int) -> list[str]:
        """Return the words that reach over an edge of the sheet."""
        words = _WORD.findall(self._extracted("-bbox"))
        return [word for left, right, word in words if float(left) < 0 or float(right) > width]

    def _extracted(self, *options: str) -> str:
        pdftotext = program("pdftotext", "apt-get install poppler-utils")
        command = [pdftotext, *options, str(self.file), "-"]
        return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def squeezed(text: str) -> str:
    """Return ``text`` without white space, hyphens and quotation marks, ligatures taken apart."""
    return re.sub(r"[\s\u00ad\u2010\u200b“”-]", "", unicodedata.normalize("NFKC", text))


def printed(page: Page, sheet: str, folder: Path) -> Print:
    """Print the page on a sheet as a browser does."""
    file = folder / f"{sheet}.pdf"
    page.pdf(path=file, format=sheet, prefer_css_page_size=False)
    return Print(file)


def set_for_paper(page: Page, sheet: str) -> None:
    """Lay the page out on the screen as on paper."""
    page.set_viewport_size({"width": FORMATS[sheet][0], "height": 900})
    page.emulate_media(media="print", color_scheme="light")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")


def texts(page: Page) -> list[str]:
    """Return the text of each block that is to be printed."""
    printed: list[str] = page.evaluate(script("printed_texts"))
    return [text for text in map(squeezed, printed) if text]
