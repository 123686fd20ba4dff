"""The files of a run: this month's import file, the review files, and what reproduces them."""

from keycafe_clean.write.folder import Content, WrittenFile, imports_of, run_files, write_imports
from keycafe_clean.write.import_file import file_header, import_files
from keycafe_clean.write.manifest import analyst, decider

__all__ = [
    "Content",
    "WrittenFile",
    "analyst",
    "decider",
    "file_header",
    "import_files",
    "imports_of",
    "run_files",
    "write_imports",
]
