#!/usr/bin/env bash
# Check everything: annotations, the job's summary, and SARIF where it is wanted. The last step says whether it failed.
set -uo pipefail
. "$GITHUB_ACTION_PATH/action/common.sh"

options=(--fail-on "$PAIRING_FAIL_ON")
[ -z "$PAIRING_AS_OF" ] || options+=(--as-of "$PAIRING_AS_OF")

pairing validate --format github "${options[@]}" -- "$PAIRING_PATH"
status=$?
if [ -n "$PAIRING_SARIF" ] && [ "$status" -lt 2 ]; then
  pairing validate --format sarif --output "$PAIRING_SARIF" "${options[@]}" -- "$PAIRING_PATH"
  [ $? -lt 2 ] || status=2
fi
output status "$status"
