#!/usr/bin/env bash
# Install pairing from the action's own checkout, in the versions that its tests ran with.
set -euo pipefail

home="$RUNNER_TEMP/pairing-action"
"$PAIRING_PYTHON" -m venv "$home"
python="$home/bin/python"
[ -x "$python" ] || python="$home/Scripts/python.exe"
"$python" -m pip install --quiet --disable-pip-version-check \
  -c "$GITHUB_ACTION_PATH/constraints.txt" "$GITHUB_ACTION_PATH"
