"""What whoever runs the service sees of it."""

from prometheus_client.parser import text_string_to_metric_families

from tests.built import BuiltSite
from tests.server.serving import Served, serving

SECRET = "SELECT ?secret WHERE { ?secret ?p ?o } LIMIT 1"


def figures(served: Served) -> dict[str, dict[tuple[str, ...], float]]:
    """Return each figure by name and the values of its labels."""
    values: dict[str, dict[tuple[str, ...], float]] = {}
    for family in text_string_to_metric_families(served.ask("/metrics").body.decode()):
        for sample in family.samples:
            values.setdefault(sample.name, {})[tuple(sample.labels.values())] = sample.value
    return values


def test_health(served: Served) -> None:
    answer = served.ask("/healthz")
    assert (answer.status, answer.json()) == (200, {"status": "ok"})
    assert answer.headers["cache-control"] == "no-store"


def test_readiness_names_the_build(served: Served, flagship_site: BuiltSite) -> None:
    publication = flagship_site.publication
    metrics = served.ask("/readyz").json()
    assert metrics["publication"] == publication.base
    assert metrics["version"] == publication.version
    assert metrics["status"] == "ready"


def test_figures_count_requests(served: Served) -> None:
    def count(status: str) -> float:
        return figures(served)["crosswalk_rdf_requests_total"].get(("GET", status), 0)

    before = count("404")
    for _ in range(3):
        assert served.ask("/no-such-thing", accept="application/json").status == 404
    assert count("404") == before + 3


def test_figures_of_queries_and_of_the_process(served: Served) -> None:
    served.ask("/sparql?query=ASK%20%7B%20%7D")
    values = figures(served)
    assert values["crosswalk_rdf_queries_running"][()] == 0
    assert values["process_resident_memory_bytes"][()] > 1_000_000
    assert values["crosswalk_rdf_request_seconds_count"][()] > 0
    assert values["crosswalk_rdf_builds_total"][("taken up",)] >= 1


def test_openmetrics_where_it_is_asked_for(served: Served) -> None:
    answer = served.ask("/metrics", accept="application/openmetrics-text; version=1.0.0")
    assert answer.headers["content-type"].startswith("application/openmetrics-text")
    assert answer.body.endswith(b"# EOF\n")


def test_a_request_has_an_id_that_the_log_has(tiny_site: BuiltSite) -> None:
    with serving(tiny_site.folder) as served:
        response = served.ask("/healthz", x_request_id="from-a-proxy.1")
        line = served.logged("request")
        assert line["request"] == response.headers["x-request-id"] == "from-a-proxy.1"
        assert (line["method"], line["path"], line["status"]) == ("GET", "/healthz", 200)
        own = served.ask("/healthz", x_request_id='no"good')
        assert served.logged("request")["request"] == own.headers["x-request-id"] != 'no"good'


def test_logs_hold_no_query_unless_asked(tiny_site: BuiltSite) -> None:
    def ask(served: Served) -> str:
        served.ask("/sparql", "POST", SECRET.encode(), content_type="application/sparql-query")
        return str(served.logged("request"))

    with serving(tiny_site.folder) as served:
        assert "secret" not in ask(served)
        served.ask("/sparql?query=broken+secret")
        assert "secret" not in str(served.logged("request"))
    with serving(tiny_site.folder, "--log-queries") as served:
        assert SECRET in ask(served)


def test_quiet_logs_no_requests(tiny_site: BuiltSite) -> None:
    with serving(tiny_site.folder, "--quiet") as served:
        served.ask("/healthz")
        served.process.terminate()
        served.process.wait(timeout=30)
        assert served.lines.get(timeout=30) == {}
