#!/usr/bin/env bash
# jsonrepair 3.15.0 (npm): valid JSON is "repaired" into other JSON.
#
# The library is for JSON that is broken, and its README lists what it mends; a file that is
# sound should come out as it went in. The last text of a list that has an opening bracket
# and no closing one is cut there, and the rest becomes a list of its own, with no error:
# a bracket behind a text is taken for a quote that was forgotten. So a step that mends what
# people or models wrote changes a widget's keywords or regular expressions where nothing
# was wrong. {"tag":"</{"} is refused outright, though it is JSON.
#
# Guessed: each text comes back as it was. Seen: four lists are others, one object refused.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . jsonrepair@3.15.0 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const { jsonrepair } = require("jsonrepair");
for (const value of [["yes", "no ["], ["no [", "yes"], ["press [1"], ["press [1]"], ["[^"], { keywords: ["oui [fr"] }, { say: "oui [fr" }, { tag: "</{" }]) {
  const text = JSON.stringify(value);
  let mended;
  try {
    mended = jsonrepair(text);
    mended = mended === text ? "as it was" : mended + (JSON.stringify(JSON.parse(mended)) === text ? ", the same value" : ", another value");
  } catch {
    mended = "refused";
  }
  console.log(`${text}: ${mended}`);
}
JS
node example.js > seen
echo "jsonrepair 3.15.0"
cat seen
diff - seen <<'TEXT'
["yes","no ["]: ["yes","no", [""]], another value
["no [","yes"]: as it was
["press [1"]: ["press", ["1"]], another value
["press [1]"]: as it was
["[^"]: ["",["^"]], another value
{"keywords":["oui [fr"]}: {"keywords":["oui", ["fr"]]}, another value
{"say":"oui [fr"}: as it was
{"tag":"</{"}: refused
TEXT
