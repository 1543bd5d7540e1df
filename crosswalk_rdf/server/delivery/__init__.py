"""What every response has in common: validators, ranges, encodings, headers."""

from crosswalk_rdf.server.delivery.bodies import CompressedBodies
from crosswalk_rdf.server.delivery.finish import finished, refused
from crosswalk_rdf.server.delivery.headers import options

__all__ = ["CompressedBodies", "finished", "options", "refused"]
