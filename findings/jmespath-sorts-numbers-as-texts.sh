#!/usr/bin/env bash
# jmespath 0.16.0 (npm): sort puts 10 before 9.
#
# JMESPath's function sort takes texts or numbers and sorts each kind by its own order.
# This one hands the list to JavaScript's sort without saying how to compare, and that
# compares what the numbers look like. So sort(…)[-1] is not the largest and [0] not the
# smallest, while max, min and sort_by of the same numbers are right. The libraries
# @jmespath-community/jmespath and @metrichor/jmespath (which calls itself 100% compliant)
# do the same; JMESPath in Go does not. An expression that picks the newest version of a
# flow is right up to version 9.
#
# Guessed: [1,9,10,100]. Seen: [1,10,100,9].
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

npm install --no-fund --no-audit --no-progress --loglevel=error --prefix . jmespath@0.16.0 @jmespath-community/jmespath@1.3.0 @metrichor/jmespath@0.3.1 > log || { cat log; exit 1; }
cat > example.js <<'JS'
const flow = { revisions: [10, 9, 1, 100], list: [10, 9, 1, 100].map(revision => ({ revision })) };
for (const name of ["jmespath", "@jmespath-community/jmespath", "@metrichor/jmespath"])
  for (const query of ["sort(revisions)", "sort(revisions)[-1]", "max(revisions)", "sort_by(list, &revision)[].revision"])
    console.log(name, query, JSON.stringify(require(name).search(flow, query)));
JS
cat > go.mod <<'MOD'
module example
go 1.24
require github.com/jmespath/go-jmespath v0.4.0
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/jmespath/go-jmespath"
)

func main() {
	flow := map[string]any{"revisions": []any{10., 9., 1., 100.}}
	for _, query := range []string{"sort(revisions)", "sort(revisions)[-1]"} {
		found, err := jmespath.Search(query, flow)
		fmt.Println("go-jmespath", query, found, err)
	}
}
GO
node example.js > seen
GOFLAGS=-mod=mod go run . >> seen 2> log || { cat log; exit 1; }
echo "jmespath 0.16.0, @jmespath-community/jmespath 1.3.0, @metrichor/jmespath 0.3.1, go-jmespath $(go list -m -f '{{.Version}}' github.com/jmespath/go-jmespath)"
cat seen
diff - seen <<'TEXT'
jmespath sort(revisions) [1,10,100,9]
jmespath sort(revisions)[-1] 9
jmespath max(revisions) 100
jmespath sort_by(list, &revision)[].revision [1,9,10,100]
@jmespath-community/jmespath sort(revisions) [1,10,100,9]
@jmespath-community/jmespath sort(revisions)[-1] 9
@jmespath-community/jmespath max(revisions) 100
@jmespath-community/jmespath sort_by(list, &revision)[].revision [1,9,10,100]
@metrichor/jmespath sort(revisions) [1,10,100,9]
@metrichor/jmespath sort(revisions)[-1] 9
@metrichor/jmespath max(revisions) 100
@metrichor/jmespath sort_by(list, &revision)[].revision [1,9,10,100]
go-jmespath sort(revisions) [1 9 10 100] <nil>
go-jmespath sort(revisions)[-1] 100 <nil>
TEXT
