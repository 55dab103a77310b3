#!/usr/bin/env bash
# json-diff-ts 4.10.4 (npm): two elements that were removed are one, once the change was flat.
#
# diff gives a tree of changes. atomizeChangeset makes a flat list of it, with a JSONPath for each,
# to be stored or picked from, and unatomizeChangeset makes a tree of that list again. In the first
# tree a list's removals stand together and are applied from its end to its beginning. In the
# second each stands alone, and they are applied in their order, so that each moves the elements
# behind it away from the next: of several in a row every other one is left. There is no error.
# One removal is right, and so are several where the elements have a key.
#
# Guessed: the same both ways. Seen: "stars" and "hash" are removed, and "hash" is still there.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . json-diff-ts@4.10.4 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import { applyChangeset, atomizeChangeset, diff, unatomizeChangeset } from "json-diff-ts";
const names = (...list) => list.map(name => ({ name }));
for (const [before, after, options] of [
  [["one", "two", "stars"], ["one", "two"]],
  [["one", "two", "stars", "hash"], ["one", "two"]],
  [["one", "two", "stars", "hash"], []],
  [names("one", "two", "stars", "hash"), names("one", "two")],
  [names("one", "two", "stars", "hash"), names("one", "two"), { embeddedObjKeys: { keys: "name" } }],
]) {
  const changes = () => diff({ keys: before }, { keys: after }, options);
  const flat = atomizeChangeset(changes());
  const show = tree => applyChangeset({ keys: structuredClone(before) }, tree).keys.map(key => key.name ?? key).join(" ") || "nothing";
  console.log(`${flat.map(change => change.path).join(" ")}: ${show(changes())}; by way of the flat form: ${show(unatomizeChangeset(flat))}`);
}
JS
node example.mjs > seen
echo "json-diff-ts 4.10.4"
cat seen
diff - seen <<'TEXT'
$.keys[2]: one two; by way of the flat form: one two
$.keys[2] $.keys[3]: one two; by way of the flat form: one two hash
$.keys[0] $.keys[1] $.keys[2] $.keys[3]: nothing; by way of the flat form: two hash
$.keys[2] $.keys[3]: one two; by way of the flat form: one two hash
$.keys[?(@.name=='stars')] $.keys[?(@.name=='hash')]: one two; by way of the flat form: one two
TEXT
