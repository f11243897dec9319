#!/usr/bin/env bash
# Say what the change means, in a comment and in the job's summary. Nothing to compare with: nothing to say.
set -uo pipefail
. "$GITHUB_ACTION_PATH/action/common.sh"

[ -n "$PAIRING_BASE" ] || exit 0
comment="${PAIRING_COMMENT:-$RUNNER_TEMP/pairing-comment.md}"
options=(--format markdown --fail-on "$PAIRING_FAIL_ON" --output "$comment")
[ -z "$PAIRING_AS_OF" ] || options+=(--as-of "$PAIRING_AS_OF")

pairing diff "${options[@]}" -- "$PAIRING_BASE" HEAD "$PAIRING_PATH"
status=$?
output status "$status"
if [ "$status" -lt 2 ]; then
  output comment "$comment"
  cat "$comment" >>"$GITHUB_STEP_SUMMARY"
fi
