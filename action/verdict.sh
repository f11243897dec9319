#!/usr/bin/env bash
# Fail when the check or the comparison did; a step that never came to its end has no status, and failed too.
set -uo pipefail

status=0
for each in "${PAIRING_VALIDATE:-2}" "${PAIRING_DIFF:-0}"; do
  [ "$each" -le "$status" ] || status="$each"
done
exit "$status"
