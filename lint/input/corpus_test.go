package input

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"studiolint/lint/files"
)

// TestCorpus loads real flows and checks them against the table of their sources:
// each is of the kind that its format says, and its first flow has as many states.
func TestCorpus(t *testing.T) {
	root := os.Getenv("STUDIOLINT_CORPUS")
	if root == "" {
		t.Skip("STUDIOLINT_CORPUS names no corpus")
	}
	table, err := os.Open(filepath.Join(root, "SOURCES.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer table.Close()
	reader := csv.NewReader(table)
	reader.Comma, reader.LazyQuotes = '\t', true
	rows, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	if len(rows) < 2 {
		t.Fatal("the table is empty")
	}

	candidates, problems := Find([]string{root}, FindOptions{Root: files.Here()})
	if len(problems) > 0 {
		t.Error(problems)
	}
	read := map[string]*File{}
	for _, c := range candidates {
		f, err := c.Load(files.Here())
		if err != nil || f == nil {
			t.Errorf("%s: passed over: %v", c.Path, err)
			continue
		}
		name, _ := filepath.Rel(root, filepath.FromSlash(c.Path))
		read[filepath.ToSlash(name)] = f
	}
	if len(read) != len(rows)-1 {
		t.Errorf("%d files, %d in the table", len(read), len(rows)-1)
	}
	for _, row := range rows[1:] {
		name, format := row[column["file"]], row[column["format"]]
		want, _ := strconv.Atoi(row[column["states"]])
		f := read[name]
		if f == nil {
			t.Errorf("%s: not found", name)
			continue
		}
		states := 0
		for i, d := range f.Documents {
			kind := Definition
			switch {
			case format == "v1-legacy":
				kind = Legacy
			case strings.Contains(name, "flowsPag") && (i == 0 || d.Kind == FlowPage):
				kind = FlowPage
			case strings.HasPrefix(name, "resources/"):
				kind = FlowResource
			}
			if d.Kind != kind {
				t.Errorf("%s: %v, want %v", name, d.Kind, kind)
			}
			// The table counts one flow of a page that has several.
			if states == 0 {
				states = d.Definition.Get("states").Len()
			}
		}
		if len(f.Documents) == 0 || states != want {
			t.Errorf("%s: %d states in %v, want %d", name, states, documents(f), want)
		}
	}
}
