package rules

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"studiolint/lint/source"
)

// What is mended in a definition is mended in the same way where Terraform keeps it: but for
// white space the text is that of the mended definition. A comma before a line break may be
// missing in HCL.
func TestFixesInTerraform(t *testing.T) {
	archives, err := filepath.Glob("../testdata/rules/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	plain := strings.NewReplacer(" ", "", "\n", "", "\t", "", ",", "")
	mended := 0
	for _, name := range archives {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			d := source.Parse("", f.Data)
			if !strings.HasPrefix(f.Name, "bad") || !d.Root().Get("states").IsArray() || len(d.Duplicates) > 0 {
				continue
			}
			after := mendText(t, "flow.json", f.Data, false).After["flow.json"]
			if after == nil {
				continue
			}
			mended++
			want := source.Parse("", after)
			for _, form := range terraformForms {
				if form.name == "plan" || strings.Contains(form.name, "within") {
					continue // the definition stands there twice; JSON within is an expression, whose quotes stay
				}
				text := form.text(t, d)
				if text == form.text(t, want) || lintText(form.file, []byte(text)).Flows == 0 {
					continue // HCL has no 5.0; and what is no flow by its members is found nowhere
				}
				got := mendText(t, form.file, []byte(text), false).After[form.file]
				if plain.Replace(string(got)) != plain.Replace(form.text(t, want)) {
					t.Errorf("%s, %s as %s:\n%s", filepath.Base(name), f.Name, form.name, difference([]byte(form.text(t, want)), got))
				}
			}
		}
	}
	if mended < 20 {
		t.Errorf("only %d flows are mended", mended)
	}
}
