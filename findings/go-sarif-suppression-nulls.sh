#!/usr/bin/env bash
# go-sarif 2.3.3: a suppression without status, location or guid is written with nulls,
# which SARIF's own schema refuses.
#
# SARIF 2.1.0 asks a suppression for its kind alone; the rest may be absent, and none
# of it may be null. The library's struct has no omitempty there, so
# NewSuppression("inSource") gives "status":null,"location":null,"guid":null,
# "justification":null. A log that used the library as meant is refused by whoever
# checks logs against the schema.
#
# Guessed: absent members are left out, as in every other type of the library.
# Seen: nulls.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/owenrumney/go-sarif/v2 v2.3.3
MOD
cat > main.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"

	"github.com/owenrumney/go-sarif/v2/sarif"
)

func main() {
	text, err := json.Marshal(sarif.NewSuppression("inSource"))
	fmt.Println(string(text), err)
	text, err = json.Marshal(sarif.NewRegion().WithStartLine(1)) // another type, for comparison
	fmt.Println(string(text), err)
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "go-sarif $(go list -m -f '{{.Version}}' github.com/owenrumney/go-sarif/v2)"
cat seen
grep -q '"status":null' seen
grep -q '"location":null' seen
! tail -n 1 seen | grep -q null
