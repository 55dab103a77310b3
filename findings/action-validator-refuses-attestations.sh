#!/usr/bin/env bash
# action-validator 0.6.0 (npm): the permission "attestations" makes a whole job wrong.
#
# GitHub has the permission since 2024, and the official attestation action asks for it.
# The validator refuses the workflow and then, since the job matches none of its forms,
# calls runs-on and steps not allowed as well, so the one unknown key is hard to find.
# actionlint accepts the same file.
#
# Guessed: accepted, or one complaint about one key. Seen: refused, runs-on and steps too.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . @action-validator/cli@0.6.0 @action-validator/core@0.6.0 > log || { cat log; exit 1; }
for permission in contents attestations; do
  cat > $permission.yml <<YAML
on: push
jobs:
  example:
    runs-on: ubuntu-latest
    permissions:
      $permission: write
    steps:
      - run: "true"
YAML
  status=0
  node_modules/.bin/action-validator $permission.yml > $permission.log 2>&1 || status=$?
  echo "$permission: status $status, not allowed: $(grep -o "Additional property '[a-z-]*'" $permission.log | sort -u | tr '\n' ' ')"
done > seen
echo "action-validator 0.6.0"
cat seen
grep -q '^contents: status 0' seen
grep -q "^attestations: status 1.*attestations.*runs-on.*steps" seen
