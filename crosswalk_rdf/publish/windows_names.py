"""Published files that Windows cannot have, to a note for editors."""

from collections.abc import Iterator

from crosswalk_rdf.model.build_index import Index
from crosswalk_rdf.model.document_paths import is_windows_path
from crosswalk_rdf.model.origins import origins
from crosswalk_rdf.model.publication import Publication


def windows_remarks(index: Index, publication: Publication) -> Iterator[str]:
    """Yield one sentence on the files that Windows cannot have, with the row of the first."""
    refused = [path for path in sorted(index) if not is_windows_path(path)]
    if not refused:
        return
    about = index[refused[0]].about
    origin = origins(publication).get(about[0]) if about else None
    place = f", of {origin.file}:{origin.line}" if origin else ""
    verb = "files have names" if len(refused) > 1 else "file has a name"
    yield (
        f"{len(refused):,} {verb} that Windows refuses, such as {refused[0]}{place}: the site can "
        "be served by other systems, but not be copied to Windows"
    )
