#!/usr/bin/env bash
# speechmarkdown-js 2.1.1 (npm): "open 9 - 12 and 14 - 17" is said as "open 9 12 and 14 17".
#
# The library makes SSML, or plain text, of Speech Markdown, where -word- is said with less
# emphasis, as *word* stands out in Markdown. A mark with blanks around it is none in
# Markdown. Here two hyphens in a line can be a pair with blanks on all sides, or the one in
# e-mail with a dash further on, and both are gone: what is between them is in an emphasis for
# Amazon's voices, and in nothing in plain text. So hours, choices and asides lose what parts
# them, depending on whether there is a second hyphen. A single one stays.
#
# Guessed: the hyphens stay, as in 9-12. Seen: gone where there are two.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . speechmarkdown-js@2.1.1 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const { SpeechMarkdown } = require("speechmarkdown-js");
const speech = new SpeechMarkdown();
for (const text of ["Open 9-12 and 14-17", "Open 9 - 12", "Open 9 - 12 and 14 - 17", "Sales - 1, service - 2", "e-mail us - now"]) {
  console.log(`${text}: ${speech.toText(text)}`);
  console.log(`  ${speech.toSSML(text, { platform: "amazon-polly" }).replaceAll("\n", "")}`);
}
JS
node example.js > seen
echo "speechmarkdown-js 2.1.1"
cat seen
diff - seen <<'TEXT'
Open 9-12 and 14-17: Open 9-12 and 14-17
  <speak>Open 9-12 and 14-17</speak>
Open 9 - 12: Open 9 - 12
  <speak>Open 9 - 12</speak>
Open 9 - 12 and 14 - 17: Open 9 12 and 14 17
  <speak>Open 9 <emphasis level="reduced"> 12 and 14 </emphasis> 17</speak>
Sales - 1, service - 2: Sales 1, service 2
  <speak>Sales <emphasis level="reduced"> 1, service </emphasis> 2</speak>
e-mail us - now: email us now
  <speak>e<emphasis level="reduced">mail us </emphasis> now</speak>
TEXT
