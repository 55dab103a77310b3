#!/usr/bin/env bash
# goccy/go-yaml 1.19.2: a million is a text after it was written and read.
#
# Marshal writes a float64 of a million as 1e+06, which is a number in YAML 1.2. Unmarshal
# takes an exponent for one only after a dot, so into an any it gives the text "1e+06";
# into a float64 field it gives the number. Numbers that came from JSON are float64, so
# JSON that passes through YAML has texts in it afterwards; YAMLToJSON does the same.
#
# Guessed: the number. Seen: "1e+06".
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/goccy/go-yaml v1.19.2
MOD
cat > main.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
)

func main() {
	for _, number := range []string{"100000", "1000000", "1500000"} {
		var value, read any
		err := json.Unmarshal([]byte(number), &value)
		text, errWrite := yaml.Marshal(value)
		errRead := yaml.Unmarshal(text, &read)
		var field float64
		errField := yaml.Unmarshal(text, &field)
		back, errJSON := yaml.YAMLToJSON(text)
		fmt.Printf("%s is written as %s, read as a %T, as a field %v, as JSON %s, errors %v %v %v %v %v\n", number,
			strings.TrimSpace(string(text)), read, field, strings.TrimSpace(string(back)), err, errWrite, errRead, errField, errJSON)
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . yaml@2.9.1 > log || { cat log; exit 1; }
echo "goccy/go-yaml $(go list -m -f '{{.Version}}' github.com/goccy/go-yaml)"
cat seen
node -e 'console.log("yaml 2.9.1 (npm), for comparison: 1e+06 is a", typeof require("yaml").parse("1e+06"))' > other
cat other
diff - seen <<'TEXT'
100000 is written as 100000.0, read as a float64, as a field 100000, as JSON 100000.0, errors <nil> <nil> <nil> <nil> <nil>
1000000 is written as 1e+06, read as a string, as a field 1e+06, as JSON "1e+06", errors <nil> <nil> <nil> <nil> <nil>
1500000 is written as 1.5e+06, read as a float64, as a field 1.5e+06, as JSON 1.5e+06, errors <nil> <nil> <nil> <nil> <nil>
TEXT
grep -q 'is a number$' other
