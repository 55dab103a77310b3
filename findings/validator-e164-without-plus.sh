#!/usr/bin/env bash
# go-playground/validator 10.30.6: e164 takes a number without its plus and refuses Niue.
#
# The tag is documented as a valid E.164 phone number, with an example that has a plus. The
# plus is optional to it, so the digits alone pass, though Twilio asks for it. And it wants
# eight digits at least, which E.164 does not: numbers of seven, the fixed lines of Niue
# (+683) among them, are refused. Zod's e164 judges both the other way, and libphonenumber
# gives such a number as its example of Niue.
#
# Guessed: the first and the last. Seen: the first two.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/go-playground/validator/v10 v10.30.6
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/go-playground/validator/v10"
)

func main() {
	for _, number := range []string{"+15551234567", "15551234567", "+6837012"} {
		fmt.Println(number, validator.New().Var(number, "e164") == nil)
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . zod@4.6.7 google-libphonenumber@3.2.47 > log || { cat log; exit 1; }
cat > other.js <<'JS'
const { z } = require("zod");
const phone = require("google-libphonenumber").PhoneNumberUtil.getInstance();
for (const number of ["+15551234567", "15551234567", "+6837012"]) console.log(number, z.e164().safeParse(number).success);
const example = phone.getExampleNumber("NU");
console.log("of Niue:", "+" + example.getCountryCode() + example.getNationalNumber(), phone.isValidNumber(example));
JS
node other.js > other
echo "validator $(go list -m -f '{{.Version}}' github.com/go-playground/validator/v10)"
cat seen
echo "zod 4.6.7 and google-libphonenumber 3.2.47, for comparison"
cat other
diff - seen <<'TEXT'
+15551234567 true
15551234567 true
+6837012 false
TEXT
diff - other <<'TEXT'
+15551234567 true
15551234567 false
+6837012 true
of Niue: +6837012 true
TEXT
