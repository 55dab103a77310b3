#!/usr/bin/env bash
# nyaruka/phonenumbers 1.8.1: an Argentine mobile number is written without its area code.
#
# The library is a port of Google's libphonenumber, with its metadata, and its README names
# likeness as the only aim. For mobile numbers of Argentina the national form puts the area
# code first, behind a 0, and drops the 9 of the international form. The port puts that 9
# where the area code belongs, so the number that it writes is another one, and Parse does
# not take it back for the same. All other forms, and fixed lines, agree. The numbers are
# the library's own examples.
#
# Guessed: 011 15-2345-6789, as google-libphonenumber (npm) writes. Seen: 09 15-2345-6789.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/nyaruka/phonenumbers v1.8.1
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	phone "github.com/nyaruka/phonenumbers"
)

func main() {
	for _, kind := range []phone.PhoneNumberType{phone.FIXED_LINE, phone.MOBILE} {
		number := phone.GetExampleNumberForType("AR", kind)
		national := phone.Format(number, phone.NATIONAL)
		fmt.Println(phone.Format(number, phone.E164)+",", phone.Format(number, phone.INTERNATIONAL)+",", national)
		again, err := phone.Parse(national, "AR")
		if err != nil {
			panic(err)
		}
		fmt.Println("read again:", phone.Format(again, phone.E164) == phone.Format(number, phone.E164))
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . google-libphonenumber@3.2.47 > log || { cat log; exit 1; }
cat > other.js <<'JS'
const { PhoneNumberUtil, PhoneNumberFormat: form, PhoneNumberType: type } = require("google-libphonenumber");
const phone = PhoneNumberUtil.getInstance();
for (const kind of [type.FIXED_LINE, type.MOBILE]) {
  const number = phone.getExampleNumberForType("AR", kind), national = phone.format(number, form.NATIONAL);
  console.log([form.E164, form.INTERNATIONAL, form.NATIONAL].map(f => phone.format(number, f)).join(", "));
  console.log("read again:", phone.format(phone.parse(national, "AR"), form.E164) === phone.format(number, form.E164));
}
JS
node other.js > other
echo "phonenumbers $(go list -m -f '{{.Version}}' github.com/nyaruka/phonenumbers)"
cat seen
echo "google-libphonenumber 3.2.47, for comparison"
cat other
diff - seen <<'TEXT'
+541123456789, +54 11 2345-6789, 011 2345-6789
read again: true
+5491123456789, +54 9 11 2345-6789, 09 15-2345-6789
read again: false
TEXT
diff - other <<'TEXT'
+541123456789, +54 11 2345-6789, 011 2345-6789
read again: true
+5491123456789, +54 9 11 2345-6789, 011 15-2345-6789
read again: true
TEXT
