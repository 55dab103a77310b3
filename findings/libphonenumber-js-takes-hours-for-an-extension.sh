#!/usr/bin/env bash
# libphonenumber-js 1.13.16: in "call 213-373-4253, 24 hours a day" the number has extension 24.
#
# findPhoneNumbersInText finds the phone numbers in what people wrote. A comma is a pause where
# numbers are dialled, and the digits behind it an extension; the function takes it so in a
# sentence, too, with a blank behind it and words behind the digits. Opening hours, a key of a
# menu, a street number and a postal code become extensions, in the tel: address as well, and
# a program that calls such a number sends their digits when it is picked up. A semicolon does
# the same; a full stop, a hyphen or brackets do not.
#
# Guessed: an extension for "ext. 5" alone. Seen: for five of seven.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . libphonenumber-js@1.13.16 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const { findPhoneNumbersInText } = require("libphonenumber-js");
for (const rest of [" ext. 5", ", 24 hours a day", ", 9 to 5", ", 1 for sales", ", 100 Main Street", " (24 hours)", ". 24 hours"]) {
  const text = "Call 213-373-4253" + rest;
  console.log(`${text}: ${findPhoneNumbersInText(text, "US").map(found => found.number.getURI())}`);
}
JS
node example.js > seen
echo "libphonenumber-js 1.13.16"
cat seen
diff - seen <<'TEXT'
Call 213-373-4253 ext. 5: tel:+12133734253;ext=5
Call 213-373-4253, 24 hours a day: tel:+12133734253;ext=24
Call 213-373-4253, 9 to 5: tel:+12133734253;ext=9
Call 213-373-4253, 1 for sales: tel:+12133734253;ext=1
Call 213-373-4253, 100 Main Street: tel:+12133734253;ext=100
Call 213-373-4253 (24 hours): tel:+12133734253
Call 213-373-4253. 24 hours: tel:+12133734253
TEXT
