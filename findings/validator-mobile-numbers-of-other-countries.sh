#!/usr/bin/env bash
# validator 13.15.35 (npm): isMobilePhone knows no mobile number of Namibia, and takes for
# Jamaican what is not.
#
# The locale says for which country a number is judged. For en-NA one digit is missing, so
# every Namibian mobile number is refused, and one that is too short is right. For en-JM the
# country is +876, which no country has, and +1876… is refused; en-GG takes Guernsey's fixed
# lines and refuses its mobiles; fr-BJ wants Benin's numbers without the two digits
# that they have had in front since 2024. libphonenumber gives the first number of each line as its example.
#
# Guessed: true, then false. Seen: the other way round.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . validator@13.15.35 google-libphonenumber@3.2.47 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const { isMobilePhone } = require("validator"), { PhoneNumberUtil, PhoneNumberFormat, PhoneNumberType } = require("google-libphonenumber");
const phone = PhoneNumberUtil.getInstance();
for (const [locale, other] of [["en-KE"], ["en-NA", "+26481123456"], ["en-JM", "+8762101234"], ["en-GG", "+441481123456"], ["fr-BJ", "+22995123456"]]) {
  const example = phone.getExampleNumberForType(locale.slice(3), PhoneNumberType.MOBILE), number = phone.format(example, PhoneNumberFormat.E164);
  console.log(`${locale}: ${number} ${isMobilePhone(number, locale)}` + (other ? `, ${other} ${isMobilePhone(other, locale)}` : ""));
}
JS
node example.js > seen
echo "validator 13.15.35"
cat seen
diff - seen <<'TEXT'
en-KE: +254712123456 true
en-NA: +264811234567 false, +26481123456 true
en-JM: +18762101234 false, +8762101234 true
en-GG: +447781123456 false, +441481123456 true
fr-BJ: +2290195123456 false, +22995123456 true
TEXT
