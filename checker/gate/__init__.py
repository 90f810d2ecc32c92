"""The check in review: what does an edit now contradict, and does it stop the change?

    git ─▶ commit ─┐
    diff ─▶ patches ┴─ before ─▶ a folder with the files as they were
    Report before, Report after ─ compare ─▶ new, resolved, old, elsewhere ─ policy ─▶ exit status

Nothing here checks articles: the command line does that twice, see `checker.cli.diff`.

Floor 4.
"""
