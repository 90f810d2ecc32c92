"""Text to values: words, sentences, figures, moments, speakers, names.

A language is data (`rules/language/*.toml`); the readers compile from it what they need.

Floor 2.
"""
