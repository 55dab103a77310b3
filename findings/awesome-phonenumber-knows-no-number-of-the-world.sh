#!/usr/bin/env bash
# awesome-phonenumber 7.8.0 (npm): +800 1234 5678 has an "invalid country code", and is of the world.
#
# The package is Google's libphonenumber, compiled beforehand. Beside the countries that has
# numbers that belong to none: the freephone numbers that are the same everywhere (+800), shared
# cost (+808), satellites (+870, +881), networks (+882, +883) and more, under the region 001, which
# is the world. getSupportedCallingCodes names these codes as well. But parsePhoneNumber finds the
# region of such a number and then no country code for the region: the number is invalid and not
# possible, and has no E.164 form, also if the region 001 is given. A form that lets only valid
# numbers through refuses a hotline. google-libphonenumber and libphonenumber-js call all of them
# valid; they are libphonenumber's own examples.
#
# Guessed: valid. Seen: invalid-country-code, of the region 001.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --ignore-scripts --prefix . awesome-phonenumber@7.8.0 google-libphonenumber@3.2.47 libphonenumber-js@1.13.16 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const { getSupportedCallingCodes, parsePhoneNumber } = require("awesome-phonenumber");
const { PhoneNumberFormat, PhoneNumberUtil } = require("google-libphonenumber");
const js = require("libphonenumber-js/max");
const google = PhoneNumberUtil.getInstance();
for (const code of [800, 808, 870, 878, 881, 882, 883, 888, 979]) {
  const example = google.getExampleNumberForNonGeoEntity(code), number = google.format(example, PhoneNumberFormat.E164);
  const { valid, possibility, regionCode, number: forms } = parsePhoneNumber(number);
  const world = parsePhoneNumber(number, { regionCode: "001" }).valid;
  console.log(`${number}: supported ${getSupportedCallingCodes().includes(code)}, valid ${valid}, ${possibility}, region ${regionCode}, E.164 ${forms?.e164}, as of the world ${world}; google-libphonenumber ${google.isValidNumber(example)}, libphonenumber-js ${js.parsePhoneNumber(number).isValid()}`);
}
console.log(`+12015550123: valid ${parsePhoneNumber("+12015550123").valid}`);
JS
node example.js > seen
echo "awesome-phonenumber 7.8.0, google-libphonenumber 3.2.47, libphonenumber-js 1.13.16"
cat seen
diff - seen <<'TEXT'
+80012345678: supported true, valid false, invalid-country-code, region 001, E.164 undefined, as of the world false; google-libphonenumber true, libphonenumber-js true
+80812345678: supported true, valid false, invalid-country-code, region 001, E.164 undefined, as of the world false; google-libphonenumber true, libphonenumber-js true
+870301234567: supported true, valid false, invalid-country-code, region 001, E.164 undefined, as of the world false; google-libphonenumber true, libphonenumber-js true
+878101234567890: supported true, valid false, invalid-country-code, region 001, E.164 undefined, as of the world false; google-libphonenumber true, libphonenumber-js true
+881612345678: supported true, valid false, invalid-country-code, region 001, E.164 undefined, as of the world false; google-libphonenumber true, libphonenumber-js true
+8823421234: supported true, valid false, invalid-country-code, region 001, E.164 undefined, as of the world false; google-libphonenumber true, libphonenumber-js true
+883510012345: supported true, valid false, invalid-country-code, region 001, E.164 undefined, as of the world false; google-libphonenumber true, libphonenumber-js true
+88812345678901: supported true, valid false, invalid-country-code, region 001, E.164 undefined, as of the world false; google-libphonenumber true, libphonenumber-js true
+979123456789: supported true, valid false, invalid-country-code, region 001, E.164 undefined, as of the world false; google-libphonenumber true, libphonenumber-js true
+12015550123: valid true
TEXT
