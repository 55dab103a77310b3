#!/usr/bin/env bash
# phone 3.1.72 (npm): an Argentine mobile number becomes somebody's fixed line.
#
# The library brings mobile numbers into E.164. Its README says when it takes a digit away:
# when a number with its country's code fits no country, the digit behind the code may be a
# trunk code, as the 0 of +44 (0)7911…. Argentina's mobile numbers have a 9 there, which
# E.164 keeps, and Liberia's, Tuvalu's and Saint Helena's have a digit more than the
# library's table knows. So the right number goes in, isValid is true, and another number
# comes out: in Argentina the fixed line of the same digits, elsewhere none at all.
# strictDetection, which is off unless asked for, refuses these numbers instead.
# libphonenumber-js judges.
#
# Guessed: the number itself. Seen: one without its first digit.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . phone@3.1.72 libphonenumber-js@1.13.16 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const { phone } = require("phone"), { parsePhoneNumberFromString } = require("libphonenumber-js/max");
const judge = text => {
  const number = parsePhoneNumberFromString(text);
  return number.isValid() ? `${number.number}, ${number.getType()} of ${number.country}` : `${number.number}, no valid number`;
};
for (const text of ["+5511912345678", "+5491123456789", "+231770123456", "+688901234", "+29051234"]) {
  const { isValid, phoneNumber } = phone(text);
  console.log(`${judge(text)}: isValid ${isValid}, and ${judge(phoneNumber)}; strict: ${phone(text, { strictDetection: true }).phoneNumber}`);
}
JS
node example.js > seen
echo "phone 3.1.72, libphonenumber-js 1.13.16"
cat seen
diff - seen <<'TEXT'
+5511912345678, MOBILE of BR: isValid true, and +5511912345678, MOBILE of BR; strict: +5511912345678
+5491123456789, MOBILE of AR: isValid true, and +541123456789, FIXED_LINE of AR; strict: null
+231770123456, MOBILE of LR: isValid true, and +23170123456, no valid number; strict: null
+688901234, MOBILE of TV: isValid true, and +68801234, no valid number; strict: null
+29051234, MOBILE of SH: isValid true, and +2901234, no valid number; strict: null
TEXT
