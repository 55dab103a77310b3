#!/usr/bin/env bash
# node-sarif-builder 4.1.0 (npm): a result at line 3, column 7 ends at column 1.
#
# The builder makes SARIF logs for linters. By its README a result's
# start and end, line and column, may each be given or not. In SARIF a region without a column
# is its whole lines, and one without an end is on one line, to its end. Here the end becomes
# column 1 of the line instead, so what has a column ends before it begins, which SARIF does not
# allow and the validator of its authors calls an error; a whole line becomes the empty place in
# front of it, and of lines 3 to 5 the last is left out. Viewers mark nothing, or another place.
#
# Guessed: what was not given is absent. Seen: "endColumn":1, and SARIF1007 by the validator.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . node-sarif-builder@4.1.0 @microsoft/sarif-multitool-linux@5.7.0 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const { SarifBuilder, SarifRunBuilder, SarifResultBuilder, SarifRuleBuilder } = require("node-sarif-builder");
const run = new SarifRunBuilder().initSimple({ toolDriverName: "Example", toolDriverVersion: "1.0.0" });
run.addRule(new SarifRuleBuilder().initSimple({ ruleId: "no-hours", shortDescriptionText: "Hours are missing." }));
for (const place of [{ startLine: 3, startColumn: 7 }, { startLine: 3 }, { startLine: 3, endLine: 5 }, { startLine: 3, startColumn: 7, endLine: 3, endColumn: 12 }]) {
  const result = new SarifResultBuilder().initSimple({ level: "error", messageText: "Hours are missing.", ruleId: "no-hours", fileUri: "flow.json", ...place });
  run.addResult(result);
  console.log(`${JSON.stringify(place)}: ${JSON.stringify(result.result.locations[0].physicalLocation.region)}`);
}
const builder = new SarifBuilder();
builder.addRun(run);
builder.generateSarifFileSync("example.sarif");
JS
node example.js > seen
multitool=node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
chmod +x "$multitool"
DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 "$multitool" validate example.sarif | grep -o 'error SARIF.*' >> seen
echo "node-sarif-builder 4.1.0, SARIF Multitool 5.7.0"
cat seen
head -4 seen | diff - <(cat <<'TEXT'
{"startLine":3,"startColumn":7}: {"startLine":3,"startColumn":7,"endLine":3,"endColumn":1}
{"startLine":3}: {"startLine":3,"startColumn":1,"endLine":3,"endColumn":1}
{"startLine":3,"endLine":5}: {"startLine":3,"startColumn":1,"endLine":5,"endColumn":1}
{"startLine":3,"startColumn":7,"endLine":3,"endColumn":12}: {"startLine":3,"startColumn":7,"endLine":3,"endColumn":12}
TEXT
)
[ "$(grep -c '^error SARIF1007: runs\[0\].results\[0\]' seen)" = 1 ]
[ "$(grep -c '^error' seen)" = 1 ]
