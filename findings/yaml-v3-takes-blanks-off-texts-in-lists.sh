#!/usr/bin/env bash
# go.yaml.in/yaml/v3 3.0.6 (as gopkg.in/yaml.v3): a text in a list loses its first blanks.
#
# A text with a line break is written as a block (|); if it begins with a blank, the block's
# head must say how far the lines are indented. Marshal always says 4, its step for maps,
# but the lines of a list stand 2 further than the list. So Unmarshal takes two blanks for
# indentation, without an error; a single one makes the file unreadable, or, before a "#",
# the text empty, for its lines are comments now. In a map the same texts come back as they
# were, and version 4 reads back all of them.
#
# Guessed: Unmarshal gives what Marshal was given. Seen: less, an error, nothing.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require (
	go.yaml.in/yaml/v3 v3.0.6
	go.yaml.in/yaml/v4 v4.0.0
	gopkg.in/yaml.v3 v3.0.1
)
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	three "go.yaml.in/yaml/v3"
	four "go.yaml.in/yaml/v4"
	former "gopkg.in/yaml.v3"
)

func through[T any](value T, write func(any) ([]byte, error), read func([]byte, any) error) string {
	text, err := write(value)
	if err != nil {
		panic(err)
	}
	var back T
	if read(text, &back) != nil {
		return "unreadable"
	}
	return fmt.Sprintf("%q", back)
}

func main() {
	for _, text := range []string{"  1. Sales\n", " 1. Sales\n", " # Sales\n"} {
		list := []string{text}
		fmt.Printf("%q in version 3: %s, before it moved: %s, in version 4: %s\n", list,
			through(list, three.Marshal, three.Unmarshal), through(list, former.Marshal, former.Unmarshal),
			through(list, func(v any) ([]byte, error) { return four.Marshal(v) }, func(b []byte, v any) error { return four.Unmarshal(b, v) }))
		fmt.Println("in a map:", through(map[string]string{"text": text}, three.Marshal, three.Unmarshal))
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
go list -m -f '{{.Path}} {{.Version}}' go.yaml.in/yaml/v3 gopkg.in/yaml.v3 go.yaml.in/yaml/v4
cat seen
diff - seen <<'TEXT'
["  1. Sales\n"] in version 3: ["1. Sales\n"], before it moved: ["1. Sales\n"], in version 4: ["  1. Sales\n"]
in a map: map["text":"  1. Sales\n"]
[" 1. Sales\n"] in version 3: unreadable, before it moved: unreadable, in version 4: [" 1. Sales\n"]
in a map: map["text":" 1. Sales\n"]
[" # Sales\n"] in version 3: [""], before it moved: [""], in version 4: [" # Sales\n"]
in a map: map["text":" # Sales\n"]
TEXT
