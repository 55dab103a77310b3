#!/usr/bin/env bash
# SARIF Multitool 5.7.0: `query "Level == Error"` misses errors whose level is the rule's.
#
# SARIF lets a result leave its level out: it then has its rule's default level, and
# "warning" only if the rule has none. For RuleId the query does look at the rule that a
# result points to; for Level it takes "warning" for whatever is absent. So a log with
# an error and a note by their rules holds no error, no note and two warnings, and a
# check that counts errors this way lets all of them pass.
#
# Guessed: 1 error, 1 note, 0 warnings. Seen: 0, 0, 2.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
[ "$(uname -sm)" = "Linux x86_64" ] || { echo "skipped: this package is built for Linux on x86-64"; exit 0; }

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . @microsoft/sarif-multitool-linux@5.7.0 > log || { cat log; exit 1; }
multitool=node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
chmod +x "$multitool"
cat > example.sarif <<'JSON'
{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{
  "tool": {"driver": {"name": "example", "rules": [
    {"id": "grave", "defaultConfiguration": {"level": "error"}},
    {"id": "slight", "defaultConfiguration": {"level": "note"}}]}},
  "results": [
    {"ruleIndex": 0, "message": {"text": "An error."}},
    {"ruleIndex": 1, "message": {"text": "A note."}}]}]}
JSON
for query in "RuleId == grave" "Level == Error" "Level == Note" "Level == Warning"; do
  DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 "$multitool" query example.sarif --expression "$query" > log
  echo "$query: $(grep -o '[0-9]* of 2' log)"
done > seen
echo "SARIF Multitool 5.7.0"
cat seen
diff - seen <<'TEXT'
RuleId == grave: 1 of 2
Level == Error: 0 of 2
Level == Note: 0 of 2
Level == Warning: 2 of 2
TEXT
