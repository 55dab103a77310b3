#!/usr/bin/env bash
# jsondiffpatch 0.7.7: undoing a change leaves it where it was, or undoes it in a neighbour.
#
# The README has unpatch for going back to the original by a delta, and objectHash for lists
# whose members have names, as widgets have. patch is right; unpatch is for one or two
# members that were put before a changed one. From three on it takes the new ones away, but
# the changed one stays as it is, with a null behind it. Where two members moved before the
# changed one, a neighbour gets its old value. Neither gives an error.
#
# Guessed: the first list every time. Seen: twice of four.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . jsondiffpatch@0.7.7 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import { create } from "jsondiffpatch";
const differ = create({ objectHash: widget => widget.name });
const list = (names, next) => names.split(" ").map(name => name === "say" ? { name, next } : { name });
for (const [before, after] of [["say", "a b say"], ["say", "a b c say"], ["say a b", "b a say"], ["a b c say", "say"]]) {
  const old = list(before, "bye"), changed = list(after, "menu");
  const delta = differ.diff(old, changed);
  const there = JSON.stringify(differ.patch(structuredClone(old), structuredClone(delta))) === JSON.stringify(changed);
  const back = JSON.stringify(differ.unpatch(structuredClone(changed), structuredClone(delta)));
  console.log(`${before} -> ${after}: patch ${there ? "right" : "wrong"}, unpatch ${back === JSON.stringify(old) ? "right" : back}`);
}
JS
node example.mjs > seen
echo "jsondiffpatch 0.7.7"
cat seen
diff - seen <<'TEXT'
say -> a b say: patch right, unpatch right
say -> a b c say: patch right, unpatch [{"name":"say","next":"menu"},null]
say a b -> b a say: patch right, unpatch [{"name":"say","next":"menu"},{"name":"a","next":"bye"},{"name":"b"}]
a b c say -> say: patch right, unpatch right
TEXT
