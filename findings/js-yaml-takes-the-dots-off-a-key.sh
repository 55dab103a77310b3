#!/usr/bin/env bash
# js-yaml 5.5.0 (npm): what it wrote with the key "... more", it reads as "more".
#
# dump puts a text into quotes where YAML would read something else. At the head of a line three
# dots end a document and three hyphens begin one. A key of the outermost object that begins so,
# with a blank behind it, is written without quotes. As the first key it has lost its dots when the
# file is read, with no error; behind another one, and with hyphens, the file is refused: there
# is a second document in it. Keys further in and texts in lists are not at the head of a
# line, and come back. The package yaml writes the keys in quotes.
#
# Guessed: what was dumped. Seen: another key, and errors.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . js-yaml@5.5.0 yaml@2.9.1 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const yaml = require("js-yaml"), other = require("yaml");
const read = (load, text) => { try { return JSON.stringify(load(text)); } catch (error) { return error.message.split("\n")[0]; } };
for (const value of [{ "... more": "menu" }, { yes: "menu", "... more": "hours" }, { "--- or": "menu" }, { choice: { "... more": "menu" } }]) {
  console.log(JSON.stringify(value), "js-yaml:", read(yaml.load, yaml.dump(value)), "yaml:", read(other.parse, other.stringify(value)));
}
JS
node example.js > seen
echo "js-yaml 5.5.0 and yaml 2.9.1"
cat seen
diff - seen <<'TEXT'
{"... more":"menu"} js-yaml: {"more":"menu"} yaml: {"... more":"menu"}
{"yes":"menu","... more":"hours"} js-yaml: end of the stream or a document separator is expected (2:5) yaml: {"yes":"menu","... more":"hours"}
{"--- or":"menu"} js-yaml: end of the stream or a document separator is expected (1:7) yaml: {"--- or":"menu"}
{"choice":{"... more":"menu"}} js-yaml: {"choice":{"... more":"menu"}} yaml: {"choice":{"... more":"menu"}}
TEXT
