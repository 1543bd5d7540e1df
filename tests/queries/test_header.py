"""A query file that is not as it must be: file, line, column, what is wrong, what to do."""

import pytest

from crosswalk_rdf.queries.header import BrokenQuery, parse_query

SELECT = "SELECT ?x WHERE { ?x ?p ?o } ORDER BY ?x\n"
NOTATION = """\
#+ summary: A statement
#+ description: >
#+   In two
#+   lines
#+ tags: [statement, text]
#+ parameters:
#+   notation: {type: notation, default: 1b, description: Its notation}
#+   framework: {type: iri, description: Its framework}
#+   word: {type: string, required: true, description: A word}
SELECT ?x WHERE {
  VALUES ?_notation { "1b" }
  VALUES ?_framework { UNDEF }
  VALUES ?_word { UNDEF }
  ?x ?_notation2 ?_word , ?_framework , ?_notation .
} ORDER BY ?x
""".replace("?_notation2", "?p")


def faults(text: str) -> list[str]:
    """Return the faults of the query file ``text``, which has some."""
    with pytest.raises(BrokenQuery) as caught:
        parse_query("example", text)
    return [str(fault) for fault in caught.value.faults]


def test_header_is_read() -> None:
    query = parse_query("example", NOTATION)
    assert query.summary == "A statement"
    assert query.description == "In two lines"
    assert query.tags == ("statement", "text")
    notation, framework, word = query.parameters
    assert (notation.type, notation.default, notation.required) == ("notation", "1b", False)
    assert (framework.default, framework.required) == (None, False)
    assert word.required
    assert query.form == "SELECT"
    assert query.file == "queries/example.rq"


def test_windows_lines() -> None:
    query = parse_query("example", NOTATION.replace("\n", "\r\n"))
    assert query.summary == "A statement"


@pytest.mark.parametrize("header", ["", "# summary: not ours\n", "#+ summary:\n", "#+ tags: []\n"])
def test_no_summary(header: str) -> None:
    (fault,) = faults(header + SELECT)
    assert fault.startswith("queries/example.rq")
    assert "it has no summary: open it with '#+ summary: what it answers'" in fault


def test_header_that_is_no_yaml() -> None:
    (fault,) = faults("#+ summary: one\n#+ description: two: three\n" + SELECT)
    assert fault.startswith("queries/example.rq:2:20: the header is no YAML")
    assert "quote values" in fault


def test_header_with_a_character_that_yaml_forbids() -> None:
    (fault,) = faults("#+ summary: a\x07b\n" + SELECT)
    assert "the header is no YAML" in fault


def test_key_given_twice() -> None:
    (fault,) = faults("#+ summary: one\n#+ tags: [a]\n#+ summary: two\n" + SELECT)
    assert fault == "queries/example.rq:3: 'summary' is given twice: keep one of the two"


def test_unknown_key() -> None:
    (fault,) = faults("#+ summary: one\n#+ summery: two\n" + SELECT)
    assert fault.startswith("queries/example.rq:2: 'summery' is no key of a header: use summary")


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("{type: notation}", "has no description"),
        ("text", "has no description"),
        ("{type: date, description: A day}", "has no type that is known: use one of string,"),
        ("{description: A day}", "has no type that is known"),
        ("{type: iri, description: D, defualt: x}", "has a setting that is not known"),
        ("{type: iri, description: D, required: yes}", "neither true nor false"),
        ("{type: iri, description: D, required: true, default: x}", "is required and has a"),
        ("{type: [iri], description: D}", "has a setting that is no text"),
    ],
)
def test_settings_of_a_parameter(settings: str, message: str) -> None:
    (fault,) = faults(f"#+ summary: one\n#+ parameters:\n#+   day: {settings}\n" + SELECT)
    assert fault.startswith("queries/example.rq:3: parameter 'day'")
    assert message in fault


def test_parameters_that_are_no_mapping() -> None:
    (fault,) = faults("#+ summary: one\n#+ parameters: [day]\n" + SELECT)
    assert fault.startswith("queries/example.rq:2: the parameters are no mapping")


def test_tags_that_are_no_list() -> None:
    (fault,) = faults("#+ summary: one\n#+ tags: text\n" + SELECT)
    assert fault.startswith("queries/example.rq:2: the tags are no list")


def test_default_that_is_none_of_its_type() -> None:
    text = NOTATION.replace("default: 1b", "default: 1 b")
    (fault,) = faults(text)
    assert fault.startswith("queries/example.rq:7: the default '1 b' of 'notation' is not a nota")


def test_header_and_text_differ_about_the_default() -> None:
    (fault,) = faults(NOTATION.replace('{ "1b" }', '{ "1c" }'))
    what = '?_notation is "1c" here and "1b" in the header: make both the same'
    assert fault == f"queries/example.rq:11: {what}"


def test_parameter_that_the_text_does_not_have() -> None:
    (fault,) = faults(NOTATION.replace('  VALUES ?_notation { "1b" }\n', ""))
    what = "parameter 'notation' is not in the query: add VALUES ?_notation { \"1b\" }"
    assert fault == f"queries/example.rq:7: {what}"


def test_parameter_that_the_header_does_not_have() -> None:
    (fault,) = faults("#+ summary: one\nSELECT ?x WHERE {\n  ?x ?p ?_day } ORDER BY ?x\n")
    assert fault.startswith("queries/example.rq:3: ?_day is not declared")


def test_parameter_in_a_comment_or_a_string_is_none() -> None:
    text = '#+ summary: one\n# ?_day\nSELECT ?x WHERE { ?x ?p "?_day" } ORDER BY ?x\n'
    assert parse_query("example", text).parameters == ()


def test_syntax_error() -> None:
    (fault,) = faults("#+ summary: one\nSELECT ?x\nWERE { ?x ?p ?o }\n")
    assert fault.startswith("queries/example.rq:3:")
    assert "not valid SPARQL 1.1" in fault


def test_update_is_no_query() -> None:
    (fault,) = faults("#+ summary: one\nDELETE WHERE { ?s ?p ?o }\n")
    assert "not valid SPARQL 1.1" in fault


def test_service_would_leave_the_machine() -> None:
    text = "#+ summary: one\nASK {\n  SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }\n"
    (fault,) = faults(text)
    assert fault.startswith("queries/example.rq:3: the library asks this publication only")


def test_all_faults_at_once() -> None:
    text = "#+ summary: one\n#+ color: red\n#+ tags: text\nSELECT ?x WHERE { ?x }\n"
    assert len(faults(text)) == 3
