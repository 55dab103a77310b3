package rules

import (
	"cmp"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"studiolint/lint/files"
	"studiolint/lint/input"
	"studiolint/lint/source"
)

// What is mended in a definition is mended in the same way wherever it is kept: in
// Terraform, in a plan, in Markdown. The definition that is read of the result is the
// mended one, and what is around it parses.
func TestFixesInContainers(t *testing.T) {
	t.Parallel()
	var mended, guessed atomic.Int64
	var texts []flowText
	for name, text := range brokenFlows(t) {
		texts = append(texts, flowText{path: name, text: text})
	}
	each(texts, func(s flowText) {
		d := source.Parse("", s.text)
		if !d.Root().Get("states").IsArray() || len(d.Duplicates) > 0 || d.HasBOM() {
			return
		}
		if mendInContainers(t, s.path, d, false) {
			mended.Add(1)
		}
		if !testing.Short() && mendInContainers(t, s.path, d, true) {
			guessed.Add(1)
		}
	})
	t.Logf("%d flows are mended, %d with guesses", mended.Load(), guessed.Load())
	if mended.Load() < 20 || !testing.Short() && guessed.Load() < mended.Load() {
		t.Errorf("only %d flows are mended, %d with guesses", mended.Load(), guessed.Load())
	}
}

// mendInContainers mends a definition alone and wherever else it may be kept. It reports
// whether there was something to mend.
func mendInContainers(t *testing.T, name string, d *source.File, unsafe bool) bool {
	after := mendText(t, "flow.json", d.Bytes, unsafe).After["flow.json"]
	if after == nil {
		return false
	}
	for _, form := range terraformForms {
		if strings.Contains(form.name, "within") || unsafe && form.name == "concat and merge" {
			continue // JSON within is an expression, whose quotes stay; no widget can be taken out of a list of its own
		}
		checkMended(t, name, form.file, form.name, form.text(t, d), source.Parse("", after), unsafe)
	}
	return true
}

// checkMended mends a definition where it is kept.
func checkMended(t *testing.T, name, file, form, text string, want *source.File, unsafe bool) {
	t.Helper()
	same := func(n source.Node) bool {
		return n.Exists() && reflect.DeepEqual(sorted(valueOf(n)), sorted(valueOf(want.Root())))
	}
	before := definitionIn(file, []byte(text))
	if !before.Exists() || same(before) {
		return // what is no flow by its members is found nowhere; HCL has no 5.0
	}
	got := mendText(t, file, []byte(text), unsafe).After[file]
	if !same(definitionIn(file, got)) {
		t.Errorf("%s as %s (guesses: %t):\n%s", name, form, unsafe, difference([]byte(text), got))
	}
}

// sorted returns a value with the members of its objects by their names.
func sorted(value source.Value) source.Value {
	switch v := value.(type) {
	case source.List:
		for i := range v {
			v[i] = sorted(v[i])
		}
	case source.Members:
		for i := range v {
			v[i].Value = sorted(v[i].Value)
		}
		slices.SortFunc(v, func(a, b source.Member) int { return strings.Compare(a.Name, b.Name) })
	}
	return value
}

// definitionIn returns the definition that a file holds.
func definitionIn(name string, text []byte) source.Node {
	f, err := input.FromBytes(name, text).Load(files.Here())
	if err != nil || len(f.Documents) == 0 || f.Source.Syntax != nil {
		return source.Node{}
	}
	return f.Documents[0].Definition
}

// brokenFlows are definitions in which something can be mended: those of the archives, and
// of the corpus where there is one.
func brokenFlows(t *testing.T) map[string][]byte {
	texts := map[string][]byte{}
	for _, a := range archives(t) {
		for _, f := range a.Files {
			if strings.HasPrefix(f.Name, "bad") {
				texts[a.name+", "+f.Name] = f.Data
			}
		}
	}
	corpus, _ := filepath.Glob(filepath.Join(cmp.Or(os.Getenv("STUDIOLINT_CORPUS"), "none"), "*", "*.json"))
	for _, name := range corpus {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = text
	}
	return texts
}
