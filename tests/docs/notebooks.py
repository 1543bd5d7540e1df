"""Notebooks of the documentation as tests take them: run, and compared by what they show.

``python -m tests.docs.notebooks`` runs each and writes its outputs anew; review them then.
"""

from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

from tests.conftest import REPOSITORY

NOTEBOOKS = sorted((REPOSITORY / "docs/notebooks").glob("*.ipynb"))
PICTURE = "image/png"


def executed(path: Path) -> nbformat.NotebookNode:
    """Return the notebook at ``path`` with the outputs that it has now."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=600,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
        record_timing=False,
    )
    client.execute()
    return notebook


def shown(notebook: nbformat.NotebookNode) -> list[list[dict[str, Any]]]:
    """Return what each cell of code shows, a picture by its kind alone, without what it warns."""
    cells = (cell for cell in notebook.cells if cell.cell_type == "code")
    return [[_shown(output) for output in cell.outputs if not _is_stderr(output)] for cell in cells]


def _is_stderr(output: nbformat.NotebookNode) -> bool:
    return bool(output.output_type == "stream" and output.name == "stderr")


def _shown(output: nbformat.NotebookNode) -> dict[str, Any]:
    if output.output_type == "stream":
        return {"text": output.text}
    data = dict(output.data)
    return {PICTURE: ...} if PICTURE in data else data


def main() -> None:
    """Run each notebook and write it with its outputs."""
    for path in NOTEBOOKS:
        notebook = executed(path)
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.outputs = [output for output in cell.outputs if not _is_stderr(output)]
        notebook.metadata.pop("language_info", None)  # it names the release of Python
        nbformat.write(notebook, path)


if __name__ == "__main__":
    main()
