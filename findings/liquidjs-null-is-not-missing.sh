#!/usr/bin/env bash
# liquidjs 10.30.1: a variable that is null and one that is missing are both nil, and not
# equal to each other.
#
# Liquid has one empty value, nil. Each of the two compares equal to it; compared with each
# other they are not, since null and undefined of JavaScript shine through. "Has it
# changed since?" with an answer of null before and none now says yes.
#
# Guessed: equal, as in Ruby's engine and osteele/liquid. Seen: not.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . liquidjs@10.30.1 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const { Liquid } = require("liquidjs");
const engine = new Liquid();
for (const condition of ["given == nil", "missing == nil", "given == missing", "missing == other"])
  console.log(condition, engine.parseAndRenderSync("{% if " + condition + " %}yes{% else %}no{% endif %}", { given: null }));
JS
node example.js > seen
echo "liquidjs 10.30.1"
cat seen
diff - seen <<'TEXT'
given == nil yes
missing == nil yes
given == missing no
missing == other yes
TEXT
