#!/usr/bin/env bash
# words-to-numbers 1.5.1 (npm): "two hundred fifty thousand" is 50200.
#
# The library turns numbers that are written in words into digits, as what speech
# recognition gives. In English the words before "thousand" are one number and all of it is
# multiplied. Here only the word next to it is, so sixty-four thousand is 4060, and the
# hundreds before an odd number of thousands are plain hundreds. Round thousands, and
# everything below twenty thousand, are right. The answer is a number, without an error, so
# what a caller says is booked as another amount. @insomnia-dev/words-to-numbers, which goes
# on with the library, does the same. number-to-words wrote the words.
#
# Guessed: the number that the words were made from. Seen: for five of nine.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . words-to-numbers@1.5.1 @insomnia-dev/words-to-numbers@2.2.0 number-to-words@1.2.4 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const { toWords } = require("number-to-words");
const libraries = [require("words-to-numbers"), require("@insomnia-dev/words-to-numbers")];
for (const number of [64, 2026, 12000, 20000, 21000, 64000, 101000, 250000, 300000]) {
  const words = toWords(number).replaceAll(",", "");
  console.log(`${words}: ${libraries.map(library => library.wordsToNumbers(words)).join(", ")}`);
}
JS
node example.js > seen
echo "words-to-numbers 1.5.1, @insomnia-dev/words-to-numbers 2.2.0"
cat seen
diff - seen <<'TEXT'
sixty-four: 64, 64
two thousand twenty-six: 2026, 2026
twelve thousand: 12000, 12000
twenty thousand: 20000, 20000
twenty-one thousand: 1020, 1020
sixty-four thousand: 4060, 4060
one hundred one thousand: 1100, 1100
two hundred fifty thousand: 50200, 50200
three hundred thousand: 300000, 300000
TEXT
