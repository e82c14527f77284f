"""Files, folders and standard input, read as documents."""

from tui.core.reading.decode import ReadingError
from tui.core.reading.options import ReadingOptions
from tui.core.reading.sources import Problem, read_documents, read_file

__all__ = ["Problem", "ReadingError", "ReadingOptions", "read_documents", "read_file"]
