#!/usr/bin/env bash
# sms-length 0.2.2 (npm): a text of three segments is counted as two.
#
# A long text goes out in segments of 153 places of GSM-7 or 67 of UTF-16. A euro sign or a
# bracket takes two places, an emoji two as well, and the two stay together: where only one
# place is left, the next segment begins. The library divides the number of places, as if
# a sign could be cut, and says that 0 remain. split-sms, which makes the segments, and
# Twilio's sms-segments-calculator count three.
#
# Guessed: 3 every time. Seen: 2.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . sms-length@0.2.2 split-sms@0.1.7 sms-segments-calculator@1.3.0 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const { count } = require("sms-length"), { split } = require("split-sms"), { SegmentedMessage } = require("sms-segments-calculator");
for (const [name, text] of Object.entries({
  "306 letters": "a".repeat(306),
  "304 letters, a euro sign within": "a".repeat(152) + "€" + "b".repeat(152),
  "153 euro signs": "€".repeat(153),
  "67 emoji": "😀".repeat(67),
})) {
  const { messages, remaining } = count(text);
  console.log(`${name}: sms-length ${messages} (${remaining} remain), split-sms ${split(text).parts.length}, Twilio's ${new SegmentedMessage(text).segmentsCount}`);
}
JS
node example.js > seen
echo "sms-length 0.2.2, split-sms 0.1.7, sms-segments-calculator 1.3.0"
cat seen
diff - seen <<'TEXT'
306 letters: sms-length 2 (0 remain), split-sms 2, Twilio's 2
304 letters, a euro sign within: sms-length 2 (0 remain), split-sms 3, Twilio's 3
153 euro signs: sms-length 2 (0 remain), split-sms 3, Twilio's 3
67 emoji: sms-length 2 (0 remain), split-sms 3, Twilio's 3
TEXT
