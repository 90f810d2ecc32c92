"""Bytes to sources, sources to claims.

Floor 3.  The doors are `read_sources`, `source_from_text`, `plan_inputs` and, in `claims`,
`read_claims`.
"""

from checker.read.sources import plan_inputs, read_sources, source_from_text

__all__ = ["plan_inputs", "read_sources", "source_from_text"]
