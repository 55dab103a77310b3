#!/usr/bin/env bash
# json-schema-merge-allof 0.8.1 (npm): of two patterns in "allOf", only texts pass that have both at
# one place, which is nearly none.
#
# The library makes one schema of those in an "allOf", for forms, documentation and readers that have
# no allOf. A pattern of JSON Schema may be met anywhere in a text. Two become one by look-aheads,
# (?=a)(?=b), that both have to hold at the same place: "flow" and "name" then refuse "flow-name". Of
# what a property depends on ("dependencies") the list of the first schema is kept alone. That an
# integer is a number it does not know: in "oneOf" it drops such a pair without a word, and a schema
# for whole numbers or texts takes texts alone. A schema of flows that was merged judges flows
# otherwise, and no error came from the merging.
#
# Guessed: the same answer for each, or an error. Seen: other answers for five of six.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . json-schema-merge-allof@0.8.1 ajv@8.20.0 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const merge = require("json-schema-merge-allof"), Ajv = require("ajv");
const ajv = new Ajv({ strict: false });
for (const [allOf, value] of [
  [[{ pattern: "^flow" }, { pattern: "name$" }], "flow-name"],
  [[{ pattern: "flow" }, { pattern: "name" }], "flow-name"],
  [[{ pattern: "[A-Z]" }, { pattern: "[0-9]" }], "Menu1"],
  [[{ dependencies: { say: ["voice"] } }, { dependencies: { say: ["language"] } }], { say: "Hello", voice: "alice" }],
  [[{ type: ["integer", "string"] }, { type: ["integer", "null"] }], 3],
  [[{ oneOf: [{ type: "number" }, { type: "string" }] }, { oneOf: [{ type: "integer" }, { type: "string" }] }], 3],
]) {
  const merged = merge({ allOf });
  console.log(`${JSON.stringify(allOf)}: ${JSON.stringify(merged)}; ${JSON.stringify(value)} was valid ${ajv.validate({ allOf }, value)}, is ${ajv.validate(merged, value)}`);
}
JS
node example.js > seen
echo "json-schema-merge-allof 0.8.1"
cat seen
diff - seen <<'TEXT'
[{"pattern":"^flow"},{"pattern":"name$"}]: {"pattern":"(?=^flow)(?=name$)"}; "flow-name" was valid true, is false
[{"pattern":"flow"},{"pattern":"name"}]: {"pattern":"(?=flow)(?=name)"}; "flow-name" was valid true, is false
[{"pattern":"[A-Z]"},{"pattern":"[0-9]"}]: {"pattern":"(?=[A-Z])(?=[0-9])"}; "Menu1" was valid true, is false
[{"dependencies":{"say":["voice"]}},{"dependencies":{"say":["language"]}}]: {"dependencies":{"say":["voice"]}}; {"say":"Hello","voice":"alice"} was valid false, is true
[{"type":["integer","string"]},{"type":["integer","null"]}]: {"type":"integer"}; 3 was valid true, is true
[{"oneOf":[{"type":"number"},{"type":"string"}]},{"oneOf":[{"type":"integer"},{"type":"string"}]}]: {"oneOf":[{"type":"string"}]}; 3 was valid true, is false
TEXT
