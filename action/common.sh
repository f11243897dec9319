# What the steps of action.yml share. Their inputs are variables of the environment, never text of a script.

# The command, in an environment of its own; Windows has it elsewhere.
pairing() {
  local home="$RUNNER_TEMP/pairing-action"
  if [ -x "$home/bin/pairing" ]; then
    "$home/bin/pairing" "$@"
  else
    "$home/Scripts/pairing.exe" "$@"
  fi
}

# Give an output of this step its value, behind an end that nobody can foresee.
output() {
  local end
  end="end-$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
  printf '%s<<%s\n%s\n%s\n' "$1" "$end" "$2" "$end" >>"$GITHUB_OUTPUT"
}
