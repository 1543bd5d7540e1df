"""A foreign package to what a publication's folder can hold, ready to be edited and checked.

Imported IRIs and UUIDs are kept. What the folder requires and the source does not give is filled
in, and reported; what the folder cannot hold as it stands is changed, and reported.
"""

from crosswalk_rdf.project.importing.import_context import ImportContext
from crosswalk_rdf.project.importing.package_import import ImportedPackage, import_package

__all__ = ["ImportContext", "ImportedPackage", "import_package"]
