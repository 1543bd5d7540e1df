from tests.server.serving import Served


def test_browsers_find_the_icon(served: Served) -> None:
    answer = served.ask("/favicon.ico")
    assert answer.status == 302
    target = answer.headers["location"].removeprefix(served.url.rstrip("/"))
    icon = served.ask(target)
    assert (icon.status, icon.headers["content-type"]) == (200, "image/svg+xml")


def test_the_top_leads_to_what_describes_the_service(served: Served) -> None:
    links = served.ask("/", accept="text/html").headers["link"]
    assert f'<{served.url}openapi.json>; rel="service-desc"; type="application/json"' in links
    assert f'<{served.url}openapi.html>; rel="service-doc"; type="text/html"' in links
    assert links.count('rel="canonical"') == 1
