#!/usr/bin/env bash
# goccy/go-yaml 1.19.2: a tab between two words is lost.
#
# YAML allows tabs between the words of a value that has no quotes, and other readers keep
# them. Here Unmarshal drops them, and Marshal writes a text with a tab without quotes; so
# even what the library itself has written is read back shorter, "1<tab>2" as the number 12.
# Neither direction gives an error. Texts of several lines keep their tabs.
#
# Guessed: Unmarshal gives what Marshal was given. Seen: the same without its tabs.
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
	"fmt"

	"github.com/goccy/go-yaml"
)

func main() {
	for _, value := range []string{"name\tvalue", "1\t2", "name: \tvalue", "a\tb\nc\td"} {
		text, err := yaml.Marshal(map[string]string{"key": value})
		var read map[string]any
		errRead := yaml.Unmarshal(text, &read)
		fmt.Printf("%q is written as %q and read as %#v, errors %v %v\n", value, text, read["key"], err, errRead)
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . yaml@2.9.1 > log || { cat log; exit 1; }
printf 'key: name\tvalue\n' > example.yaml
echo "goccy/go-yaml $(go list -m -f '{{.Version}}' github.com/goccy/go-yaml)"
cat seen
node -e 'console.log("yaml 2.9.1 (npm), for comparison:", JSON.stringify(require("yaml").parse(require("fs").readFileSync("example.yaml", "utf8")).key))' > other
cat other
diff - seen <<'TEXT'
"name\tvalue" is written as "key: name\tvalue\n" and read as "namevalue", errors <nil> <nil>
"1\t2" is written as "key: 1\t2\n" and read as 0xc, errors <nil> <nil>
"name: \tvalue" is written as "key: \"name: \\tvalue\"\n" and read as "name: \tvalue", errors <nil> <nil>
"a\tb\nc\td" is written as "key: |-\n  a\tb\n  c\td\n" and read as "a\tb\nc\td", errors <nil> <nil>
TEXT
grep -q 'name.tvalue' other
