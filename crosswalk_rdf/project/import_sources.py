"""The table ``[imported]`` of ``framework.toml`` and ``crosswalk.toml``, read and written."""

from typing import Any, Final

from crosswalk_rdf.model import ImportSource
from crosswalk_rdf.model.lexical import is_sha256
from crosswalk_rdf.project.toml_table import Table

KEY: Final = "imported"


def load_import_source(table: Table) -> ImportSource | None:
    """Return what ``[imported]`` in ``table`` says; None for the publication's own data."""
    if not table.has(KEY):
        return None
    table.value(KEY, dict)
    imported = table.table(KEY)
    source = ImportSource(
        file=imported.text("file"),
        checksum=imported.text("sha256", ""),
        format=imported.text("format"),
        date=imported.date("date"),
        version=imported.text("version", ""),
        software=imported.text("software", ""),
    )
    if source.checksum and not is_sha256(source.checksum):
        message = f"'sha256' is no SHA-256 checksum in lower case: {source.checksum!r}"
        imported.fault(f"{message}; 'sha256sum FILE' prints it", "sha256")
    imported.refuse_unknown()
    return source


def import_source_items(source: ImportSource | None) -> dict[str, Any] | None:
    """Return ``source`` as the table ``[imported]`` holds it, without what is empty."""
    if source is None:
        return None
    items = {
        "file": source.file,
        "sha256": source.checksum,
        "format": source.format,
        "date": source.date,
        "version": source.version,
        "software": source.software,
    }
    return {key: value for key, value in items.items() if value}
