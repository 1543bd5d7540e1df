"""Statements and agents to the objects that badges and learner records share.

Open Badges 3.0 defines them (sections B.1 "Data Models": Achievement, Alignment, Profile,
AchievementCredential); a Comprehensive Learner Record is made of the same.
"""

from collections.abc import Sequence
from typing import Any, Final

from crosswalk_rdf.model import (
    Agent,
    Framework,
    Package,
    Statement,
    agent_iri,
    fragment_iri,
    unnamed_iri,
)
from crosswalk_rdf.model.lexical import is_http_url

Json = dict[str, Any]

CREDENTIALS_CONTEXT: Final = "https://www.w3.org/ns/credentials/v2"
BADGES_CONTEXT: Final = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
CONTEXTS: Final = (CREDENTIALS_CONTEXT, BADGES_CONTEXT)
"""In the order in which Open Badges 3.0 asks for them."""

TARGET_TYPE: Final = "ceasn:Competency"
"""What stands at a statement's IRI. Of the enumeration AlignmentTargetType."""

UNKNOWN_AGENT: Final = Agent(iri=agent_iri("Unknown"), name="Unknown")


def alignment(statement: Statement, framework: Framework) -> Json:
    """Return the ``Alignment`` object that points at ``statement``, ready to be pasted.

    Its id is that of the place in the statement's page that shows it.
    """
    code = {"targetCode": statement.notation} if statement.notation else {}
    return {
        "id": str(fragment_iri(statement.iri, "open-badges-alignment")),
        "type": ["Alignment"],
        **code,
        "targetName": str(statement.preferred_label) or str(statement.iri),
        "targetDescription": str(statement.text) or str(statement.iri),
        "targetFramework": str(framework.title) or framework.id,
        "targetType": TARGET_TYPE,
        "targetUrl": str(statement.iri),
    }


def document_iri(package: Package, path: str) -> str:
    """Return the IRI of the document published at ``path``; a URN where nothing is published."""
    return f"{package.base}{path}" if package.base else str(unnamed_iri("document", path))


def profile(agent: Agent) -> Json:
    """Return the ``Profile`` of ``agent``."""
    url = {"url": str(agent.iri)} if is_http_url(str(agent.iri)) else {}
    return {"id": str(agent.iri), "type": ["Profile"], "name": agent.name, **url}


def issuer(*candidates: Agent | Sequence[Agent] | None) -> Agent:
    """Return the first agent of ``candidates``, or one that is called unknown."""
    for candidate in candidates:
        if isinstance(candidate, Agent):
            return candidate
        if candidate:
            return candidate[0]
    return UNKNOWN_AGENT


def achievement(iri: str, name: str, description: str, criteria: Json, optional: Json) -> Json:
    """Return an ``Achievement`` with its required properties, and optional ones."""
    return {
        "id": iri,
        "type": ["Achievement"],
        "name": name,
        "description": description,
        "criteria": criteria,
        **optional,
    }


def sample_credential(iri: str, earned: Json, by: Agent, valid_from: str) -> Json:
    """Return an ``AchievementCredential`` without proof, of a learner who does not exist."""
    return {
        "@context": list(CONTEXTS),
        "id": iri,
        "type": ["VerifiableCredential", "AchievementCredential"],
        "name": f"Sample: {earned['name']}",
        "issuer": profile(by),
        "validFrom": valid_from,
        "credentialSubject": {
            "id": sample_learner(iri),
            "type": ["AchievementSubject"],
            "achievement": earned,
        },
    }


def sample_learner(iri: str) -> str:
    """Return the URN of the learner of a sample, who does not exist."""
    return str(unnamed_iri(iri, "sample learner"))
