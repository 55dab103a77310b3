#!/usr/bin/env bash
# jsonc-parser 3.3.1: removing the last element of an array leaves its last character.
#
# modify(text, path, undefined) is the way to remove what stands at a path. For the last
# element of an array whose bracket follows without white space, the edit ends one
# character too early: [1,2] becomes [12], which is JSON still and says something else.
# The other elements, and arrays with white space before the bracket, are edited rightly.
#
# Guessed: [1]. Seen: [12].
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . jsonc-parser@3.3.1 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const { modify, applyEdits } = require("jsonc-parser");
for (const [text, index] of [["[1,2]", 0], ["[1,2 ]", 1], ["[1,2]", 1], ["[10, 20, 30]", 2], ['["a","b"]', 1]])
  console.log(text, "without", JSON.parse(text)[index] + ":", applyEdits(text, modify(text, [index], undefined, {})));
JS
node example.js > seen
echo "jsonc-parser 3.3.1"
cat seen
diff - seen <<'TEXT'
[1,2] without 1: [2]
[1,2 ] without 2: [1 ]
[1,2] without 2: [12]
[10, 20, 30] without 30: [10, 200]
["a","b"] without b: ["a""]
TEXT
