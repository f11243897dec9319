"""Repository → counted facts: which records count on a day, in what unit, on time or not.

`quota` and `score` ask here, so a target and a rubric can never count differently.

    View (what exists on the day) → judge (one document) → standing (one activity) → count
"""
