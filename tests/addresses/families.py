"""Notations and IRIs of each kind that was ever taken for something else."""

from tests.addresses.publications import BASE, Scheme

NOTATIONS = (
    *("C", "C#", "Q?", "100%", "a%2Fb", "a/b", "a;b", "a,b", "a:b", "a=b&c", "a+b", "it's", '"x"'),
    *("$x", "{x}", "[x]", "*", "a\\b", "<b>", "a|b", "(a)", "@x", "!", "~", "^", "`x`"),
    *(" a ", "a  b", "a\u00a0b", "a\u2009b", "a\tb", "a\nb", "\u200fx", "x\u0301", "\ufeffx"),
    *(".x", "x.", "..x", "...", "index", "INDEX", "CON", "aux.1", "nul", "com1", "lpt9.x"),
    *("1", "1.ttl", "1.html", "1.json", "1.jsonld", "1.rdf", "1.nt", "1.trig", "1.nq", "1.ttl.ttl"),
    *("2.css", "3.xlsx", "4.tar.gz", "1A", "1a", "É", "é", "e\u0301", "ẞ", "ss", "ﬁ", "fi"),
    *("🎓", "語", "ß" * 150, "x" * 254, "y" * 400, "--", "a--b", "a--", "404", "data", "sparql"),
)

IRIS = (
    *(
        "search",
        "index",
        "about/us",
        "rules",
        "queries.ttl",
        "assets/site",
        "ontology/x",
    ),
    *("term", "term?id=5", "term?id=6&x=a%20b", "term?id=a/b", "term?ID=5", "sheet", "sheet/"),
    *("list/", "book.ttl", "book", "book.ttl/1", "f/x?y", "f/%7Ex", "f/é/ü", "double//slash"),
    *("graph/x", "dumps/odd", "agent/nobody", "metrics/1", "oai/x", "case/x", "search/", "x%2Fy"),
    *("v#a", "v#b", "v#", "w#c", "sheet#part", "term#part", "v/a", "f#here"),
)
"""Below the base."""

SCHEMES = (
    Scheme("f", statements=[(notation, "") for notation in NOTATIONS]),
    Scheme("by-iri", statements=[(f"n{n}", BASE + iri) for n, iri in enumerate(IRIS)]),
    Scheme("slash", f"{BASE}s/", [("1", f"{BASE}s/1"), ("2", f"{BASE}s/2")]),
    Scheme("hash", f"{BASE}h#", [("1", f"{BASE}h#1"), ("2", f"{BASE}h#2")]),
    Scheme("fragment", f"{BASE}h#scheme", [("3", f"{BASE}h#3")]),
    Scheme("plain", f"{BASE}p", [("1", f"{BASE}p#1")]),
    Scheme("top", BASE, [("1", f"{BASE}root1"), ("a/b", f"{BASE}root2#x")]),
    Scheme("query", f"{BASE}scheme?v=1", [("1", f"{BASE}scheme?v=1&c=1")]),
    Scheme(
        "elsewhere",
        "https://elsewhere.example/x",
        [
            ("1", "https://elsewhere.example/x#1"),
            ("C#", "urn:a:0"),
            ("1A", "urn:x:a"),
            ("1a", "urn:y:a"),
        ],
    ),
)
