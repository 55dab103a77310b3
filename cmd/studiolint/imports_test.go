package main

import (
	"encoding/json"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// mayImport says which of our packages each package may import. Data flows one
// way through the program; an arrow that is not here goes against it.
var mayImport = map[string][]string{
	"lint/words":       {},
	"lint/source":      {},
	"lint/liquid":      {"lint/words"},
	"schemas":          {},
	"testdata":         {},
	"lint/flow":        {"lint/source", "lint/liquid", "lint/words", "schemas"},
	"lint/input":       {"lint/source", "lint/placeholder"},
	"lint/finding":     {"lint/flow", "lint/source"},
	"lint":             {"lint/finding", "lint/source", "lint/flow", "lint/input", "lint/words", "schemas"},
	"lint/split":       {"lint/pattern"},
	"lint/pattern":     {},
	"lint/placeholder": {"lint/pattern"},
	"lint/shape":       {"lint", "lint/flow", "lint/liquid", "lint/placeholder", "lint/source", "lint/finding", "lint/input", "lint/words", "schemas"},
	"lint/jsontext":    {"lint", "lint/flow", "lint/liquid", "lint/source", "schemas"},
	"lint/address":     {"lint", "lint/pattern", "lint/shape", "lint/source", "schemas"},
	"lint/secret":      {"lint/pattern"},
	"lint/flex":        {"lint", "lint/pattern", "lint/words", "schemas"},
	"rules":            {"lint", "lint/finding", "lint/flow", "lint/input", "lint/source", "lint/liquid", "lint/words", "schemas", "lint/split", "lint/pattern", "lint/placeholder", "lint/shape", "lint/jsontext", "lint/address", "lint/secret", "lint/flex"},
	"lint/report":      {"lint/finding", "lint/source", "lint/words"},
	"lint/fix":         {"lint/finding", "lint/source"},
	"cmd/studiolint":   {"lint", "lint/finding", "lint/input", "lint/report", "lint/words", "rules", "schemas", "testdata"},
}

// importer says which packages import a module of others, so that it can be
// exchanged there.
var importer = map[string][]string{
	"github.com/santhosh-tekuri/jsonschema/v5": {"schemas"},
	"github.com/tidwall/gjson":                 {"lint/input"},
	"github.com/owenrumney/go-sarif/v2":        {"lint/report"},
	"github.com/go-json-experiment/json":       {"lint/source", "lint/input"},
	"github.com/bmatcuk/doublestar/v4":         {"lint", "lint/input"},
	"github.com/goccy/go-yaml":                 {"lint"},
	"github.com/dlclark/regexp2":               {"lint/split"},
	"github.com/spf13/cobra":                   {"cmd/studiolint"},
	"golang.org/x/tools":                       {"cmd/studiolint"},
}

func TestImports(t *testing.T) {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports,Module", "studiolint/...", "studiolint/testdata").Output()
	if err != nil {
		t.Fatal(err)
	}
	packages := 0
	for dec := json.NewDecoder(strings.NewReader(string(out))); dec.More(); {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		name := strings.TrimPrefix(p.ImportPath, "studiolint/")
		allowed, known := mayImport[name]
		if !known {
			t.Errorf("package %s stands in no row of the table", name)
		}
		packages++
		for _, i := range p.Imports {
			if ours, ok := strings.CutPrefix(i, "studiolint/"); ok {
				if !slices.Contains(allowed, ours) {
					t.Errorf("%s imports %s, which goes against the direction of the data", name, ours)
				}
				continue
			}
			if !strings.Contains(strings.SplitN(i, "/", 2)[0], ".") {
				continue // the standard library
			}
			if strings.HasPrefix(i, "golang.org/x/tools/go/analysis") {
				t.Errorf("%s imports %s, which is ruled out", name, i)
			}
			found := false
			for module, by := range importer {
				if i == module || strings.HasPrefix(i, module+"/") {
					found = true
					if !slices.Contains(by, name) {
						t.Errorf("%s imports %s, which belongs to %v", name, i, by)
					}
				}
			}
			if !found {
				t.Errorf("%s imports %s, which stands in no row of the table", name, i)
			}
		}
	}
	if packages != len(mayImport) {
		t.Errorf("%d packages, %d rows in the table", packages, len(mayImport))
	}
}

// The program holds no code that speaks HTTP or TLS: it cannot open a connection
// by way of a library either.
func TestOffline(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	deps := strings.Fields(string(out))
	if !slices.Contains(deps, "studiolint/lint") {
		t.Fatalf("no dependencies were listed: %s", out)
	}
	for _, ruledOut := range []string{"net/http", "net/rpc", "net/smtp", "crypto/tls"} {
		if slices.Contains(deps, ruledOut) {
			t.Errorf("the program depends on %s", ruledOut)
		}
	}
}
