"""``python -m crosswalk_rdf.cli``."""

from crosswalk_rdf.cli.main import main

main()
