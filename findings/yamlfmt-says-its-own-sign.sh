#!/usr/bin/env bash
# google/yamlfmt 0.21.0: with retain_line_breaks a text says "#magic___^_^___line".
#
# The formatter drops empty lines, and has the option retain_line_breaks to keep them. With it each
# empty line is a comment of its own sign while the file is read and written. Inside of a text
# that is no comment but a part of the text. A folded text (>) of two paragraphs and one in
# double quotes are one line with the sign in it afterwards; a text that keeps the breaks at its
# end (|+) has lost one; one without quotes is refused, though it is YAML. Without the option all
# four come back as they were. What a caller is told, in a test or a flow that is kept as
# YAML, is often of the first kind. The option scan_folded_as_literal helps that one alone.
#
# Guessed: the texts that were read. Seen: three others, and an error.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require (
	github.com/google/yamlfmt v0.21.0
	go.yaml.in/yaml/v3 v3.0.4
)
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/google/yamlfmt/formatters/basic"
	"go.yaml.in/yaml/v3"
)

func read(text []byte) string {
	value := map[string]string{}
	if err := yaml.Unmarshal(text, &value); err != nil {
		return err.Error()
	}
	return fmt.Sprintf("%q", value["say"])
}

func main() {
	for _, text := range []string{"say: >\n  Hello.\n\n  Press 1.\n", "say: \"Hello.\n\n  Press 1.\"\n", "say: |+\n  Hello.\n\nnext: menu\n", "say: Hello.\n\n  Press 1.\n"} {
		fmt.Println(read([]byte(text)))
		for _, retain := range []bool{false, true} {
			formatter, err := (&basic.BasicFormatterFactory{}).NewFormatter(map[string]any{"retain_line_breaks": retain})
			if err != nil {
				panic(err)
			}
			formatted, err := formatter.Format([]byte(text))
			fmt.Println("  retain", retain, err, read(formatted))
		}
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "yamlfmt $(go list -m -f '{{.Version}}' github.com/google/yamlfmt)"
cat seen
diff - seen <<'TEXT'
"Hello.\nPress 1.\n"
  retain false <nil> "Hello.\nPress 1.\n"
  retain true <nil> "Hello. #magic___^_^___line Press 1.\n"
"Hello.\nPress 1."
  retain false <nil> "Hello.\nPress 1."
  retain true <nil> "Hello. #magic___^_^___line Press 1."
"Hello.\n\n"
  retain false <nil> "Hello.\n\n"
  retain true <nil> "Hello.\n"
"Hello.\nPress 1."
  retain false <nil> "Hello.\nPress 1."
  retain true yaml: line 2: did not find expected key ""
TEXT
