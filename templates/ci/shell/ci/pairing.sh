#!/bin/sh
# 检查结对帮扶方案，供任何持续集成使用：sh ci/pairing.sh [基准]
# Checks the programmes, for any continuous integration:  sh ci/pairing.sh [BASE]
#
# BASE is the branch or commit that the change is for (default: origin/main). Reports go to pairing-reports/.
# Ends with 0 clean, 1 findings or new errors, 2 could not run. PAIRING names the command, where it is not on the path.
set -u
base="${1:-origin/main}"
pairing="${PAIRING:-pairing}"
reports=pairing-reports
mkdir -p "$reports" || exit 2

"$pairing" validate --fail-on never --quiet --format junit --output "$reports/junit.xml" || exit 2
"$pairing" validate --fail-on never --quiet --format markdown --output "$reports/findings.md" || exit 2

status=0
"$pairing" validate || status=$?
"$pairing" diff --quiet --format markdown --output "$reports/change.md" -- "$base" HEAD
changed=$?
[ "$changed" -le "$status" ] || status=$changed
exit "$status"
