"""Files become reports: last year's text, a department's paper. `import_file` is the door."""

from importers.importing import IMPORTERS, Imported, Importer, import_file

__all__ = ["IMPORTERS", "Imported", "Importer", "import_file"]
