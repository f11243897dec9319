"""The files of the log about which nothing new can be said in another state of the same programme.

What rules of reach RECORD find in a file of the log rests on the file, on everything but the log, and on the
evidence it names (docs/adr/0018). Where none of that differs, they need not look again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from pairing_cli.load.bind import Bound
from pairing_cli.load.kept import is_log, stands_alone
from pairing_cli.load.programme import Loaded
from pairing_cli.model.gist import Gist
from pairing_cli.model.repository import Repository


def unmoved(
    before: Loaded, after: Loaded, memo: Mapping[tuple[str, bytes], Bound]
) -> frozenset[str]:
    """Those files; ``memo`` holds what both states were read from.

    None, where names are hidden everywhere: a name that comes or goes changes every text.
    """
    if before.veil.names or after.veil.names:
        return frozenset()
    old, new = before.repository, after.repository
    read = defaultdict[str, list[Bound]](list)
    for (path, _), bound in memo.items():
        read[path].append(bound)
    differing = {path for path, found in read.items() if len(found) > 1}
    differing |= set(old.files) ^ set(new.files)
    of_log = (read[path] and all(map(is_log, read[path])) for path in differing)
    if not all(of_log) or old.broken != new.broken:
        return frozenset()
    return frozenset(
        path
        for path, found in read.items()
        if path not in differing and stands_alone(found[0]) and _same_evidence(path, old, new)
    )


def _same_evidence(path: str, old: Repository, new: Repository) -> bool:
    one, other = old.evidence or {}, new.evidence or {}
    used = new.gists_by_file.get(path, Gist()).used
    return all(one.get(each.path) == other.get(each.path) for each in used)
