"""The command line: the only floor that prints, reads the environment and exits.

Floor 6.
"""
