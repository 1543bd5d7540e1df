"""What gives another value each time is noticed wherever an engine could call it."""

import pyoxigraph as ox
import pytest

from crosswalk_rdf.sparql_text.volatile import VOLATILE_FUNCTIONS, volatile_functions


@pytest.mark.parametrize("name", sorted(VOLATILE_FUNCTIONS))
@pytest.mark.parametrize(
    "text",
    [
        "SELECT ({}() AS ?x) {{}}",
        "SELECT * {{ BIND(IF(true,{}(),1) AS ?x) }}",
        "SELECT * {{ BIND(1 AS ?x) FILTER(?x<{}()&&?x>1) }}",
        "SELECT * {{ BIND(1+{}() AS ?x) }}",
        'SELECT * {{ FILTER(STR(1)="x"||{}()) }}',
    ],
)
def test_volatile(text: str, name: str) -> None:
    for query in (text.format(name), text.format(name.lower())):
        ox.Store().query(query)
        assert volatile_functions(query) == (name,)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?now $RAND { ?now ?rand ?uuid }",
        'PREFIX now: <http://e/now#> ASK { ?s now:rand \'NOW()\', """RAND()""" } # UUID()',
        "ASK { ?s <http://e/NOW> _:now, 'x'@rand }",
        "ASK { ?known ?p ?o FILTER(TZ(?o) = 'Z') }",
    ],
)
def test_not_volatile(text: str) -> None:
    ox.Store().query(text)
    assert volatile_functions(text) == ()
