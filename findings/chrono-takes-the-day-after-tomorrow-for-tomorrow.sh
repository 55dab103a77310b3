#!/usr/bin/env bash
# chrono-node 2.10.3 (npm): in French the day after tomorrow is tomorrow, in Swedish it is today.
#
# The library finds dates in texts of many languages, French among those that its README calls
# supported and not only partially so. German, Italian, Russian, Vietnamese and Finnish have
# a word each for the day after tomorrow, and get it right. Of French après-demain the library
# takes the end, which means tomorrow, as of the Spanish and Portuguese words; avant-hier is
# yesterday the same way. The Swedish word it finds whole, and gives noon today. No sign
# tells that a part was left over, so a caller's appointment is booked a day early or two.
#
# Guessed: 6 March, or nothing found. Seen: 5 March, 4 March.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . chrono-node@2.10.3 > log || { cat log; exit 1; }
cat > example.mjs <<'JS'
import * as chrono from "chrono-node";
const day = time => `${time.getDate()} March`, now = new Date(2026, 2, 4, 10);
console.log(`today: ${day(now)}`);
for (const [locale, text] of [["en", "the day after tomorrow"], ["de", "übermorgen"], ["it", "dopodomani"], ["fi", "ylihuomenna"], ["fr", "après-demain"], ["es", "pasado mañana"], ["pt", "depois de amanhã"], ["sv", "i övermorgon"]]) {
  const [found] = chrono[locale].parse(text, now);
  console.log(`${locale}, ${text}: ${day(found.date())}, of "${found.text}"`);
}
JS
node example.mjs > seen
echo "chrono-node 2.10.3"
cat seen
diff - seen <<'TEXT'
today: 4 March
en, the day after tomorrow: 6 March, of "the day after tomorrow"
de, übermorgen: 6 March, of "übermorgen"
it, dopodomani: 6 March, of "dopodomani"
fi, ylihuomenna: 6 March, of "ylihuomenna"
fr, après-demain: 5 March, of "demain"
es, pasado mañana: 5 March, of "mañana"
pt, depois de amanhã: 5 March, of "amanhã"
sv, i övermorgon: 4 March, of "övermorgon"
TEXT
