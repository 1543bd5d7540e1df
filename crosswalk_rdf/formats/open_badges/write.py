"""Statements to Open Badges 3.0 ``Alignment`` objects, and samples that use them."""

from collections.abc import Iterator
from typing import Final

from rdflib import URIRef

from crosswalk_rdf.formats.format import Report, Unwritable, Writing
from crosswalk_rdf.formats.open_badges.coverage import COVERAGE
from crosswalk_rdf.formats.shared import credentials
from crosswalk_rdf.formats.shared.credentials import Json, alignment
from crosswalk_rdf.formats.shared.json_documents import write_json
from crosswalk_rdf.formats.shared.losses import report_losses
from crosswalk_rdf.formats.shared.timestamps import timestamp
from crosswalk_rdf.model import Framework, Package, Statement, derived_uuid
from crosswalk_rdf.model.document_paths import document_path, folded
from crosswalk_rdf.model.lexical import path_segment
from crosswalk_rdf.model.own_dates import own_date
from crosswalk_rdf.model.published_file import PublishedFile, Role

_FOLDER: Final = "open-badges"
_SAMPLED: Final = 5


def write(package: Package) -> Writing:
    """Return the alignments of each framework as one document."""
    if not package.frameworks:
        raise Unwritable("Open Badges alignments point at statements, and there are none")
    report = Report()
    for framework in package.frameworks:
        number = len(framework.statements)
        report.count("statements", number, number)
    report_losses(package, COVERAGE, report)
    return Writing({f.id: write_json(_collection(f)) for f in package.frameworks}, report)


def publish(package: Package) -> Iterator[PublishedFile]:
    """Yield a file for each statement, one for each framework, and two samples."""
    for framework in package.frameworks:
        yield _published(f"{framework.id}.alignments", framework.iri, _collection(framework))
        paths: set[str] = set()
        for statement in framework.statements:
            path = _path(statement, framework, package.base, paths)
            paths.add(folded(path))
            value = {"@context": list(credentials.CONTEXTS), **alignment(statement, framework)}
            yield _published(path, statement.iri, value)
    if any(framework.statements for framework in package.frameworks):
        yield from _samples(package)


def _published(name: str, iri: str, value: Json) -> PublishedFile:
    content = write_json(value)
    return PublishedFile(f"{_FOLDER}/{name}.json", content, (str(iri),), Role.REPRESENTATION)


def _collection(framework: Framework) -> Json:
    alignments = [alignment(statement, framework) for statement in framework.statements]
    return {"@context": list(credentials.CONTEXTS), "@graph": alignments}


def _path(statement: Statement, framework: Framework, base: str, other_paths: set[str]) -> str:
    """Return where ``statement`` is published: as its page is, if that is below the base."""
    iri, folder = str(statement.iri), f"{framework.id}/"
    below = base and iri.startswith(base + folder)
    local = iri[len(base + folder) :] if below else path_segment(statement.notation)
    path = folder + document_path(local)
    if folded(path) not in other_paths:
        return path
    return folder + (statement.uuid or derived_uuid(str(framework.iri), iri))


def _samples(package: Package) -> Iterator[PublishedFile]:
    """Yield an Achievement, and a credential without proof that awards it."""
    ends = _sampled(package)
    framework = ends[0][1]
    by = credentials.issuer(package.creator, framework.publisher, framework.creators)
    path = f"{_FOLDER}/sample-achievement.json"
    sample = credentials.achievement(
        credentials.document_iri(package, path),
        "Sample achievement",
        "A sample: it shows how an achievement names the statements that it stands for.",
        {"narrative": "A sample: nobody can earn it. Put your own criteria here."},
        {
            "creator": credentials.profile(by),
            "alignment": [alignment(statement, framework) for statement, framework in ends],
        },
    )
    value = {"@context": list(credentials.CONTEXTS), **sample}
    yield PublishedFile(path, write_json(value))
    path = f"{_FOLDER}/sample-credential.json"
    since = timestamp(package.modified, own_date(framework))
    iri = credentials.document_iri(package, path)
    credential = credentials.sample_credential(iri, sample, by, since)
    yield PublishedFile(path, write_json(credential))


def _sampled(package: Package) -> list[tuple[Statement, Framework]]:
    """Return a handful of statements: one with what is aligned with it, or else the first ones."""
    ends = {s.iri: (s, f) for f in package.frameworks for s in f.statements}
    statements: dict[URIRef, None] = {}
    for crosswalk in package.crosswalks:
        for part in crosswalk.parts:
            for claim in part.claims:
                pair = (claim.subject, claim.object)
                if all(end in ends for end in pair) and (not statements or pair[0] in statements):
                    statements.update(dict.fromkeys(pair))
    return [ends[iri] for iri in [*(statements or ends)][:_SAMPLED]]
