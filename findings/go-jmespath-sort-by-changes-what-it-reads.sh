#!/usr/bin/env bash
# go-jmespath 0.4.0: a query with sort_by changes the document that it is asked of.
#
# JMESPath is a language of questions: Search takes an expression and data, and gives what
# it found. sort_by sorts the list where it stands, in the data of the caller; sort makes a
# list of its own. So the first question moves what the second one finds by place, the
# data that is written afterwards has another order, and the second half of one and the
# same expression sees what the first half moved. A place that is reported after it,
# states[0] say, is that of another widget in the file. The library's successor,
# jmespath-community, does it as well.
#
# Guessed: states[0] is "hours" before and after. Seen: it is "bye" after.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require (
	github.com/jmespath-community/go-jmespath v1.1.1
	github.com/jmespath/go-jmespath v0.4.0
)
MOD
cat > main.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"

	community "github.com/jmespath-community/go-jmespath"
	"github.com/jmespath/go-jmespath"
)

func main() {
	for _, library := range []struct {
		name   string
		search func(string, any) (any, error)
	}{
		{"go-jmespath", jmespath.Search},
		{"community", func(query string, data any) (any, error) { return community.Search(query, data) }},
	} {
		for _, queries := range [][]string{
			{"states[0].name", "sort(states[].name)[0]", "states[0].name"},
			{"states[0].name", "sort_by(states, &name)[0].name", "states[0].name"},
			{"[states[0].name, sort_by(states, &name)[0].name, states[0].name]"},
		} {
			var flow any
			if err := json.Unmarshal([]byte(`{"states":[{"name":"hours"},{"name":"menu"},{"name":"bye"}]}`), &flow); err != nil {
				panic(err)
			}
			for _, query := range queries {
				found, err := library.search(query, flow)
				fmt.Println(library.name, query, "=", found, err)
			}
			after, err := json.Marshal(flow)
			fmt.Println(library.name, "leaves", string(after), err)
		}
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "go-jmespath $(go list -m -f '{{.Version}}' github.com/jmespath/go-jmespath), jmespath-community/go-jmespath $(go list -m -f '{{.Version}}' github.com/jmespath-community/go-jmespath)"
cat seen
diff - seen <<'TEXT'
go-jmespath states[0].name = hours <nil>
go-jmespath sort(states[].name)[0] = bye <nil>
go-jmespath states[0].name = hours <nil>
go-jmespath leaves {"states":[{"name":"hours"},{"name":"menu"},{"name":"bye"}]} <nil>
go-jmespath states[0].name = hours <nil>
go-jmespath sort_by(states, &name)[0].name = bye <nil>
go-jmespath states[0].name = bye <nil>
go-jmespath leaves {"states":[{"name":"bye"},{"name":"hours"},{"name":"menu"}]} <nil>
go-jmespath [states[0].name, sort_by(states, &name)[0].name, states[0].name] = [hours bye bye] <nil>
go-jmespath leaves {"states":[{"name":"bye"},{"name":"hours"},{"name":"menu"}]} <nil>
community states[0].name = hours <nil>
community sort(states[].name)[0] = bye <nil>
community states[0].name = hours <nil>
community leaves {"states":[{"name":"hours"},{"name":"menu"},{"name":"bye"}]} <nil>
community states[0].name = hours <nil>
community sort_by(states, &name)[0].name = bye <nil>
community states[0].name = bye <nil>
community leaves {"states":[{"name":"bye"},{"name":"hours"},{"name":"menu"}]} <nil>
community [states[0].name, sort_by(states, &name)[0].name, states[0].name] = [hours bye bye] <nil>
community leaves {"states":[{"name":"bye"},{"name":"hours"},{"name":"menu"}]} <nil>
TEXT
