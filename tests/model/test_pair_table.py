"""The table of claimed pairs does not depend on which framework makes the rows."""

from crosswalk_rdf.model import PairTable, Publication, RollUp, pair_table


def tables(flagship: Publication) -> tuple[PairTable, PairTable]:
    first, second = (RollUp(framework) for framework in flagship.frameworks)
    crosswalk = flagship.crosswalks[0]
    return pair_table(crosswalk, first, second), pair_table(crosswalk, second, first)


def test_a_swapped_table_has_the_same_claims(flagship: Publication) -> None:
    table, swapped = tables(flagship)
    assert table.claims
    assert {pair[::-1]: claims for pair, claims in swapped.claims.items()} == table.claims
    assert (swapped.parts, swapped.above) == (table.parts, table.above)


def test_each_claim_is_of_a_pair_or_above_all(flagship: Publication) -> None:
    table, _ = tables(flagship)
    of_pairs = {claim.alignment.iri for claims in table.claims.values() for claim in claims}
    above = {alignment.iri for _, alignment in table.above}
    assert not of_pairs & above
    parts = flagship.crosswalks[0].parts
    assert of_pairs | above == {claim.iri for part in parts for claim in part.claims}


def test_an_outright_claim_is_of_its_own_ends(flagship: Publication) -> None:
    table, _ = tables(flagship)
    for pair, claims in table.claims.items():
        for claim in claims:
            ends = {claim.alignment.subject, claim.alignment.object}
            assert claim.outright == (ends == {*pair})
