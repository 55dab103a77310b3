#!/usr/bin/env bash
# json-schema-library 11.6.2 (npm): "maximum": 0 allows every number.
#
# The limit is looked at only if it is true in JavaScript's sense, and 0 is not. minimum,
# exclusiveMaximum and the limits of length are right with 0, maximum with any other number
# is, too; in draft 4 it takes "exclusiveMaximum": true along. Compiling the schema does not
# complain, and the error's absence looks like a value that fits. A schema that wants
# "no retries" or a gain of at most 0 dB accepts anything. Ajv refuses it.
#
# Guessed: 1 is refused by each. Seen: json-schema-library takes it where 0 is the maximum.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . json-schema-library@11.6.2 ajv@8.20.0 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import { compileSchema } from "json-schema-library";
import Ajv from "ajv/dist/2020.js";
for (const [schema, value] of [
  [{ type: "number", maximum: 0 }, 1],
  [{ type: "number", maximum: 0 }, 1e9],
  [{ properties: { retries: { maximum: 0 } } }, { retries: 3 }],
  [{ type: "number", maximum: -1 }, 1],
  [{ type: "number", exclusiveMaximum: 0 }, 1],
  [{ type: "number", minimum: 0 }, -1],
  [{ type: "string", maxLength: 0 }, "a"],
]) {
  const $schema = "https://json-schema.org/draft/2020-12/schema";
  const library = compileSchema({ $schema, ...schema }).validate(value).valid;
  const ajv = new Ajv({ strict: false }).validate({ $schema, ...schema }, value);
  console.log(`${JSON.stringify(schema)} and ${JSON.stringify(value)}: json-schema-library ${library}, ajv ${ajv}`);
}
const old = { $schema: "http://json-schema.org/draft-04/schema#", maximum: 0, exclusiveMaximum: true };
console.log(`${JSON.stringify(old)} and 1: json-schema-library ${compileSchema(old).validate(1).valid}`);
JS
node example.mjs > seen
echo "json-schema-library 11.6.2, ajv 8.20.0"
cat seen
diff - seen <<'TEXT'
{"type":"number","maximum":0} and 1: json-schema-library true, ajv false
{"type":"number","maximum":0} and 1000000000: json-schema-library true, ajv false
{"properties":{"retries":{"maximum":0}}} and {"retries":3}: json-schema-library true, ajv false
{"type":"number","maximum":-1} and 1: json-schema-library false, ajv false
{"type":"number","exclusiveMaximum":0} and 1: json-schema-library false, ajv false
{"type":"number","minimum":0} and -1: json-schema-library false, ajv false
{"type":"string","maxLength":0} and "a": json-schema-library false, ajv false
{"$schema":"http://json-schema.org/draft-04/schema#","maximum":0,"exclusiveMaximum":true} and 1: json-schema-library true
TEXT
