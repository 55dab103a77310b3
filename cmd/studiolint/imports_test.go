package main

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// everything is what the program wires together.
const everything = "*"

// rooms are our packages from the ground up, each with those it may import. Data
// flows one way through the program: a package imports only what stands above it
// here, and of that only what its row names.
var rooms = []struct{ name, mayImport string }{
	{"schemas", ""},
	{"testdata", ""},
	{"lint/words", ""},
	{"lint/files", ""},
	{"lint/git", "lint/files"},
	{"lint/glob", ""},
	{"lint/stack", ""},
	{"lint/pattern", "lint/words"},
	{"lint/literal", "lint/words lint/pattern"},
	{"lint/yaml", ""},
	{"lint/source", ""},
	{"lint/engine", "lint/pattern"},
	{"lint/liquid", "lint/words"},
	{"lint/liquid/eval", "lint/words lint/liquid"},
	{"lint/placeholder", "schemas lint/words lint/pattern lint/source"},
	{"lint/flow", "schemas lint/words lint/source lint/engine lint/liquid"},
	{"lint/offer", "lint/words lint/pattern lint/literal"},
	{"lint/effects", "schemas lint/source lint/flow lint/offer"},
	{"lint/split", "lint/pattern"},
	{"lint/input", "lint/words lint/files lint/glob lint/source lint/engine lint/placeholder"},
	{"lint/finding", "lint/source lint/flow"},
	{"lint/form", "lint/words lint/yaml lint/source"},
	{"lint/config", "schemas lint/words lint/files lint/glob lint/pattern lint/literal lint/yaml lint/source lint/engine lint/finding lint/form"},
	{"lint/project", "schemas lint/words lint/files lint/source lint/flow lint/input lint/config"},
	{"lint/accept", "lint/words lint/files lint/glob lint/source lint/finding lint/form lint/config lint/project"},
	{"lint", "schemas lint/files lint/source lint/flow lint/input lint/finding lint/config lint/project lint/accept lint/stack"},
	{"lint/shape", "schemas lint/words lint/source lint/liquid lint/placeholder lint/flow lint/input lint/finding lint/project lint"},
	{"lint/jsontext", "schemas lint/pattern lint/source lint/liquid lint/placeholder lint/flow lint/project lint"},
	{"lint/address", "schemas lint/pattern lint/words lint/source lint/project lint lint/shape"},
	{"lint/secret", "lint/pattern"},
	{"lint/flex", "schemas lint/words lint/pattern lint/flow lint"},
	{"lint/reads", "schemas lint/words lint/pattern lint/source lint/liquid lint/placeholder lint/flow lint/effects lint/split lint/finding lint/project lint lint/shape"},
	{"lint/values", "schemas lint/words lint/liquid lint/flow lint/effects lint/split lint/finding lint/project lint lint/shape lint/reads"},
	{"lint/loops", "schemas lint/words lint/liquid lint/flow lint/effects lint/split lint/finding lint/project lint lint/reads lint/values"},
	{"lint/twins", "schemas lint/words lint/source lint/flow lint/effects lint/project lint lint/shape lint/jsontext lint/literal lint/offer"},
	{"lint/answers", "schemas lint/address lint/words lint/pattern lint/source lint/liquid lint/flow lint/effects lint/split lint/project lint lint/shape lint/jsontext lint/reads lint/values lint/loops lint/offer lint/twins"},
	{"rules", "schemas lint/words lint/pattern lint/literal lint/source lint/liquid lint/flow lint/effects lint/split lint/input lint/finding lint/config lint/project lint lint/shape lint/jsontext lint/address lint/secret lint/flex lint/reads lint/loops lint/values lint/offer lint/answers lint/twins"},
	{"lint/about", "schemas lint/words"},
	{"lint/policy", "schemas lint/words lint/source lint/flow lint/finding lint/config lint/project lint lint/shape lint/jsontext"},
	{"lint/fix", "lint/source lint/finding"},
	{"lint/sim", "schemas lint/words lint/source lint/liquid lint/liquid/eval lint/flow lint/effects lint/split"},
	{"lint/script", "schemas lint/words lint/files lint/glob lint/pattern lint/literal lint/yaml lint/source lint/engine lint/form lint/liquid lint/liquid/eval lint/flow lint/effects lint/split lint/input lint/reads lint/sim"},
	{"lint/layout", ""},
	{"lint/draw", "schemas lint/words lint/source lint/flow lint/effects lint/split lint/finding lint/layout"},
	{"lint/page", "lint/words lint/source lint/flow lint/finding lint/draw"},
	{"lint/report", "lint/words lint/source lint/finding lint/script lint/flow lint/draw lint/page"},
	{"lint/inventory", "schemas lint/words lint/literal lint/source lint/flow lint/input lint/finding lint/config lint/project lint/address lint/values lint/report"},
	{"lint/editor", "schemas lint/words lint/files lint/source lint/flow lint/input lint/finding lint/form lint/config lint/project lint/accept lint lint/reads lint/values lint/about lint/fix"},
	{"lint/assist", "lint/files lint/input lint/finding lint/config lint"},
	{"lint/diff", "lint/words lint/source lint/flow lint/finding lint/draw lint/page lint/report"},
	{"cmd/studiolint/heap/pages", "lint/stack"},
	{"cmd/studiolint/heap", "cmd/studiolint/heap/pages"},
	{"cmd/studiolint", everything},
}

// importer says which packages import a module of others, so that it can be
// exchanged there.
var importer = map[string][]string{
	"github.com/santhosh-tekuri/jsonschema/v5": {"schemas"},
	"github.com/tidwall/gjson":                 {"lint/input"},
	"github.com/owenrumney/go-sarif/v2":        {"lint/report"},
	"github.com/go-json-experiment/json":       {"lint/source"},
	"github.com/bmatcuk/doublestar/v4":         {"lint/glob"},
	"github.com/goccy/go-yaml":                 {"lint/yaml"},
	"github.com/hashicorp/hcl/v2":              {"lint/source"},
	"golang.org/x/text":                        {"lint/report", "lint/source"},
	"go.lsp.dev/jsonrpc2":                      {"lint/assist", "lint/editor"},
	"github.com/spf13/cobra":                   {"cmd/studiolint"},
	"golang.org/x/sys":                         {"cmd/studiolint"},
	"golang.org/x/term":                        {"cmd/studiolint"},
	"golang.org/x/tools":                       {"cmd/studiolint"},
}

func TestImports(t *testing.T) {
	imports := importsOf(t)
	for i, room := range rooms {
		have, known := imports[room.name]
		if !known {
			t.Errorf("%s stands in the table and is no package", room.name)
		}
		delete(imports, room.name)
		allowed := strings.Fields(room.mayImport)
		for _, name := range have {
			if ours, ok := strings.CutPrefix(name, "studiolint/"); ok && room.mayImport != everything && !slices.Contains(allowed, ours) {
				t.Errorf("%s imports %s, which goes against the direction of the data", room.name, ours)
			}
		}
		for _, name := range allowed {
			if name == everything {
				continue
			}
			if !slices.Contains(have, "studiolint/"+name) {
				t.Errorf("%s may import %s and does not: take that out of the table", room.name, name)
			}
			if !slices.ContainsFunc(rooms[:i], func(above struct{ name, mayImport string }) bool { return above.name == name }) {
				t.Errorf("%s may import %s, which does not stand above it", room.name, name)
			}
		}
	}
	for name := range imports {
		t.Errorf("package %s stands in no row of the table", name)
	}
}

// Each module of others has its importers, and each importer needs it.
func TestModules(t *testing.T) {
	used := map[string][]string{} // by module
	for name, imports := range importsOf(t) {
		for _, path := range imports {
			if strings.HasPrefix(path, "studiolint/") || !strings.Contains(strings.SplitN(path, "/", 2)[0], ".") {
				continue // ours, or the standard library
			}
			if strings.HasPrefix(path, "golang.org/x/tools/go/analysis") {
				t.Errorf("%s imports %s, which is ruled out", name, path)
			}
			module := ""
			for m := range importer {
				if path == m || strings.HasPrefix(path, m+"/") {
					module = m
				}
			}
			switch {
			case module == "":
				t.Errorf("%s imports %s, which stands in no row of the table", name, path)
			case !slices.Contains(importer[module], name):
				t.Errorf("%s imports %s, which belongs to %v", name, path, importer[module])
			}
			used[module] = append(used[module], name)
		}
	}
	for module, by := range importer {
		for _, name := range by {
			if !slices.Contains(used[module], name) {
				t.Errorf("%s may import %s and does not: take that out of the table", name, module)
			}
		}
	}
}

// Only the package for it asks the operating system for files and for the folder that
// the process stands in; everything else below cmd is handed them. Only that for git
// runs a program.
func TestHandedFiles(t *testing.T) {
	asks := regexp.MustCompile(`(?m)^(?:import |\t)(?:\w+ )?"os"$|filepath\.(Abs|EvalSymlinks|Glob|Walk|WalkDir)\(|files\.Here\(`)
	for _, p := range packages(t) {
		if p.name() == "lint/files" || strings.HasPrefix(p.name(), "cmd/") {
			continue
		}
		for _, file := range p.GoFiles {
			if found := asks.FindString(readFile(t, filepath.Join(p.Dir, file))); found != "" {
				t.Errorf("%s/%s has %s: take files by way of a files.Root", p.name(), file, found)
			}
			if p.name() != "lint/git" && slices.Contains(p.Imports, "os/exec") {
				t.Errorf("%s runs programs", p.name())
			}
		}
	}
}

// A goPackage is what go list says of one of our packages, its tests aside.
type goPackage struct {
	ImportPath, Dir  string
	GoFiles, Imports []string
}

func (p goPackage) name() string { return strings.TrimPrefix(p.ImportPath, "studiolint/") }

func packages(t *testing.T) []goPackage {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Dir,GoFiles,Imports", "studiolint/...", "studiolint/testdata").Output()
	if err != nil {
		t.Fatal(err)
	}
	var list []goPackage
	for dec := json.NewDecoder(bytes.NewReader(out)); dec.More(); {
		var p goPackage
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
	return list
}

// importsOf returns what each of our packages imports.
func importsOf(t *testing.T) map[string][]string {
	t.Helper()
	imports := map[string][]string{}
	for _, p := range packages(t) {
		imports[p.name()] = p.Imports
	}
	return imports
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
