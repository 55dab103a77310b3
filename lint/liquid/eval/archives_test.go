package eval_test

import (
	"encoding/json"
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"studiolint/lint/liquid"
)

// archived returns the templates of the flows in the archives of the rules.
func archived(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("../../../testdata/rules/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d archives, %v", len(files), err)
	}
	seen := map[string]bool{}
	var list []string
	var collect func(v any)
	collect = func(v any) {
		switch v := v.(type) {
		case string:
			if liquid.HasMarkup(v) && !seen[v] {
				seen[v] = true
				list = append(list, v)
			}
		case []any:
			for _, item := range v {
				collect(item)
			}
		case map[string]any:
			for _, item := range v {
				collect(item)
			}
		}
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			var doc any
			if json.Unmarshal(f.Data, &doc) == nil {
				collect(doc)
			}
		}
	}
	return list
}

// TestArchived renders what flows hold, with osteele beside it.
func TestArchived(t *testing.T) {
	theirs := engine(t)
	count := 0
	list := archived(t)
	for _, text := range list {
		if compare(t, theirs, text) {
			count++
		}
	}
	t.Logf("%d of %d templates of the archives are determined", count, len(list))
	if len(list) < 100 || count*2 < len(list) {
		t.Errorf("of %d templates %d are determined", len(list), count)
	}
}
