#!/usr/bin/env bash
# go-sarif 3.3.1: reading a log and writing it points every location at the first artifact.
#
# A SARIF location may name its file by uri, by index (the place in the run's artifacts),
# or by both; absent, the index is -1. Read with FromString and written with Write,
# each location gets "index":0, so a result in b.json says that it is in artifact 0, which
# is a.json; and each region gets "charOffset":0,"byteOffset":0 beside its line. The
# constructors set -1; the reader leaves Go's zeros, and no field has omitempty.
# Notifications without a level even get "level":"", which SARIF's schema refuses.
#
# Guessed: what was absent stays absent. Seen: zeros that mean something.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/owenrumney/go-sarif/v3 v3.3.1
MOD
cat > example.sarif <<'JSON'
{"version": "2.1.0", "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "runs": [{
  "tool": {"driver": {"name": "example"}},
  "artifacts": [{"location": {"uri": "a.json"}}, {"location": {"uri": "b.json"}}],
  "results": [{"message": {"text": "A result."}, "locations": [
    {"physicalLocation": {"artifactLocation": {"uri": "b.json"}, "region": {"startLine": 7}}}]}]}]}
JSON
cat > main.go <<'GO'
package main

import (
	_ "embed"
	"encoding/json"
	"fmt"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
)

//go:embed example.sarif
var text string

func main() {
	log, err := sarif.FromString(text)
	if err != nil {
		fmt.Println(err)
		return
	}
	place := log.Runs[0].Results[0].Locations[0].PhysicalLocation
	file, err := json.Marshal(place.ArtifactLocation)
	fmt.Println(string(file), err)
	region, err := json.Marshal(place.Region)
	fmt.Println(string(region), err)
	made, err := json.Marshal(sarif.NewArtifactLocation().WithURI("b.json"))
	fmt.Println("made, not read:", string(made), err)
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "go-sarif $(go list -m -f '{{.Version}}' github.com/owenrumney/go-sarif/v3)"
cat seen
diff - seen <<'TEXT'
{"index":0,"uri":"b.json"} <nil>
{"byteOffset":0,"charOffset":0,"startLine":7} <nil>
made, not read: {"index":-1,"uri":"b.json"} <nil>
TEXT
