#!/usr/bin/env bash
# jsonpath-plus 11.3.0 (npm): of a menu with the keys 1, 2 and *, $.keys.* finds * alone.
#
# In JSONPath .* and [*] stand for all members of an object, and ['*'] for the one of that name.
# The library looks first for a member that is called "*", and takes it for the answer when there
# is one, so one key of a telephone's keypad hides all the others; ..* leaves them out as well.
# The other way round, ['*'] of an object without such a member gives all that it has. No error
# tells either. The README has a backtick for names that mean something, `*, which gives the
# member and so is no help for the wildcard. An issue of 2016 (77) is closed as mended. json-p3
# and jsonpath have both right.
#
# Guessed: all three, the star, nothing. Seen: the star, the star, both.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --ignore-scripts --prefix . jsonpath-plus@11.3.0 json-p3@2.3.1 jsonpath@1.3.0 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const { JSONPath } = require("jsonpath-plus");
const { query } = require("json-p3");
const jsonpath = require("jsonpath");
const show = (...values) => values.map(value => JSON.stringify(value)).join(" | ");
const full = { keys: { 1: "sales", 2: "hours", "*": "again" } }, short = { keys: { 1: "sales", 2: "hours" } };
for (const [json, path] of [[full, "$.keys.*"], [full, "$.keys[*]"], [full, "$.keys['*']"], [short, "$.keys.*"], [short, "$.keys['*']"]]) {
  console.log(`${Object.keys(json.keys).join(" ")}, ${path}: ${show(JSONPath({ path, json }), query(path, json).values(), jsonpath.query(json, path))}`);
}
JS
node example.js > seen
echo "jsonpath-plus 11.3.0 | json-p3 2.3.1 | jsonpath 1.3.0"
cat seen
diff - seen <<'TEXT'
1 2 *, $.keys.*: ["again"] | ["sales","hours","again"] | ["sales","hours","again"]
1 2 *, $.keys[*]: ["again"] | ["sales","hours","again"] | ["sales","hours","again"]
1 2 *, $.keys['*']: ["again"] | ["again"] | ["again"]
1 2, $.keys.*: ["sales","hours"] | ["sales","hours"] | ["sales","hours"]
1 2, $.keys['*']: ["sales","hours"] | [] | []
TEXT
