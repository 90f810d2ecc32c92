"""What does the first text say of the thing to which the second gives a value?

Two articles may speak of two events, and each comparison has to show first that they do not.
Where it is told that both texts are of one event (`check pairs`), the question is a smaller one:
for a date, a count, a doer or a place of the second text, which is its counterpart in the first,
said of the same deed or the same thing?  A counterpart that excludes it is a conflict; where there
is none, the first text says nothing of it, and so do we.

Floor 3 (compare).
"""
