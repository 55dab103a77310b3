#!/usr/bin/env bash
# nunjucks 3.2.4 (npm): {{ 3 * 50 // 60 }} is 0, not 2.
#
# // divides and rounds down, as in Jinja and Python, whose templates and operators the library
# follows. There * / // and % bind alike, from left to right, and so do * / and % here. //
# alone is done before them: three calls of 50 minutes are 3 times 50 // 60, nought, and minutes
# that were turned into hours are too few, or Infinity, with no error. With brackets the
# result is right. Jinja itself says 2 and 7.0 where the first and the third line say otherwise.
#
# Guessed: as if brackets stood around the first two. Seen: as if around the last two.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . nunjucks@3.2.4 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const nunjucks = require("nunjucks");
for (const sum of ["3 * 50 // 60", "(3 * 50) // 60", "100 / 7 // 2", "100 / 1 // 2", "3 * 50 / 60", "3 * 50 % 60", "150 // 60 * 3"]) {
  console.log(`${sum}: ${nunjucks.renderString(`{{ ${sum} }}`, {})}`);
}
JS
node example.js > seen
echo "nunjucks 3.2.4"
cat seen
diff - seen <<'TEXT'
3 * 50 // 60: 0
(3 * 50) // 60: 2
100 / 7 // 2: 33.333333333333336
100 / 1 // 2: Infinity
3 * 50 / 60: 2.5
3 * 50 % 60: 30
150 // 60 * 3: 6
TEXT
