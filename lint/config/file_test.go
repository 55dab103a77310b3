package config_test

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"studiolint/lint/config"
	"studiolint/lint/finding"
	"studiolint/rules"
)

var update = flag.Bool("update", false, "write the schema of the configuration anew")

// The schema that editors use is that of the program's rules.
func TestSchemaFile(t *testing.T) {
	const name = "../../schemas/studiolint.schema.json"
	var all []*finding.Rule
	for _, r := range rules.All() {
		all = append(all, &r.Rule)
	}
	have, _ := os.ReadFile(name)
	want := config.Schema(all)
	if bytes.Equal(have, want) {
		return
	}
	if !*update {
		t.Fatalf("%s is stale: run go test ./lint/config -update", name)
	}
	if err := os.WriteFile(name, want, 0o644); err != nil {
		t.Fatal(err)
	}
}
