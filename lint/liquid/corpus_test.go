package liquid_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"studiolint/lint/liquid"
)

// TestCorpus parses every template of the flows in the folder that
// STUDIOLINT_CORPUS names. Deployed flows hold few mistakes, and every plain
// path they print must be found.
func TestCorpus(t *testing.T) {
	root := os.Getenv("STUDIOLINT_CORPUS")
	if root == "" {
		t.Skip("STUDIOLINT_CORPUS is not set")
	}
	seen := map[string]bool{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".json" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		var doc any
		if json.Unmarshal(data, &doc) == nil {
			collect(doc, seen)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	printed := regexp.MustCompile(`\{\{\s*([a-zA-Z_][\w-]*(?:\.[\w-]+)+)\s*(?:\||\}\})`)
	references, faulty := 0, 0
	for text := range seen {
		tmpl := parse(t, text)
		references += len(tmpl.References)
		found := map[string]bool{}
		for _, r := range tmpl.References {
			found[r.String()] = true
		}
		for _, m := range printed.FindAllStringSubmatch(text, -1) {
			if !found[m[1]] {
				t.Errorf("%q: %s is not found", text, m[1])
			}
		}
		if len(tmpl.Errors) > 0 {
			faulty++
			for _, e := range tmpl.Errors {
				t.Logf("%q: %s at %q: %s", text, e.Kind, e.In(text), e.Message)
			}
		}
	}
	t.Logf("%d templates, %d references, %d templates with mistakes", len(seen), references, faulty)
	if len(seen) == 0 || faulty*50 > len(seen) {
		t.Errorf("%d of %d templates have mistakes", faulty, len(seen))
	}
}

// collect adds every string of doc that holds markup to seen; a string may
// itself be JSON with strings.
func collect(doc any, seen map[string]bool) {
	switch v := doc.(type) {
	case string:
		if liquid.HasMarkup(v) {
			seen[v] = true
		}
		if strings.HasPrefix(v, "{") && strings.Contains(v, `"states"`) {
			var inner any
			if json.Unmarshal([]byte(v), &inner) == nil {
				collect(inner, seen)
			}
		}
	case []any:
		for _, e := range v {
			collect(e, seen)
		}
	case map[string]any:
		for _, e := range v {
			collect(e, seen)
		}
	}
}
