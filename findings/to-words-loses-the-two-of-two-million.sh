#!/usr/bin/env bash
# to-words 5.7.0 (npm): two million is "millions" in Italian.
#
# The library says numbers in 135 locales. In Italian one million is un milione and two are
# due milioni. The library says "Milioni" for two and "Miliardi" for two thousand million,
# with no number before them; from three on it is there. What begins with a thousand begins with
# "Mila", which only follows a number (tremila); alone it is mille. An amount that is spoken
# is not an amount any more, and no error comes. n2words says the same numbers rightly.
#
# Guessed: Due Milioni. Seen: Milioni.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . to-words@5.7.0 n2words@4.0.0 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import { ToWords } from "to-words";
import { toCardinal } from "n2words/it-IT";
const words = new ToWords({ localeCode: "it-IT" });
for (const number of [1000, 1001, 2001, 1000000, 2000000, 2000001, 3000000, 2000000000]) console.log(`${number}: ${words.convert(number)} (n2words: ${toCardinal(number)})`);
JS
node example.mjs > seen
echo "to-words 5.7.0 and n2words 4.0.0"
cat seen
diff - seen <<'TEXT'
1000: Mille (n2words: mille)
1001: Mila Uno (n2words: milleuno)
2001: Due Mila Uno (n2words: duemilauno)
1000000: Un Milione (n2words: un milione)
2000000: Milioni (n2words: due milioni)
2000001: Milioni Uno (n2words: due milioni e uno)
3000000: Tre Milioni (n2words: tre milioni)
2000000000: Miliardi (n2words: due miliardi)
TEXT
