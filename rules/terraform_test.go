package rules

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"studiolint/lint/finding"
	"studiolint/lint/source"
)

// hcl writes a JSON value as HCL.
func hcl(t *testing.T, n source.Node) string { return hclOf(t, valueOf(n)) }

// hclOf writes a value as HCL.
func hclOf(t *testing.T, value source.Value) string {
	t.Helper()
	e := source.ParseTerraformTemplate("", []byte("${jsonencode({\n  a = 0\n})}")).Root().Get("a").SetValue(value)
	_, _, text, ok := e.Resolve()
	if !ok {
		t.Fatalf("%v cannot be written", value)
	}
	return text
}

// valueOf returns the value of a node as an edit takes it.
func valueOf(n source.Node) source.Value {
	switch n.Kind() {
	case source.Object:
		m := source.Members{}
		for name, v := range n.Members() {
			m = append(m, source.Member{Name: name, Value: valueOf(v)})
		}
		return m
	case source.Array:
		list := source.List{}
		for _, e := range n.Elements() {
			list = append(list, valueOf(e))
		}
		return list
	case source.String:
		return source.Text(n.Text())
	case source.Bool:
		v, _ := n.Bool()
		return source.Truth(v)
	case source.Number:
		if i, err := strconv.Atoi(string(n.Raw())); err == nil {
			return source.Integer(i)
		}
		v, _ := n.Number()
		return source.Decimal(v)
	}
	return source.Nothing{}
}

// terraformForms are how a definition is kept in Terraform, each with the name of
// its file.
var terraformForms = []struct {
	name, file string
	text       func(t *testing.T, d *source.File) string
}{
	{"jsonencode", "flow.tftpl", func(t *testing.T, d *source.File) string { return "${jsonencode(" + hcl(t, d.Root()) + ")}\n" }},
	{"template", "flow.json.tftpl", func(t *testing.T, d *source.File) string { return doubled(string(d.Bytes)) }},
	{"resource", "main.tf", func(t *testing.T, d *source.File) string {
		return "resource \"twilio_studio_flows_v2\" \"flow\" {\n  definition = jsonencode(" + hcl(t, d.Root()) + ")\n}\n"
	}},
	{"heredoc", "main.tf", func(t *testing.T, d *source.File) string {
		return "locals {\n  flow = <<-EOT\n    " + strings.ReplaceAll(doubled(string(d.Bytes)), "\n", "\n    ") + "\n    EOT\n}\n"
	}},
	{"plan", "plan.json", func(t *testing.T, d *source.File) string {
		values := map[string]any{"friendly_name": "x", "status": "draft", "definition": string(d.Bytes)}
		change := map[string]any{"change": map[string]any{"before": values, "after": values}}
		text, err := json.Marshal(map[string]any{"format_version": "1.2", "terraform_version": "1.9.0",
			"planned_values": map[string]any{"root_module": map[string]any{"child_modules": []any{
				map[string]any{"resources": []any{map[string]any{"type": "twilio_studio_flows_v2", "values": values}}}}}},
			"resource_changes": []any{change}})
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}},
	{"Terraform's JSON", "main.tf.json", func(t *testing.T, d *source.File) string {
		text, err := json.Marshal(map[string]any{"resource": map[string]any{"twilio_studio_flows_v2": map[string]any{"flow": map[string]any{
			"friendly_name": "x", "status": "draft", "definition": doubled(string(d.Bytes))}}}})
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}},
	{"jsonencode in Terraform's JSON", "main.tf.json", func(t *testing.T, d *source.File) string {
		text, err := json.Marshal(map[string]any{"locals": map[string]any{"flow": "${jsonencode(" + hcl(t, d.Root()) + ")}"}})
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}},
	{"jsonencode within jsonencode", "flow.tftpl", func(t *testing.T, d *source.File) string {
		var inner []string
		outer := replaced(valueOf(d.Root()), func(text string) string {
			f := source.Parse("", []byte(text))
			if f.Syntax != nil || !f.Root().IsObject() || len(f.Duplicates) > 0 {
				return text
			}
			inner = append(inner, hcl(t, f.Root()))
			return fmt.Sprintf("@@%d@@", len(inner)-1)
		})
		text := "${jsonencode(" + hclOf(t, outer) + ")}\n"
		for i, e := range inner {
			text = strings.Replace(text, fmt.Sprintf(`"@@%d@@"`, i), "jsonencode("+e+")", 1)
		}
		return text
	}},
	{"concat and merge", "main.tf", func(t *testing.T, d *source.File) string {
		rest, states := source.Members{}, []string{}
		for name, v := range d.Root().Members() {
			if name != "states" {
				rest = append(rest, source.Member{Name: name, Value: valueOf(v)})
			}
		}
		for _, s := range d.Root().Get("states").Elements() {
			states = append(states, "["+hcl(t, s)+"]")
		}
		return "locals {\n  flow = jsonencode(merge({ states = concat(" + strings.Join(states, ", ") + ") }, " + hclOf(t, rest) + "))\n}\n"
	}},
	{"Markdown", "README.md", func(t *testing.T, d *source.File) string {
		return "# A flow\n\n```json\n" + string(d.Bytes) + "\n```\n"
	}},
	{"Markdown in a list in a quote", "README.md", func(t *testing.T, d *source.File) string {
		text := "1. A flow\n\n   ~~~~ json title=\"flow\"\n   " + strings.ReplaceAll(string(d.Bytes), "\n", "\n   ") + "\n   ~~~~\n"
		return "> " + strings.ReplaceAll(text, "\n", "\n> ")
	}},
}

// replaced returns a value with other texts.
func replaced(value source.Value, text func(string) string) source.Value {
	switch v := value.(type) {
	case source.Text:
		return source.Text(text(string(v)))
	case source.List:
		list := make(source.List, len(v))
		for i, e := range v {
			list[i] = replaced(e, text)
		}
		return list
	case source.Members:
		members := make(source.Members, len(v))
		for i, m := range v {
			members[i] = source.Member{Name: m.Name, Value: replaced(m.Value, text)}
		}
		return members
	}
	return value
}

func doubled(s string) string { return strings.NewReplacer("${", "$${", "%{", "%%{").Replace(s) }

// A definition has the same findings at the same values in whatever form it is
// kept.
func TestTerraformFindings(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("../testdata/flows/*/*.json")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	if dir := os.Getenv("STUDIOLINT_CORPUS"); dir != "" {
		more, _ := filepath.Glob(filepath.Join(dir, "*", "*.json"))
		names = append(names, more...)
	}
	if testing.Short() {
		names = names[:min(len(names), 12)]
	}
	same, total := 0, 0
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		d := source.Parse(name, text)
		if d.Syntax != nil || !d.Root().Get("states").IsArray() || d.HasBOM() {
			continue
		}
		want := found(t, "flow.json", string(text), "")
		for _, form := range terraformForms {
			if total++; !d.Root().Get("states").IsArray() {
				continue
			}
			got := found(t, form.file, form.text(t, d), form.name)
			if maps.Equal(want, got) {
				same++
				continue
			}
			for k, n := range want {
				if got[k] != n {
					t.Errorf("%s as %s lacks %s", filepath.Base(name), form.name, k)
				}
			}
			for k, n := range got {
				if want[k] != n {
					t.Errorf("%s as %s has %s", filepath.Base(name), form.name, k)
				}
			}
		}
	}
	t.Logf("%d of %d the same", same, total)
}

// found counts the findings about a definition by what they say and what of it they
// point at.
func found(t *testing.T, file, text, form string) map[string]int {
	t.Helper()
	r := lintText(file, []byte(text))
	for _, p := range r.Problems {
		t.Errorf("%s: %v", form, p)
	}
	list := map[string]int{}
	for _, d := range r.Diagnostics {
		if slices.Contains([]string{"definition-size", "duplicate-key", "byte-order-mark"}, d.Rule.ID) {
			continue // about the text rather than the definition
		}
		pointer := d.Pointer()
		if i := strings.Index(pointer, "definition/"); i >= 0 {
			pointer = pointer[i+len("definition"):]
		}
		pointer = strings.TrimPrefix(strings.TrimPrefix(pointer, "/locals.flow"), "/locals/flow")
		if strings.HasSuffix(file, ".md") {
			pointer = strings.TrimPrefix(pointer, "/0")
		}
		list[fmt.Sprintf("%s %s %s: %s", d.Severity, d.Rule.ID, pointer, d.Message)]++
	}
	return list
}

// An expression of a template fits wherever it stands: no rule says a thing about it,
// or about what cannot be told because of it.
func TestUnknownValues(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("../testdata/flows/good/*.json")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	if testing.Short() {
		names = names[:3]
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if f := source.Parse(name, text); f.Root().Get("states").IsArray() {
				withUnknownValues(t, f, text)
			}
		})
	}
}

// withUnknownValues puts an expression in the place of each value in turn.
func withUnknownValues(t *testing.T, f *source.File, text []byte) {
	known := map[string]bool{}
	key := func(d *finding.Diagnostic) string { return d.Rule.ID + " " + d.Pointer() }
	for _, d := range lintText("flow.json", text).Diagnostics {
		known[key(d)] = true
	}
	for i := 1; f.Node(i).Exists(); i++ {
		at := f.Node(i).Span()
		changed := string(text[:at.Start]) + "${jsonencode(var.x)}" + string(text[at.End:])
		r := lintText("flow.json.tftpl", []byte(changed))
		if len(r.Problems) > 0 {
			continue // without states it is no flow
		}
		for _, d := range r.Diagnostics {
			if !known[key(d)] {
				t.Errorf("an expression at %s: %s at %s: %s", f.Node(i).Pointer(), d.Rule.ID, d.Pointer(), d.Message)
			}
		}
	}
}
