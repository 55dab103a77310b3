#!/usr/bin/env bash
# SARIF Multitool 5.7.0: `validate` ends with 0 when it has found errors.
#
# The log below is valid JSON and valid by the schema, but a result names neither its
# rule nor a list of rules that its index could point into: SARIF1009 and SARIF1010, at
# the level error. The validator prints both and says "Analysis completed
# successfully"; its exit status is 0, so a CI step that only runs it never fails.
# What it printed, or the log of --output, must be read.
#
# Guessed: a validator that reports errors ends with another status than 0, as
# compilers and linters do. Seen: 0.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
[ "$(uname -sm)" = "Linux x86_64" ] || { echo "skipped: this package is built for Linux on x86-64"; exit 0; }

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . @microsoft/sarif-multitool-linux@5.7.0 > log || { cat log; exit 1; }
multitool=node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
chmod +x "$multitool"
cat > example.sarif <<'JSON'
{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
 "runs": [{"tool": {"driver": {"name": "example"}}, "results": [{"message": {"text": "A result."}, "ruleIndex": 5}]}]}
JSON
status=0
DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 "$multitool" validate example.sarif > seen || status=$?
echo "SARIF Multitool 5.7.0"
grep -o 'error SARIF[0-9]*' seen
echo "exit status $status"
grep -q 'error SARIF1009' seen
grep -q 'error SARIF1010' seen
[ "$status" = 0 ]
