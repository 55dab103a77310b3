#!/usr/bin/env bash
# liquidjs 10.30.1: the else of a for is skipped when offset or limit leaves nothing.
#
# else is for a loop that has nothing to go over. It runs for an empty list, but not when
# the list has members and offset (or limit: 0) takes them all away: then neither the
# body nor the else is printed, and "no more results" is never said.
#
# Guessed: "none" both times, as Ruby's engine and osteele/liquid print. Seen: nothing.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . liquidjs@10.30.1 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const { Liquid } = require("liquidjs");
const engine = new Liquid();
for (const loop of ["for a in list", "for a in none", "for a in list offset: 3", "for a in list limit: 0"])
  console.log(loop + ":", JSON.stringify(engine.parseAndRenderSync("{% " + loop + " %}{{ a }}{% else %}none{% endfor %}", { list: [1, 2, 3], none: [] })));
JS
node example.js > seen
echo "liquidjs 10.30.1"
cat seen
diff - seen <<'TEXT'
for a in list: "123"
for a in none: "none"
for a in list offset: 3: ""
for a in list limit: 0: ""
TEXT
