package rules

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/lint/input"
)

// Baselines and ignores rely on AcrossFiles: a rule that finds something else in a
// file when other files are linted with it must say so, and one that says so must have
// an archive in which it does.
func TestAcrossFiles(t *testing.T) {
	t.Parallel()
	depends := map[string]string{} // by rule: a file
	for _, a := range archives(t) {
		t.Run(a.name, func(t *testing.T) {
			folder, cases := a.extract(t)
			for _, c := range cases {
				if !folder.IsDir(c) {
					continue
				}
				candidates, _ := input.Find([]string{c}, input.FindOptions{Root: folder})
				together := findingsByRule(folder, candidates)
				alone := map[string][]string{}
				for _, file := range candidates {
					for id, found := range findingsByRule(folder, []input.Candidate{file}) {
						alone[id] = append(alone[id], found...)
					}
				}
				for _, r := range every() {
					if !slices.Equal(slices.Sorted(slices.Values(alone[r.ID])), slices.Sorted(slices.Values(together[r.ID]))) {
						depends[r.ID] = a.name + ", " + c
					}
				}
			}
		})
	}
	for _, r := range All() {
		if file := depends[r.ID]; file != "" && !r.AcrossFiles {
			t.Errorf("%s does not say that its findings depend on the other files, as in %s", r.ID, file)
		} else if file == "" && r.AcrossFiles {
			t.Errorf("%s says that its findings depend on the other files, but in no archive they do", r.ID)
		}
	}
	t.Log(slices.Sorted(maps.Keys(depends)))
}

func findingsByRule(root files.Root, candidates []input.Candidate) map[string][]string {
	found := map[string][]string{}
	for _, d := range lint.Run(candidates, lint.Options{Root: root, Rules: every(), Configs: config.NewFinder(lint.Data(every()), root, config.Options{})}).Diagnostics {
		found[d.Rule.ID] = append(found[d.Rule.ID], fmt.Sprint(d.File, d.Range, d.Severity, d.Message))
	}
	return found
}
