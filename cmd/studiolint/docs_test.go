package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"studiolint/lint"
	"studiolint/rules"
)

const (
	rulesBegin = "<!-- rules: begin; written by go test ./cmd/studiolint -update -->\n"
	rulesEnd   = "<!-- rules: end -->\n"
)

// The README's section on the rules is written from their declarations.
func TestReadmeRules(t *testing.T) {
	const name = "../../README.md"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(data), rulesBegin)
	_, after, ok2 := strings.Cut(rest, rulesEnd)
	if !ok || !ok2 {
		t.Fatalf("%s lacks the marks around the rules", name)
	}
	fresh(t, name, data, []byte(before+rulesBegin+rulesMarkdown()+"\n"+rulesEnd+after))
}

// The JSON Schema of the configuration is written from the rules too.
func TestConfigSchema(t *testing.T) {
	const name = "../../schemas/studiolint.schema.json"
	data, _ := os.ReadFile(name)
	fresh(t, name, data, lint.ConfigSchema(rules.All()))
}

// fresh fails when a generated file is not as it would be written now.
func fresh(t *testing.T, name string, have, want []byte) {
	t.Helper()
	if bytes.Equal(have, want) {
		return
	}
	if !*update {
		t.Fatalf("%s is stale: run go test ./cmd/studiolint -update", name)
	}
	if err := os.WriteFile(name, want, 0o644); err != nil {
		t.Fatal(err)
	}
}
