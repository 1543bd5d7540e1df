import pytest

from crosswalk_rdf.server.messages import Request, Response
from crosswalk_rdf.server.route import Route
from crosswalk_rdf.server.routing import Router
from crosswalk_rdf.server.service import Service


async def answer(_request: Request, _service: Service) -> Response:
    return Response()


ROUTER = Router(Route(path, answer) for path in ("/", "/a", "/a/b/", "/a/b/c/"))


@pytest.mark.parametrize(
    ("path", "route"),
    [
        ("/", "/"),
        ("/a", "/a"),
        ("/a/", "/"),
        ("/a/b", "/"),
        ("/a/b/", "/a/b/"),
        ("/a/b/x/y", "/a/b/"),
        ("/a/b/c", "/a/b/"),
        ("/a/b/c/d/e", "/a/b/c/"),
        ("//a/b/c", "/"),
        ("/" * 15_000, "/"),
        ("/a/b/c" + "/d" * 5_000, "/a/b/c/"),
    ],
)
def test_the_exact_route_or_the_nearest_folder(path: str, route: str) -> None:
    assert ROUTER.route(path).path == route
