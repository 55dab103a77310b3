#!/usr/bin/env bash
# ajv 8.20.0: "contains" lets everything past "unevaluatedItems": false.
#
# In JSON Schema 2020-12 an item that matches contains is evaluated, and all the others are
# for unevaluatedItems. Ajv, in strict mode as well, takes the whole list for evaluated as
# soon as there is a contains, also one inside of allOf. So "one of them is the trigger, and
# nothing is there that the schema does not know" lets all of it past, and a schema for the
# rest is never asked. Nothing is logged. @hyperjump/json-schema and @exodus/schemasafe
# refuse these lists.
#
# Guessed: the first list alone is valid. Seen: all are, for Ajv.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . ajv@8.20.0 @hyperjump/json-schema@1.18.0 @exodus/schemasafe@1.3.0 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import Ajv from "ajv/dist/2020.js";
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import { validator } from "@exodus/schemasafe";
const $schema = "https://json-schema.org/draft/2020-12/schema";
let id = 0;
for (const [schema, value] of [
  [{ contains: { const: "trigger" }, unevaluatedItems: false }, ["trigger", "trigger"]],
  [{ contains: { const: "trigger" }, unevaluatedItems: false }, ["trigger", "anything"]],
  [{ contains: { const: "trigger" }, unevaluatedItems: { type: "string" } }, ["trigger", 5]],
  [{ allOf: [{ type: "array", contains: { const: "trigger" } }], unevaluatedItems: false }, ["trigger", "anything"]],
]) {
  const whole = { $schema, type: "array", ...schema };
  const ajv = new Ajv({ strict: true }).compile(whole)(value);
  const url = `https://example.com/${++id}`;
  registerSchema(whole, url);
  const hyperjump = (await validate(url, value)).valid;
  const schemasafe = validator(whole, { mode: "spec" })(value);
  console.log(`${JSON.stringify(schema)} and ${JSON.stringify(value)}: ajv ${ajv}, hyperjump ${hyperjump}, schemasafe ${schemasafe}`);
}
JS
node example.mjs > seen
echo "ajv 8.20.0, @hyperjump/json-schema 1.18.0, @exodus/schemasafe 1.3.0"
cat seen
diff - seen <<'TEXT'
{"contains":{"const":"trigger"},"unevaluatedItems":false} and ["trigger","trigger"]: ajv true, hyperjump true, schemasafe true
{"contains":{"const":"trigger"},"unevaluatedItems":false} and ["trigger","anything"]: ajv true, hyperjump false, schemasafe false
{"contains":{"const":"trigger"},"unevaluatedItems":{"type":"string"}} and ["trigger",5]: ajv true, hyperjump false, schemasafe false
{"allOf":[{"type":"array","contains":{"const":"trigger"}}],"unevaluatedItems":false} and ["trigger","anything"]: ajv true, hyperjump false, schemasafe false
TEXT
