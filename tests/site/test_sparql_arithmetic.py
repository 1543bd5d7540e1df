"""What the SPARQL page does to subtraction and division before its engine sees them.

The engine takes ``a - b - c`` for ``a - (b - c)``: an evaluator here errs in the same way, and
what the script has written must come out right in it.
"""

import json
import random
import re
import subprocess
from fractions import Fraction
from pathlib import Path

from tests.machine import program

ASSETS = Path(__file__).resolve().parents[2] / "site/assets"
SCRIPT = """
require(process.argv[1] + "/sparql-text.js");
require(process.argv[1] + "/sparql-arithmetic.js");
const queries = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(queries.map(globalThis.CrosswalkArithmetic.bracketed)));
"""
OPERATIONS = {
    "+": Fraction.__add__,
    "-": Fraction.__sub__,
    "*": Fraction.__mul__,
    "/": Fraction.__truediv__,
}


def bracketed(queries: list[str]) -> list[str]:
    node = program("node", "apt-get install nodejs")
    done = subprocess.run(
        [node, "-e", SCRIPT, str(ASSETS)],
        input=json.dumps(queries),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def wrongly(tokens: list[str], level: int = 0) -> Fraction:
    """Evaluate ``tokens`` from the right: what the engine does."""
    if level == 2:
        token = tokens.pop(0)
        if token != "(":
            return Fraction(token)
        value = wrongly(tokens)
        assert tokens.pop(0) == ")"
        return value
    left = wrongly(tokens, level + 1)
    if tokens and tokens[0] in ("+-", "*/")[level]:
        return OPERATIONS[tokens.pop(0)](left, wrongly(tokens, level))
    return left


def expression(chance: random.Random, depth: int = 0) -> str:
    terms = [
        f"({expression(chance, depth + 1)})"
        if depth < 2 and chance.random() < 0.25
        else str(chance.randint(1, 99))
        for _ in range(chance.randint(1, 5))
    ]
    text = terms[0]
    for term in terms[1:]:
        text += f" {chance.choice('+-*/')} {term}"
    return text


def right(text: str) -> Fraction | None:
    try:
        return eval(re.sub(r"\d+", r"Fraction(\g<0>)", text), {"Fraction": Fraction})
    except ZeroDivisionError:
        return None


def test_the_evaluator_errs_as_the_engine_does() -> None:
    assert wrongly(["7", "-", "4", "-", "1"]) == 4


def test_random_expressions_come_out_right() -> None:
    chance = random.Random(17)
    texts = [t for t in (expression(chance) for _ in range(1500)) if right(t) is not None]
    expressions = bracketed([f"SELECT ({text} AS ?x) WHERE {{}}" for text in texts])
    for text, query in zip(texts, expressions, strict=True):
        inner = query.removeprefix("SELECT (").removesuffix(" AS ?x) WHERE {}")
        assert wrongly(re.findall(r"\d+|[-+*/()]", inner)) == right(text), query


def test_what_is_no_arithmetic_stays() -> None:
    queries = [
        "SELECT ?s { ?s skos:broader/skos:broader/skos:notation ?n }",
        "SELECT ?s { ?s a/b*/c ?n } # a - b - c",
        'SELECT ?s { VALUES (?a ?b) { (1 -2) (-3 "a - b - c") } ?s ?p (1 -2 -3) }',
        "SELECT ?s { ?s skos:notation ?n FILTER(STRLEN(?n) - 1 > 3) }",
    ]
    assert bracketed(queries) == queries
