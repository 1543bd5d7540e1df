from crosswalk_rdf.server.middleware.rate_limit import MAX_CLIENTS, TokenBuckets
from crosswalk_rdf.server.settings import Limits


def test_a_bucket_fills_again() -> None:
    now = [0.0]
    rates = TokenBuckets(Limits(rate=2, rate_burst=3), lambda: now[0])
    assert [rates.wait("a") for _ in range(4)] == [0, 0, 0, 1]
    assert rates.wait("b") == 0
    now[0] = 0.5
    assert [rates.wait("a") for _ in range(2)] == [0, 1]
    now[0] = 100
    assert [rates.wait("a") for _ in range(4)] == [0, 0, 0, 1]


def test_no_rate_is_no_limit() -> None:
    rates = TokenBuckets(Limits())
    assert not any(rates.wait("a") for _ in range(10_000))


def test_what_is_remembered_is_bounded() -> None:
    rates = TokenBuckets(Limits(rate=1, rate_burst=1), lambda: 0.0)
    for number in range(MAX_CLIENTS + 10):
        rates.wait(str(number))
    assert len(rates._buckets) == MAX_CLIENTS
