"""Files → `Repository`, with the place of everything. The only room that reads the user's files.

    tree → decode → events → bind → programme (→ answers, evidence: what records name)

A file that cannot be read, a record that does not fit: each becomes a diagnostic, and the rest is
read all the same.
"""
