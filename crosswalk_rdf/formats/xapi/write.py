"""A framework to an xAPI Profile (1.0): each statement an ``Activity`` that records can name.

The specification has no concept type for a competency. An Activity may be a competency that
somebody works towards: ADL's activity type ``objective``. It takes no match properties (those of
7.1 are for verbs, activity types and attachments), so alignments are not carried.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from rdflib import SKOS, Literal, URIRef

from crosswalk_rdf.formats.format import Action, Report, Unwritable, Writing
from crosswalk_rdf.formats.shared.json_documents import write_json
from crosswalk_rdf.formats.shared.losses import report_losses
from crosswalk_rdf.formats.shared.timestamps import UNKNOWN, timestamp
from crosswalk_rdf.formats.xapi.coverage import COVERAGE, is_carried
from crosswalk_rdf.model import Agent, Framework, Package, Statement, fragment_iri
from crosswalk_rdf.model.lexical import is_http_url
from crosswalk_rdf.model.own_dates import own_date
from crosswalk_rdf.model.published_file import PublishedFile

Json = dict[str, Any]

CONTEXT: Final = "https://w3id.org/xapi/profiles/context"
ACTIVITY_CONTEXT: Final = "https://w3id.org/xapi/profiles/activity-context"
SPECIFICATION: Final = "https://w3id.org/xapi/profiles#1.0"
OBJECTIVE: Final = "http://adlnet.gov/expapi/activities/objective"
"""ADL: "An objective determines whether competency has been achieved in a desired area."."""

_UNKNOWN_LANGUAGE: Final = "und"
"""BCP 47: undetermined. A language map has no key for text of no language."""


def write(package: Package) -> Writing:
    """Return a profile for each framework."""
    if not package.frameworks:
        raise Unwritable("an xAPI profile lists statements as activities, and there are none")
    report = Report()
    documents = {f.id: write_json(_profile(f, package, report)) for f in package.frameworks}
    report_losses(package, COVERAGE, report)
    return Writing(documents, report)


def publish(package: Package) -> Iterator[PublishedFile]:
    """Yield the profile of each framework."""
    for framework in package.frameworks:
        value = write_json(_profile(framework, package, Report()))
        path = f"xapi/{framework.id}.xapi-profile.jsonld"
        yield PublishedFile(path, value, (str(framework.iri),))


def _profile(framework: Framework, package: Package, report: Report) -> Json:
    """Return the ``Profile`` (6.0): no value in it is null or empty (4.0)."""
    iri = str(framework.iri)
    since = timestamp(package.modified, own_date(framework))
    version = str(fragment_iri(iri, f"xapi-profile-{since[:10]}"))
    if since == UNKNOWN:
        report.add(iri, Action.REPAIRED, "no date", f"a version asks for one: {UNKNOWN}")
    number = len(framework.statements)
    report.count("statements", number, number)
    language = framework.language
    concepts = [_activity(s, version, language) for s in framework.statements]
    page = {"seeAlso": iri} if is_http_url(iri) else {}
    return {
        "@context": CONTEXT,
        "id": str(fragment_iri(iri, "xapi-profile")),
        "type": "Profile",
        "conformsTo": SPECIFICATION,
        "prefLabel": _language_map(
            [framework.title, *_literals(framework, SKOS.prefLabel)], language, framework.id
        ),
        "definition": _definition(framework),
        **page,
        "versions": [{"id": version, "generatedAtTime": since}],
        "author": _author(framework, package, report),
        **({"concepts": concepts} if concepts else {}),
    }


def _definition(framework: Framework) -> Json:
    title = str(framework.title) or framework.id
    description = f"The statements of “{title}”, as activities that learning records can name."
    first = framework.description or Literal(description, lang="en")
    literals = _literals(framework, SKOS.definition)
    return _language_map([first, *literals], framework.language, framework.id)


def _literals(thing: Framework | Statement, property: URIRef) -> list[Literal]:
    """Return the names or descriptions in other languages."""
    return [
        pair.value
        for pair in thing.properties
        if pair.property == property and isinstance(pair.value, Literal) and is_carried(pair)
    ]


def _activity(statement: Statement, version: str, language: str) -> Json:
    """Return the concept that stands for ``statement`` (7.4)."""
    return {
        "id": str(statement.iri),
        "type": "Activity",
        "inScheme": version,
        **({"deprecated": True} if statement.deprecated else {}),
        "activityDefinition": _activity_definition(statement, language),
    }


def _activity_definition(statement: Statement, language: str) -> Json:
    """Return a legal activity definition of xAPI 1.0, with the context that 7.4 asks for."""
    iri = str(statement.iri)
    texts = {
        "name": [statement.preferred_label, *_literals(statement, SKOS.prefLabel)],
        "description": [statement.text, *_literals(statement, SKOS.definition)],
    }
    notation = statement.notation
    return {
        "@context": ACTIVITY_CONTEXT,
        "type": OBJECTIVE,
        **{name: _language_map(values, language, iri) for name, values in texts.items()},
        **({"moreInfo": iri} if is_http_url(iri) else {}),
        **({"extensions": {str(SKOS.notation): notation}} if notation else {}),
    }


def _language_map(values: Iterable[Literal], language: str, otherwise: str) -> Json:
    """Return the first of ``values`` in each language; ``otherwise`` where all are empty."""
    texts: Json = {}
    for value in values:
        if value:
            texts.setdefault(value.language or language or _UNKNOWN_LANGUAGE, str(value))
    return texts or {_UNKNOWN_LANGUAGE: otherwise}


def _author(framework: Framework, package: Package, report: Report) -> Json:
    """Return who makes the profile (6.2): who publishes, or else who made the framework."""
    candidates = (package.creator, framework.publisher, *framework.creators)
    agent = next((candidate for candidate in candidates if candidate and candidate.name), None)
    if agent is None:
        report.add(str(framework.iri), Action.REPAIRED, "no author", "one is asked for: Unknown")
        agent = Agent(iri=URIRef(""), name="Unknown")
    page = {"url": str(agent.iri)} if is_http_url(str(agent.iri)) else {}
    return {"type": agent.type, "name": agent.name, **page}
