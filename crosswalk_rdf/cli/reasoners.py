"""The option that chooses what finds the inferred graph."""

import click

from crosswalk_rdf.publish import REASONERS

option = click.option(
    "--reasoner",
    type=click.Choice(REASONERS),
    default=REASONERS[0],
    show_default=True,
    help="rules: ours, fast; owlrl: the reference, slow.",
)
