"""Weigh what the comparers say: rules, levels, support, suppressions, baseline.

Floor 4.
"""
