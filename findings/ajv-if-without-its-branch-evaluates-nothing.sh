#!/usr/bin/env bash
# ajv 8.20.0: what "if" has looked at is unevaluated unless its own branch is there, too.
#
# A property that a matching if describes is evaluated, whatever follows: in JSON Schema
# 2020-12 unevaluatedProperties heeds all that applies in place, and if does. Ajv counts
# the property when there is a then. With an else alone it forgets it, and the object that
# meets the condition is refused for the very property that the condition asks for; one
# that does not meet it is accepted. A then of {} or true does not help: it must be a schema
# with something in it. Nothing is logged, strict mode does not mind, and three other
# validators take the object.
#
# Guessed: valid every time. Seen: Ajv refuses three.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . ajv@8.20.0 @hyperjump/json-schema@1.18.0 @exodus/schemasafe@1.3.0 @cfworker/json-schema@4.1.6 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import Ajv from "ajv/dist/2020.js";
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import { validator } from "@exodus/schemasafe";
import { Validator } from "@cfworker/json-schema";
const $schema = "https://json-schema.org/draft/2020-12/schema";
const menu = { properties: { menu: { const: true } }, required: ["menu"] }, other = { properties: { next: { type: "string" } } };
let id = 0;
for (const [branches, value] of [
  [{ then: other }, { menu: true }],
  [{ else: other }, { menu: true }],
  [{ else: other }, { next: "bye" }],
  [{ then: {} }, { menu: true }],
  [{ then: true }, { menu: true }],
]) {
  const schema = { type: "object", if: menu, ...branches, unevaluatedProperties: false };
  const ajv = new Ajv({ strict: true }).compile({ $schema, ...schema })(value);
  const url = `https://example.com/${++id}`;
  registerSchema(schema, url, $schema);
  const hyperjump = (await validate(url, value)).valid;
  const schemasafe = validator({ $schema, ...schema }, { mode: "spec" })(value);
  const cfworker = new Validator({ $schema, ...schema }, "2020-12").validate(value).valid;
  console.log(`${JSON.stringify(branches)} and ${JSON.stringify(value)}: ajv ${ajv}, hyperjump ${hyperjump}, schemasafe ${schemasafe}, cfworker ${cfworker}`);
}
JS
node example.mjs > seen 2> log || { cat log; exit 1; }
echo "ajv 8.20.0, @hyperjump/json-schema 1.18.0, @exodus/schemasafe 1.3.0, @cfworker/json-schema 4.1.6"
cat seen
diff - seen <<'TEXT'
{"then":{"properties":{"next":{"type":"string"}}}} and {"menu":true}: ajv true, hyperjump true, schemasafe true, cfworker true
{"else":{"properties":{"next":{"type":"string"}}}} and {"menu":true}: ajv false, hyperjump true, schemasafe true, cfworker true
{"else":{"properties":{"next":{"type":"string"}}}} and {"next":"bye"}: ajv true, hyperjump true, schemasafe true, cfworker true
{"then":{}} and {"menu":true}: ajv false, hyperjump true, schemasafe true, cfworker true
{"then":true} and {"menu":true}: ajv false, hyperjump true, schemasafe true, cfworker true
TEXT
