package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What templates of Terraform may take, as so many times what the JSON in them takes.
const (
	maxTemplateCPU         = 2.5
	maxTemplateAllocations = 1.5
)

// TestTerraformCost checks 100 flows as JSON, and as what jsonencode is given in templates.
func TestTerraformCost(t *testing.T) {
	names, err := filepath.Glob("../../testdata/flows/good/*.json")
	if err != nil {
		t.Fatal(err)
	}
	var flows []string
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if len(text) > 10_000 {
			flows = append(flows, string(text))
		}
	}
	if len(flows) < 3 {
		t.Fatalf("%d flows of more than 10 kB", len(flows))
	}
	plain, templates := t.TempDir(), t.TempDir()
	escape := strings.NewReplacer("${", "$${", "%{", "%%{")
	for i := range 100 {
		text := flows[i%len(flows)]
		write(t, plain, fmt.Sprintf("%d.json", i), text)
		write(t, templates, fmt.Sprintf("%d.tftpl", i), "${jsonencode("+escape.Replace(text)+")}\n")
	}
	// What else the machine does makes a run seem longer, never shorter.
	for tries := 5; ; tries-- {
		one, other := runCost(t, []string{"--no-config", plain}), runCost(t, []string{"--no-config", templates})
		cpu := float64(other.cpu) / float64(one.cpu)
		allocations := float64(other.allocations) / float64(one.allocations)
		t.Logf("%.2f times the CPU, %.2f times the allocations", cpu, allocations)
		if cpu <= maxTemplateCPU && allocations <= maxTemplateAllocations {
			return
		}
		if tries == 1 {
			t.Fatalf("templates take %.2f times the CPU of JSON and %.2f times the allocations, more than %.1f and %.1f", cpu, allocations, maxTemplateCPU, maxTemplateAllocations)
		}
	}
}
