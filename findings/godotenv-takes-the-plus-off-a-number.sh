#!/usr/bin/env bash
# godotenv 1.5.1: a phone number that is written and read has lost its plus.
#
# Marshal and Write are for a map of texts, and the README promises a well-formed and
# escaped file of it. A text that Go can read as an integer is written as that integer
# instead, without quotes: +15551234567 loses its plus, which Twilio asks for, 007 its
# zeros, and -0 its sign. Reading gives texts again, so nothing tells that they changed.
# Text with anything else in it, a blank say, is quoted and comes back as it was.
#
# Guessed: Unmarshal gives what Marshal was given. Seen: 15551234567, 7 and 0.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/joho/godotenv v1.5.1
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/joho/godotenv"
)

func main() {
	for _, text := range []string{"+15551234567", "+1 555 123 4567", "007", "-0", "say \"$1\" #2"} {
		file, err := godotenv.Marshal(map[string]string{"TEXT": text})
		if err != nil {
			panic(err)
		}
		read, err := godotenv.Unmarshal(file)
		fmt.Printf("%s is written %s and read %s, error %v\n", text, file, read["TEXT"], err)
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "godotenv $(go list -m -f '{{.Version}}' github.com/joho/godotenv)"
cat seen
diff - seen <<'TEXT'
+15551234567 is written TEXT=15551234567 and read 15551234567, error <nil>
+1 555 123 4567 is written TEXT="+1 555 123 4567" and read +1 555 123 4567, error <nil>
007 is written TEXT=7 and read 7, error <nil>
-0 is written TEXT=0 and read 0, error <nil>
say "$1" #2 is written TEXT="say \"\$1\" #2" and read say "$1" #2, error <nil>
TEXT
