#!/usr/bin/env bash
# just-diff 6.0.2 (npm): its JSON Patch for a member "a/b" changes the member b of a.
#
# The package compares two documents, and has a converter that writes each place as JSON Patch
# asks for it, as text. There / stands between two names and ~ begins an escape, so a name with
# one of them is written with ~1 or ~0. The converter writes both as they are. A change of a
# member whose name is a path, an address or a date goes to another place, where there is one:
# the patch then applies without an error, and what it makes is another document than the second
# of the two. fast-json-patch and rfc6902 write /a~1b.
#
# Guessed: the patch makes the second document. Seen: another, three times.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . just-diff@6.0.2 fast-json-patch@3.1.1 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const { diff, jsonPatchPathConverter } = require("just-diff"), { applyPatch, compare } = require("fast-json-patch");
for (const [before, after] of [
  [{ a: { b: 1 }, "a/b": 1 }, { a: { b: 1 }, "a/b": 2 }],
  [{ "1/2": "noon", 1: {} }, { "1/2": "night", 1: {} }],
  [{ "~1": 1, "/": 1 }, { "~1": 2, "/": 1 }],
]) {
  const patch = diff(before, after, jsonPatchPathConverter);
  const made = applyPatch(structuredClone(before), patch).newDocument;
  const other = applyPatch(structuredClone(before), compare(before, after)).newDocument;
  console.log(`${JSON.stringify(after)} by ${patch[0].path}: ${JSON.stringify(made)}, by ${compare(before, after)[0].path}: ${JSON.stringify(other)}`);
}
JS
node example.js > seen
echo "just-diff 6.0.2 and fast-json-patch 3.1.1"
cat seen
diff - seen <<'TEXT'
{"a":{"b":1},"a/b":2} by /a/b: {"a":{"b":2},"a/b":1}, by /a~1b: {"a":{"b":1},"a/b":2}
{"1":{},"1/2":"night"} by /1/2: {"1":{"2":"night"},"1/2":"noon"}, by /1~12: {"1":{},"1/2":"night"}
{"~1":2,"/":1} by /~1: {"~1":1,"/":2}, by /~01: {"~1":2,"/":1}
TEXT
