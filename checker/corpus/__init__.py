"""Many claims: vectors, stories, events, pairs and lineage of a whole corpus.

Floor 3.
"""
