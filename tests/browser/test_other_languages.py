"""Another publication, in another language and with odd notations, is as accessible."""

import pytest

from tests.browser.test_each_kind import AXE, TAGS
from tests.browser.visits import Visits, script

KINDS = ("home", "framework", "statement", "crosswalk", "part", "matrix", "worksheet", "flow")


@pytest.mark.parametrize("kind", KINDS)
def test_no_violation(kind: str, visits: Visits) -> None:
    path = visits.sites["tiny"].largest(kind)
    assert path is not None
    page = visits.open(path, "tiny")
    page.evaluate(AXE)
    violations = page.evaluate(script("violations"), TAGS)
    assert not violations, "\n".join(violations)
    assert page.evaluate(script("cut_off")) == []
    assert page.locator("main [lang=de]").count()
