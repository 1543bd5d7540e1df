"""``python -m crosswalk_rdf``."""

from crosswalk_rdf.cli.main import main

if __name__ == "__main__":
    main(prog_name="crosswalk-rdf")
