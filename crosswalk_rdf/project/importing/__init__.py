"""Adapt an imported package to the requirements of a publication's folder.

Imported IRIs and UUIDs are kept. Required values that the source lacks are filled in, values that
the folder cannot represent are changed, and both are reported.
"""

from crosswalk_rdf.project.importing.import_context import ImportContext
from crosswalk_rdf.project.importing.own_iris import with_own_iris
from crosswalk_rdf.project.importing.package_import import ImportedPackage, import_package

__all__ = ["ImportContext", "ImportedPackage", "import_package", "with_own_iris"]
