#!/usr/bin/env bash
# mustache 4.2.0: {{name | filter}} is a look-up of a member called "name | filter".
#
# Mustache has no filters. One would expect the tag to be refused, as Handlebars does,
# or the bar and what follows to be left alone. The whole text between the braces is
# taken as a dotted name instead, which no data has, so the tag becomes nothing, without
# an error and even where name has a value; data with a member of that odd name fills it.
# Liquid in a file that goes through mustache (a flow that is a template, say) loses every
# output with a filter, and the others are filled at deployment.
#
# Guessed: an error, or the text unchanged. Seen: nothing, or the odd member.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . mustache@4.2.0 handlebars@4.7.8 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const mustache = require("mustache"), handlebars = require("handlebars");
const template = "Dear {{person.name | upcase}}!";
for (const data of [{ person: { name: "Ann" } }, { person: { "name | upcase": "odd" } }])
  console.log("mustache:", JSON.stringify(mustache.render(template, data)));
try {
  console.log("handlebars:", JSON.stringify(handlebars.compile(template)({})));
} catch (error) {
  console.log("handlebars: refused");
}
JS
node example.js > seen
echo "mustache 4.2.0 and Handlebars 4.7.8"
cat seen
diff - seen <<'TEXT'
mustache: "Dear !"
mustache: "Dear odd!"
handlebars: refused
TEXT
