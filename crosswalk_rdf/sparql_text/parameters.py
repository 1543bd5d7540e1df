"""Parameters of a query, ``?_name`` and its VALUES block, and their replacement by terms."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crosswalk_rdf.sparql_text.tokens import Token, tokens


@dataclass(frozen=True, slots=True)
class ValuesBlock:
    """A ``VALUES ?_name { … }``: the parameter, what stands between the braces, and where."""

    parameter: str
    content: str
    start: int
    end: int


def values_blocks(text: str) -> Iterator[ValuesBlock]:
    """Yield the VALUES blocks of one parameter in order; those of other variables are left out."""
    all_tokens = tuple(tokens(text))
    for place in range(len(all_tokens) - 3):
        values, variable, brace = all_tokens[place : place + 3]
        if values.text.upper() != "VALUES" or brace.text != "{" or not _is_parameter(variable):
            continue
        close = next((token for token in all_tokens[place + 3 :] if token.text == "}"), None)
        if close is not None:
            content = text[brace.end : close.start].strip()
            yield ValuesBlock(variable.text[2:], content, values.start, close.end)


def parameters(text: str) -> Iterator[Token]:
    """Yield the tokens of ``text`` that are parameters, ``?_name`` or ``$_name``, in order."""
    return filter(_is_parameter, tokens(text))


def with_terms(text: str, terms: Mapping[str, str]) -> str:
    """Return ``text`` with the parameters in ``terms`` replaced and their VALUES blocks dropped.

    Lines keep their numbers.
    """
    blocks = [block for block in values_blocks(text) if block.parameter in terms]
    changes = {
        token.start: (token.end, terms[token.text[2:]])
        for token in parameters(text)
        if token.text[2:] in terms
    }
    for block in blocks:
        changes = {start: x for start, x in changes.items() if not block.start <= start < block.end}
        changes[block.start] = (block.end, "\n" * text.count("\n", block.start, block.end))
    pieces, position = [], 0
    for start, (end, replacement) in sorted(changes.items()):
        pieces += [text[position:start], replacement]
        position = end
    return "".join([*pieces, text[position:]])


def _is_parameter(token: Token) -> bool:
    return token.kind == "variable" and token.text[1:2] == "_" and len(token.text) > 2
