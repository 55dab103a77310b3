package rules

import (
	"runtime/debug"
	"sync"
	"testing"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/lint/input"
)

// The tests make a hundred thousand short-lived documents: a fifth of their time was
// collecting garbage.
func init() { debug.SetGCPercent(400) }

// every is All, put in order once: some tests run it a hundred thousand times.
var every = sync.OnceValue(All)

// lintText checks one text with every rule or with some. The caller looks at the
// result's problems.
func lintText(path string, text []byte, only ...string) *lint.Result {
	return lint.Run([]input.Candidate{input.FromBytes(path, text)}, lint.Options{Rules: every(), Only: only, Jobs: 1})
}

// lintFlow checks one flow with every rule or with some, without any problem.
func lintFlow(t testing.TB, text []byte, only ...string) *lint.Result {
	t.Helper()
	r := lintText("flow.json", text, only...)
	for _, p := range r.Problems {
		t.Error(p)
	}
	if r.Flows != 1 {
		t.Error("the flow was not read")
	}
	return r
}

// lintTexts checks texts, given as name, text, name, text …, in one run.
func lintTexts(t *testing.T, only []string, texts ...string) *lint.Result {
	t.Helper()
	var candidates []input.Candidate
	for i := 0; i < len(texts); i += 2 {
		candidates = append(candidates, input.FromBytes(texts[i], []byte(texts[i+1])))
	}
	result := lint.Run(candidates, lint.Options{Rules: every(), Only: only})
	for _, p := range result.Problems {
		t.Error(p)
	}
	return result
}

// lintPath checks a file or a folder as the command does, with its configurations.
func lintPath(t *testing.T, root files.Root, path string, only ...string) *lint.Result {
	t.Helper()
	candidates, problems := input.Find([]string{path}, input.FindOptions{Root: root})
	result := lint.Run(candidates, lint.Options{
		Root: root, Rules: every(), Only: only,
		Configs: config.NewFinder(lint.Data(every()), root, config.Options{}),
	})
	for _, p := range append(problems, result.Problems...) {
		t.Error(p)
	}
	if len(candidates) == 0 {
		t.Errorf("there is nothing in %s", path)
	}
	return result
}
