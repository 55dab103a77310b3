#!/usr/bin/env bash
# n2words 4.0.0 (npm): the 300th is the 100th in Romanian, and the 20th the 21st in Hebrew.
#
# toOrdinal says which one in a row a number is, in 71 languages. Romanian has al trei sutelea
# for the 300th; the library says al sutălea, which is the 100th, for every full hundred up to
# the 900th. In Hebrew every full ten gets "and first" behind it, which makes it the
# next number. The Spanish word for 10^9 begins with "undefined". toCardinal of the same
# numbers is right in all of them. Who tells a caller a place in a queue or a floor this way
# sends them elsewhere.
#
# Guessed: each number has a word of its own. Seen: the two or three of a line share one.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . n2words@4.0.0 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
for (const [locale, ...numbers] of [["en-US", 20, 21, 300], ["ro-RO", 100, 200, 300], ["he-IL", 20, 21], ["he-IL", 30, 31], ["es-ES", 1e9, 2e9]]) {
  const { toOrdinal, toCardinal } = await import("n2words/" + locale);
  for (const to of [toCardinal, toOrdinal]) console.log(`${locale} ${to.name}: ${numbers.map(number => to(number)).join(", ")}`);
}
JS
node example.mjs > seen
echo "n2words 4.0.0"
cat seen
diff - seen <<'TEXT'
en-US toCardinal: twenty, twenty-one, three hundred
en-US toOrdinal: twentieth, twenty-first, three hundredth
ro-RO toCardinal: o sută, două sute, trei sute
ro-RO toOrdinal: al sutălea, al sutălea, al sutălea
he-IL toCardinal: עשרים, עשרים ואחת
he-IL toOrdinal: עשרים וראשון, עשרים וראשון
he-IL toCardinal: שלשים, שלשים ואחת
he-IL toOrdinal: שלשים וראשון, שלשים וראשון
es-ES toCardinal: mil millones, dos mil millones
es-ES toOrdinal: undefinedcentésimo millonésimo, undefinedcentésimo millonésimo
TEXT
