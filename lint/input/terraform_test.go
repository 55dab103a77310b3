package input

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTerraform(t *testing.T) {
	indented := strings.ReplaceAll(definition, "\n", "\n    ")
	plan := func(planned, after string) string {
		return `{"format_version":"1.2","terraform_version":"1.9.0","planned_values":{"root_module":{"resources":[` + planned + `]}},` +
			`"prior_state":{"values":{"root_module":{"resources":[` + planned + `]}}},` +
			`"resource_changes":[{"type":"x","change":{"before":` + after + `,"after":` + after + `,"after_unknown":{"sid":true}}}]}`
	}
	resource := `{"friendly_name":"f","status":"draft","definition":` + quoted(definition) + `}`
	const unknown = `{"friendly_name":"f","status":"draft"}`
	tests := []struct {
		name, file, text string
		want             []string
	}{
		{"one expression", "a.tftpl", "${jsonencode(" + definition + ")}", []string{"flow definition # #"}},
		{"in parentheses", "a.tftpl", " ${ jsonencode((" + definition + ")) }\n", []string{"flow definition # #"}},
		{"JSON", "a.json.tftpl", definition, []string{"flow definition # #"}},
		{"JSON with expressions", "a.tftpl", strings.Replace(definition, `"d"`, `${jsonencode(d)}`, 1), []string{"flow definition # #"}},
		{"JSON with a condition", "a.tftpl", strings.Replace(definition, `"d",`, `"d",%{ if x ~} "x": 1, %{ endif }`, 1), []string{"flow definition # #"}},
		{"a request", "a.tftpl", `{"FriendlyName":"${name}","Status":"draft","Definition":` + definition + `}`, []string{"Flow request # #/Definition"}},
		{"branches that are no JSON", "a.tftpl", `%{ if x }` + definition + `%{ else }` + definition + `%{ endif }`, nil},
		{"an attribute", "main.tf", "resource \"a\" \"b\" {\n  d = jsonencode(" + definition + ")\n}", []string{"flow definition #/resource.a.b.d #/resource.a.b.d"}},
		{"two locals", "main.tf", "locals {\n  a = jsonencode(" + definition + ")\n  b = " + definition + "\n}", []string{"flow definition #/locals.a #/locals.a", "flow definition #/locals.b #/locals.b"}},
		{"a map of flows", "main.tf", "locals {\n  flows = {\n    a = jsonencode(" + definition + ")\n  }\n}", []string{"flow definition #/locals.flows.a #/locals.flows.a"}},
		{"an argument", "main.tf", "module \"m\" {\n  flow = trimspace(var.x ? jsonencode(" + definition + ") : \"\")\n}", []string{"flow definition #/module.m.flow #/module.m.flow"}},
		{"a heredoc", "main.tf", "locals {\n  a = <<-EOT\n    " + indented + "\n    EOT\n}", []string{"flow definition #/locals.a #/locals.a"}},
		{"a heredoc, Windows line ends", "main.tf", "locals {\r\n  a = <<EOT\r\n" + indented + "\r\nEOT\r\n}\r\n", []string{"flow definition #/locals.a #/locals.a"}},
		{"a string", "main.tf", "locals {\n  a = " + strings.ReplaceAll(quoted(definition), "${", "$${") + "\n}", []string{"flow definition #/locals.a #/locals.a"}},
		{"a file elsewhere", "main.tf", "locals {\n  a = file(\"states_transitions_initial_state.json\")\n}", nil},
		{"a plan", "plan.json", plan(resource, resource), []string{"Flow resource #/planned_values/root_module/resources/0/values #/planned_values/root_module/resources/0/values/definition"}},
	}
	for i := range tests {
		tests[i].text = strings.ReplaceAll(tests[i].text, `"resources":[`+resource, `"resources":[{"values":`+resource+`}`)
	}
	tests = append(tests, []struct {
		name, file, text string
		want             []string
	}{
		{"a plan of what is not known", "plan.json", plan(`{"values":`+unknown+`}`, resource), []string{"Flow resource #/resource_changes/0/change/after #/resource_changes/0/change/after/definition"}},
		{"a plan without flows", "plan.json", plan(`{"values":{"states":[]}}`, `{"name":"x"}`), nil},
		{"a state", "state.json", `{"format_version":"1.0","terraform_version":"1.9.0","values":{"root_module":{"child_modules":[{"resources":[{"values":` + resource + `}]}]}}}`,
			[]string{"Flow resource #/values/root_module/child_modules/0/resources/0/values #/values/root_module/child_modules/0/resources/0/values/definition"}},
	}...)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, named := range []bool{true, false} {
				f, err := load(t, tt.file, tt.text, named)
				if f != nil && f.Source.Syntax != nil {
					t.Fatal(f.Source.Syntax)
				}
				// What seems to hold a flow is told.
				if (err != nil) != (named && tt.want == nil) && !errors.As(err, new(*UnreadError)) {
					t.Errorf("named %v: %v", named, err)
				}
				if diff := cmp.Diff(tt.want, documents(f)); diff != "" {
					t.Errorf("named %v: %s", named, diff)
				}
			}
		})
	}
}
