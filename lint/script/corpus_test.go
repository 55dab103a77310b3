package script

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"studiolint/lint/files"
	"studiolint/lint/sim"
)

// corpus returns the file system of the flows that CI has, and their paths; the test is
// skipped where there are none.
func corpus(t *testing.T) (files.Root, []string) {
	t.Helper()
	dir := os.Getenv("STUDIOLINT_CORPUS")
	if dir == "" {
		if os.Getenv("STUDIOLINT_NO_SKIP") != "" {
			return files.Root{}, nil
		}
		t.Skip("STUDIOLINT_CORPUS names no folder of flows")
	}
	var paths []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(name, ".json") {
			rest, _ := filepath.Rel(dir, name)
			paths = append(paths, filepath.ToSlash(rest))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files.Root{FS: files.OS{}, Dir: dir}, paths
}

// Every test that is written for a flow passes when it is run, and together they take
// nine in ten of the transitions that an execution can come to; for the median flow all.
func TestGenerateCorpus(t *testing.T) {
	root, paths := corpus(t)
	loader := &Loader{Root: root}
	var all Count
	var shares []int
	tests := 0
	for _, name := range paths {
		p, _, err := loader.Program(name)
		if err != nil || len(p.Flow.Entries()) == 0 {
			continue
		}
		g := generate(p, nil, nil, name)
		all.Total += g.Taken.Total
		all.Taken += g.Taken.Taken
		shares = append(shares, g.Taken.Percent())
		tests += g.Tests
		for _, line := range g.Without {
			t.Log(line)
		}
		checkGenerated(t, loader, name, g, p)
	}
	if len(shares) == 0 {
		return
	}
	slices.Sort(shares)
	median := shares[len(shares)/2]
	t.Logf("%d flows, %d tests: %d of %d transitions (%d %%), the median flow %d %%", len(shares), tests, all.Taken, all.Total, all.Percent(), median)
	if all.Percent() < 90 || median < 100 {
		t.Errorf("%d %% of the transitions, and %d %% of those of the median flow", all.Percent(), median)
	}
}

func checkGenerated(t *testing.T, l *Loader, name string, g *Generated, p *sim.Program) {
	t.Helper()
	suite, err := parse("generated.flowtest.yaml", g.Text)
	if err != nil {
		t.Errorf("%s: %v\n%s", name, err, g.Text)
		return
	}
	b, err := bind(suite, l)
	if err != nil {
		t.Errorf("%s: %v\n%s", name, err, g.Text)
		return
	}
	var taken tally
	for _, test := range b.Tests {
		o := b.run(test).outcome(test.Name)
		taken.add(o.x.Visits())
		if o.Status != Passed {
			t.Errorf("%s: %s: %s: %s", name, o.Name, o.Status, o.Message)
		}
	}
	if c := taken.cover([]*sim.Program{b.program})[0]; c.Transitions != g.Taken {
		t.Errorf("%s: the tests take %v of the transitions, and were to take %v", name, c.Transitions, g.Taken)
	}
}
