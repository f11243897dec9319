"""Why the system did not let a file be read or written, in words of the catalogue."""

from __future__ import annotations

import errno

from pairing_cli.model.diagnostics import Value, say

_WHY = {
    errno.ENOENT: "missing",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "read-only",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EISDIR: "folder",
    errno.ENOTDIR: "no-folder",
    errno.EBUSY: "busy",
    errno.ENAMETOOLONG: "long",
    errno.EMFILE: "many",
    errno.ENFILE: "many",
    errno.ELOOP: "link",
}


def why(error: OSError) -> Value:
    """What stood in the way; in the system's own words where the catalogue has none."""
    key = _WHY.get(error.errno or 0)
    return say(f"system.{key}") if key else error.strerror or type(error).__name__
