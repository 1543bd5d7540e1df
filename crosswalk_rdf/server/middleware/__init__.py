"""What every response has in common: validators, ranges, encodings, headers."""

from crosswalk_rdf.server.middleware.common_headers import options
from crosswalk_rdf.server.middleware.compression_cache import CompressedBodies
from crosswalk_rdf.server.middleware.content import finished, refused

__all__ = ["CompressedBodies", "finished", "options", "refused"]
