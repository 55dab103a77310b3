package input

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"studiolint/lint/files"
)

// otherJSON returns a JSON file of about that many bytes as repositories hold
// them beside flows: settings, translations, lists of records, coordinates.
func otherJSON(r *rand.Rand, size int) []byte {
	word := func() string { return fmt.Sprintf("w%x", r.Uint32()) }
	var grow func() (value any, add func() int)
	switch r.IntN(4) {
	case 0: // settings and dependencies, in the way of package.json
		grow = func() (any, func() int) {
			deps := map[string]any{}
			return map[string]any{"name": word(), "version": "1.0.0", "private": true, "dependencies": deps}, func() int {
				k := word()
				deps[k] = map[string]any{"version": "^1.2.3", "resolved": "https://example.com/" + k, "dev": true}
				return 100
			}
		}
	case 1: // translations
		grow = func() (any, func() int) {
			texts := map[string]any{}
			return map[string]any{"de": texts, "fr": texts}, func() int {
				texts[word()] = "Please choose one of the \"options\" below, " + word()
				return 160
			}
		}
	case 2: // records
		grow = func() (any, func() int) {
			var list []any
			value := &list
			return value, func() int {
				list = append(list, map[string]any{"id": r.IntN(1e6), "name": word(), "city": word(), "tags": []string{word(), word()}, "active": true})
				return 110
			}
		}
	default: // coordinates
		grow = func() (any, func() int) {
			var list []any
			return map[string]any{"type": "LineString", "coordinates": &list}, func() int {
				list = append(list, []float64{r.Float64(), r.Float64()})
				return 45
			}
		}
	}
	value, add := grow()
	for n := 0; n < size; {
		n += add()
	}
	text, err := json.MarshalIndent(value, "", "  ")
	if err != nil {
		panic(err)
	}
	return text
}

// otherFolder writes a folder of other JSON files and returns it.
func otherFolder(tb testing.TB, files, size int) string {
	tb.Helper()
	root := tb.TempDir()
	r := rand.New(rand.NewPCG(1, 2))
	for i := range files {
		folder := filepath.Join(root, fmt.Sprintf("d%02d", i%40))
		if err := os.MkdirAll(folder, 0o777); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("f%04d.json", i)), otherJSON(r, size), 0o666); err != nil {
			tb.Fatal(err)
		}
	}
	return root
}

// BenchmarkOtherFiles compares looking through a folder of other JSON with only
// reading its files.
func BenchmarkOtherFiles(b *testing.B) {
	root := otherFolder(b, 2000, 15_000)
	var look, read time.Duration
	for b.Loop() {
		start := time.Now()
		candidates, problems := Find([]string{root}, FindOptions{Root: files.Here()})
		if len(candidates) != 2000 || len(problems) != 0 {
			b.Fatal(len(candidates), problems)
		}
		for _, c := range candidates {
			if f, err := c.Load(files.Here()); f != nil || err != nil {
				b.Fatal(c.Path, f, err)
			}
		}
		look += time.Since(start)

		start = time.Now()
		for _, c := range candidates {
			if _, err := os.ReadFile(c.Path); err != nil {
				b.Fatal(err)
			}
		}
		read += time.Since(start)
	}
	b.ReportMetric(float64(look.Milliseconds())/float64(b.N), "look-ms/op")
	b.ReportMetric(float64(read.Milliseconds())/float64(b.N), "read-ms/op")
	b.ReportMetric(float64(look)/float64(read), "ratio")
}
