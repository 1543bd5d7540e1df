"""The relation that is proposed for two statements."""

import pytest
from rdflib import SKOS, URIRef

from crosswalk_rdf.linking.near_verbatim import Verbatim
from crosswalk_rdf.linking.relation import RelationEnd, propose_relation


def end(text: str, *, has_narrower: bool = False) -> RelationEnd:
    return RelationEnd(text, has_narrower, "Standard" if has_narrower else "")


@pytest.mark.parametrize(
    ("subject", "object", "expected", "reason"),
    [
        ("add fractions with unlike denominators", "add fractions", SKOS.broadMatch, "narrows"),
        ("add fractions", "add fractions with unlike denominators", SKOS.narrowMatch, "narrows"),
        ("add fractions and decimals", "add fractions", SKOS.narrowMatch, "adds"),
        ("add fractions", "add fractions and decimals", SKOS.broadMatch, "adds"),
        ("lire et écrire", "lire", SKOS.relatedMatch, "similar"),  # one word is no text
    ],
)
def test_containment(subject: str, object: str, expected: URIRef, reason: str) -> None:
    proposal = propose_relation(end(subject), end(object), 0.3, None)
    assert proposal.predicate == expected
    assert reason in proposal.reason


def test_verbatim_texts_before_anything_else() -> None:
    one, other = end("a text", has_narrower=True), end("a text")
    assert propose_relation(one, other, 1, Verbatim.IDENTICAL).predicate == SKOS.exactMatch
    assert propose_relation(one, other, 1, Verbatim.ONE_WORD).predicate == SKOS.closeMatch


def test_levels_decide_where_one_side_has_statements_below_it() -> None:
    leaf, branch = end("teach children"), end("schools are led", has_narrower=True)
    proposal = propose_relation(leaf, branch, 0.2, None)
    assert proposal.predicate == SKOS.broadMatch
    assert "'Standard'" in proposal.reason
    assert propose_relation(branch, leaf, 0.2, None).predicate == SKOS.narrowMatch


@pytest.mark.parametrize(("score", "expected"), [(0.5, SKOS.closeMatch), (0.49, SKOS.relatedMatch)])
def test_the_score_alone_never_says_exact(score: float, expected: URIRef) -> None:
    assert propose_relation(end("one thing"), end("another"), score, None).predicate == expected
