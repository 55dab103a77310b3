package source

import (
	"cmp"
	"encoding/json"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// evaluated are the ways in which a text is written into Terraform, as Terraform itself
// works them out.
var evaluated = []struct {
	name          string
	before, after string
	value         func(text string) (string, hcl.Diagnostics)
	read          func(text string) *File
	open          func(f *File) Node
}{
	{"a JSON template", `{"body": "`, `"}`, func(text string) (string, hcl.Diagnostics) {
		return bodyOf(hclsyntax.ParseTemplate([]byte(text), "a.tftpl", hcl.InitialPos))
	}, func(text string) *File { return ParseTerraformTemplate("a.tftpl", []byte(text)) },
		func(f *File) Node { return f.Root().Parse().Root() }},
	{"a heredoc", "x = <<-EOT\n    {\"states\": [], \"transitions\": [], \"body\": \"", "\"}\n  EOT\n", func(text string) (string, hcl.Diagnostics) {
		return bodyOf(attribute(text))
	}, func(text string) *File { return ParseTerraform("a.tf", []byte(text)) },
		func(f *File) Node { return f.Root().First().Parse().Root() }},
	{"an object", `x = { states = [], initial_state = "", body = "`, "\" }\n", func(text string) (string, hcl.Diagnostics) {
		e, diagnostics := attribute(text)
		if diagnostics.HasErrors() {
			return "", diagnostics
		}
		v, diagnostics := e.Value(nil)
		if diagnostics.HasErrors() {
			return "", diagnostics
		}
		return v.AsValueMap()["body"].AsString(), nil
	}, func(text string) *File { return ParseTerraform("a.tf", []byte(text)) },
		func(f *File) Node { return f.Root().First() }},
}

func attribute(text string) (hclsyntax.Expression, hcl.Diagnostics) {
	f, diagnostics := hclsyntax.ParseConfig([]byte(text), "a.tf", hcl.InitialPos)
	if diagnostics.HasErrors() {
		return nil, diagnostics
	}
	return f.Body.(*hclsyntax.Body).Attributes["x"].Expr, nil
}

// bodyOf returns the member body of the JSON that an expression becomes.
func bodyOf(e hclsyntax.Expression, diagnostics hcl.Diagnostics) (string, hcl.Diagnostics) {
	if diagnostics.HasErrors() {
		return "", diagnostics
	}
	v, diagnostics := e.Value(nil)
	if diagnostics.HasErrors() {
		return "", diagnostics
	}
	var object struct{ Body string }
	if err := json.Unmarshal([]byte(v.AsString()), &object); err != nil {
		return "", hcl.Diagnostics{{Severity: hcl.DiagError, Summary: err.Error()}}
	}
	return object.Body, nil
}

// TestTerraformEscapes writes texts in which ${ and %{ begin something of Terraform's by
// accident, mends them as a finding advises, and has hclsyntax work out what Twilio gets.
func TestTerraformEscapes(t *testing.T) {
	for _, tt := range []struct{ written, meant string }{
		{"100%{{trigger.call.From}}", ""},
		{"${{flow.variables.price}}", ""},
		{"a ${{x}} b %{{y}} c ${{x}}", ""},
		{"{{x}}%{%if a%}b%{%endif%}", ""},
		{`^\d{1,2}%{2}$`, ""},
		{"50% {x} $5 {{x}} $ {", ""},
		{"{{x}}${%if a%}é${{y}}", ""},
		{"%%{{x}}", "%{{x}}"}, // what is escaped already stays as it is
		{"$${{x}} ${{x}}", "${{x}} ${{x}}"},
		{"$$$${{x}}%%%{{y}}", "$$${{x}}%%{{y}}"},
	} {
		meant := cmp.Or(tt.meant, tt.written)
		for _, in := range evaluated {
			text := in.before + strings.ReplaceAll(tt.written, `\`, `\\`) + in.after
			f := in.read(text)
			for range 4 {
				if f.Syntax == nil || len(f.Syntax.Cures) == 0 {
					break
				}
				text = edited(t, f, f.Syntax.Cures...)
				f = in.read(text)
			}
			if f.Syntax != nil {
				t.Errorf("%s: %s: %v is not mended: %s", in.name, meant, f.Syntax, text)
				continue
			}
			got, diagnostics := in.value(text)
			if diagnostics.HasErrors() {
				t.Errorf("%s: %s: Terraform does not read %s: %v", in.name, meant, text, diagnostics)
				continue
			}
			if read := in.open(f).Get("body").Text(); read != got {
				t.Errorf("%s: %s is read as %q, and Terraform makes %q of it", in.name, text, read, got)
			}
			if got != meant {
				t.Errorf("%s: %q was meant, and Twilio gets %q from %s", in.name, meant, got, text)
			}
		}
	}
}
