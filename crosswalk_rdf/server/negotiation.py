"""What a client accepts to what it gets: proactive negotiation (RFC 9110 §12.5.1 and §12.5.3)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_QUOTED: Final = r'"(?:[^"\\]|\\.)*+"'
_ITEM: Final = re.compile(rf'((?:[^,"]++|{_QUOTED}|")*+)(?:,|$)', re.DOTALL)
_PART: Final = re.compile(rf'((?:[^;"]++|{_QUOTED}|")*+)(?:;|$)', re.DOTALL)
"""A quotation mark that is never closed is a character like others; nothing is read twice."""
_QVALUE: Final = re.compile(r"(?:0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)")
_ESCAPED: Final = re.compile(r"\\(.)")

_MAX_LENGTH: Final = 2048
"""Characters of a header that are read: no client needs more, and what is kept stays small."""


@dataclass(frozen=True, slots=True)
class Range:
    """One thing that is accepted: ``text/*;q=0.5``, ``gzip``, ``*``."""

    value: str
    """In lower case, without parameters."""
    parameters: tuple[tuple[str, str], ...]
    """Those before the weight, names in lower case."""
    q: float


def accepted_ranges(header: str) -> tuple[Range, ...]:
    """Return what the header lists; a weight that is none counts as 0, an empty item is left out.

    The header may be Accept, Accept-Encoding or Accept-Profile. Of a very long one, the end is
    left aside.
    """
    return _ranges(_cut(header))


def _cut(header: str) -> str:
    return header if len(header) <= _MAX_LENGTH else header[:_MAX_LENGTH].rpartition(",")[0]


@lru_cache(maxsize=256)
def _ranges(header: str) -> tuple[Range, ...]:
    items = (match[1] for match in _ITEM.finditer(header) if match[1].strip())
    return tuple(_range(item) for item in items)


def acceptable(header: str, offers: Sequence[str]) -> tuple[str, ...]:
    """Return those of ``offers`` that the Accept header takes, the most wanted first.

    ``offers`` are media types, with parameters if need be (``application/ld+json;profile="…"``),
    the one that the service likes best first: the order among equals. Of the ranges that fit an
    offer the most specific weighs it. An empty header takes everything.
    """
    return _acceptable(_cut(header), tuple(offers))


@lru_cache(maxsize=1024)
def _acceptable(header: str, offers: tuple[str, ...]) -> tuple[str, ...]:
    accepted = accepted_ranges(header)
    if not accepted:
        return offers
    weighed = ((quality(accepted, offer), offer) for offer in offers)
    accepted_offers = [(q, offer) for q, offer in weighed if q > 0]
    return tuple(offer for _, offer in sorted(accepted_offers, key=lambda pair: -pair[0]))


def quality(accepted: Iterable[Range], offer: str) -> float:
    """Return the weight that ``accepted`` give to the media type ``offer``; 0 for none."""
    offered = _range(offer)
    fitting = [(_specificity(range, offered), range.q) for range in accepted]
    specific = max((rank for rank, _ in fitting), default=-1)
    return max((q for rank, q in fitting if rank == specific), default=0) if specific >= 0 else 0


def _specificity(range: Range, offered: Range) -> int:
    """Return how closely ``range`` names what is offered; below zero where it does not.

    Of parameters, only ``profile`` tells two offers apart. A client that asks for others
    (``charset``, ``version`` of RDF 1.2) gets what there is.
    """
    if range.value == "*/*":
        return 0
    if range.value.endswith("/*"):
        return 1 if offered.value.startswith(range.value[:-1]) else -1
    if range.value != offered.value:
        return -1
    parameters = set(range.parameters)
    profiles = {pair for pair in parameters if pair[0] == "profile"}
    is_offered = profiles <= set(offered.parameters)
    return 2 + len(parameters & set(offered.parameters)) if is_offered else -1


def _range(item: str) -> Range:
    value, *rest = (match[1].strip() for match in _PART.finditer(item))
    parameters: list[tuple[str, str]] = []
    for part in filter(None, rest):
        name, _, text = part.partition("=")
        name, text = name.strip().lower(), _unquoted(text.strip())
        if name == "q":
            q = float(text) if _QVALUE.fullmatch(text) else 0.0
            return Range(value.lower(), tuple(parameters), q)
        parameters.append((name, text))
    return Range(value.lower(), tuple(parameters), 1.0)


def _unquoted(text: str) -> str:
    if len(text) > 1 and text[0] == text[-1] == '"':
        return _ESCAPED.sub(r"\1", text[1:-1])
    return text
