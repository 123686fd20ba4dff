"""Reading: an HR export of any kind as text with provenance, nothing lost and nothing altered."""

from keycafe_clean.read.describe import describe, letters
from keycafe_clean.read.reader import read_export

__all__ = ["describe", "letters", "read_export"]
