"""The files of the log about which nothing new can be said in another state of the same programme.

What rules of reach RECORD find in a file of the log rests on the file, on everything but the log, and on the
evidence it names (docs/adr/0018). Where none of that differs, they need not look again.
"""

from __future__ import annotations

from pairing_cli.load.kept import is_log, stands_alone
from pairing_cli.load.programme import Loaded
from pairing_cli.model.gist import Gist
from pairing_cli.model.repository import Repository


def unmoved(before: Loaded, after: Loaded) -> frozenset[str]:
    """Those files, of states that were read with one memo.

    None, where names are hidden everywhere: a name that comes or goes changes every text.
    """
    if before.veil.names or after.veil.names:
        return frozenset()
    old, new = before.repository, after.repository
    held = {
        path: (before.bound.get(path), after.bound.get(path)) for path in {*old.files, *new.files}
    }
    differing = {path: pair for path, pair in held.items() if pair[0] is not pair[1]}
    of_log = (each is None or is_log(each) for pair in differing.values() for each in pair)
    if not all(of_log) or old.broken != new.broken:
        return frozenset()
    return frozenset(
        path
        for path, (found, _) in held.items()
        if found
        and path not in differing
        and stands_alone(found)
        and _same_evidence(path, old, new)
    )


def _same_evidence(path: str, old: Repository, new: Repository) -> bool:
    one, other = old.evidence or {}, new.evidence or {}
    used = new.gists_by_file.get(path, Gist()).used
    return all(one.get(each.path) == other.get(each.path) for each in used)
