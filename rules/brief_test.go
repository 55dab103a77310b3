package rules

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/lint/finding"
	"studiolint/lint/input"
)

// What a session finds in brief is what it finds otherwise, as soon as it is completed.
func TestBrief(t *testing.T) {
	paths := 0
	for _, folder := range []string{"good", "broken"} {
		for _, s := range flowTexts(t, filepath.Join("../testdata/flows", folder), 0) {
			check := func(brief bool) []*finding.Diagnostic {
				session := lint.NewSession(lint.Options{
					Root: files.Here(), Rules: every(), Brief: brief,
					Configs: config.NewFinder(lint.Data(every()), files.Here(), config.Options{}),
				})
				session.Open(input.FromBytes("flow.json", s.text))
				result, err := session.Check(context.Background())
				if err != nil {
					t.Fatal(err)
				}
				return result.Diagnostics
			}
			whole, brief := check(false), check(true)
			for _, d := range brief {
				if d.Path != nil {
					t.Errorf("%s: the path of %s is worked out before anybody asks", s.path, d.Rule.ID)
				}
				for range 2 { // the second time nothing is left to do
					if err := d.Complete(); err != nil {
						t.Error(err)
					}
				}
				paths += len(d.Path)
			}
			same := []cmp.Option{
				cmpopts.IgnoreUnexported(finding.Diagnostic{}),
				cmpopts.IgnoreFields(finding.Diagnostic{}, "Rule", "At", "Document", "Suppressed"),
				cmpopts.IgnoreFields(finding.Step{}, "At"),
				cmpopts.IgnoreFields(finding.Related{}, "At"),
				cmpopts.IgnoreFields(finding.Fix{}, "Changes"),
				cmpopts.IgnoreFields(finding.Edit{}, "At"),
			}
			if diff := cmp.Diff(whole, brief, same...); diff != "" {
				t.Errorf("%s: %s", s.path, diff)
			}
		}
	}
	if paths == 0 {
		t.Error("no finding has a path")
	}
}

// A path that cannot be worked out is told, and takes nothing else with it.
func TestBriefFailure(t *testing.T) {
	d := finding.New(&finding.Rule{ID: "some-rule"}, flowOf(flowTexts(t, "../testdata/flows/good", 0)[0]).Widgets[0], "wrong")
	d.Along(func() []finding.Step { panic("no way") }).Locate()
	if err := d.Complete(); err == nil || d.Path != nil {
		t.Errorf("it fails with %v", err)
	}
	if err := d.Complete(); err != nil {
		t.Errorf("it fails again: %v", err)
	}
}
