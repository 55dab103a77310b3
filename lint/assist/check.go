package assist

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"go.lsp.dev/jsonrpc2"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/finding"
	"studiolint/lint/input"
)

// How many findings are returned, and at most.
const (
	usualLimit = 20
	maxLimit   = 1000
)

// subject is what a tool is about: a text, or what lies at a path.
type subject struct {
	Text *string `json:"text"`
	Path string  `json:"path"`
	Name string  `json:"name"`
}

type lintArguments struct {
	subject
	Least string `json:"least"`
	Limit int    `json:"limit"`
}

// lintResult is what lint returns.
type lintResult struct {
	Flows    int       `json:"flows"`
	Counts   count     `json:"counts"`
	Findings []problem `json:"findings"`
	More     int       `json:"more"` // those that are not returned
}

type count struct {
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Notes    int `json:"notes"`
}

func countOf(t finding.Totals) count {
	return count{t.Counting[finding.Error], t.Counting[finding.Warning], t.Counting[finding.Note]}
}

// A problem is a finding, as short as it can be.
type problem struct {
	File     string `json:"file,omitempty"` // "" for a text without a name
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Severity string `json:"severity"`
	Rule     string `json:"rule"`
	Widget   string `json:"widget,omitempty"`
	Pointer  string `json:"pointer,omitempty"` // JSON Pointer within the file
	Message  string `json:"message"`
	Cure     *cure  `json:"cure,omitempty"`
}

// A cure is a change that fix makes.
type cure struct {
	Title string `json:"title"`
	Safe  bool   `json:"safe"`
}

func problemOf(d *finding.Diagnostic) problem {
	p := problem{
		File: d.File, Line: max(d.Range.Start.Line, 1), Column: max(d.Range.Start.Column, 1),
		Severity: d.Severity.String(), Rule: d.Rule.ID, Widget: d.Widget, Pointer: d.Pointer(), Message: d.Message,
	}
	if p.File == unnamed {
		p.File = ""
	}
	for _, f := range d.Fixes {
		if p.Cure == nil || f.Safe && !p.Cure.Safe {
			p.Cure = &cure{f.Title, f.Safe}
		}
	}
	return p
}

// unnamed is the path that a text without a name goes by.
const unnamed = "<text>"

func (s *server) lint(a *lintArguments) (any, error) {
	least := finding.Warning
	if a.Least != "" {
		var err error
		if least, err = finding.ParseSeverity(a.Least); err != nil || least == finding.Off {
			return nil, jsonrpc2.Errorf(jsonrpc2.InvalidParams, "least is note, warning or error, not %q", a.Least)
		}
	}
	limit, err := limited(a.Limit, usualLimit)
	if err != nil {
		return nil, err
	}
	candidates, o, err := s.candidates(&a.subject)
	if err != nil {
		return nil, err
	}
	result := lint.Run(candidates, o)
	if len(result.Problems) > 0 {
		return nil, errors.Join(result.Problems...)
	}
	if result.Files == 0 {
		return nil, fmt.Errorf("there is no flow in %s", cmp.Or(a.Path, a.Name, "the text"))
	}
	answer := lintResult{Flows: result.Flows, Counts: countOf(result.Totals()), Findings: []problem{}}
	slices.SortStableFunc(result.Diagnostics, func(a, b *finding.Diagnostic) int { return cmp.Compare(b.Severity, a.Severity) })
	for _, d := range result.Diagnostics {
		switch {
		case d.Suppressed != nil:
		case d.Severity < least || len(answer.Findings) == limit:
			answer.More++
		default:
			answer.Findings = append(answer.Findings, problemOf(d))
		}
	}
	return answer, nil
}

// candidates returns what a tool is about, and how it is checked.
func (s *server) candidates(a *subject) ([]input.Candidate, lint.Options, error) {
	var o lint.Options
	switch {
	case a.Text == nil && a.Path == "":
		return nil, o, jsonrpc2.NewError(jsonrpc2.InvalidParams, "give a text or a path")
	case a.Text != nil && a.Path != "":
		return nil, o, jsonrpc2.NewError(jsonrpc2.InvalidParams, "give a text or a path, not both")
	case a.Text != nil && len(*a.Text) > input.MaxSize:
		return nil, o, fmt.Errorf("the text is larger than %d bytes, and nothing of Studio's is", input.MaxSize)
	}
	o, err := s.optionsFor(cmp.Or(a.Path, a.Name))
	if err != nil {
		return nil, o, err
	}
	if a.Text != nil {
		return []input.Candidate{input.FromBytes(filepath.ToSlash(cmp.Or(a.Name, unnamed)), []byte(*a.Text))}, o, nil
	}
	o.Covered = []string{a.Path}
	list, problems := input.Find([]string{a.Path}, input.FindOptions{
		Root: o.Root, Exclude: o.Configs.Excluded, Ignored: s.options.Ignored, Glance: true,
	})
	return list, o, errors.Join(problems...)
}

// optionsFor returns how what lies at a path is checked, from the root that it lies below;
// "" for what has no path.
func (s *server) optionsFor(path string) (lint.Options, error) {
	o := s.options.Check
	if path != "" {
		root, err := s.below(path)
		if err != nil {
			return o, err
		}
		o.Root.Dir = root
	}
	if !s.options.NoConfig {
		o.Configs = config.NewFinder(lint.Data(o.Rules), s.options.Check.Root, config.Options{Path: s.options.Config})
		if s.options.Config == "" {
			o.Configs = config.NewFinder(lint.Data(o.Rules), o.Root, config.Options{})
		}
	}
	return o, nil
}

type fixArguments struct {
	subject
	Unsafe bool `json:"unsafe"`
}

// fixResult is what fix returns.
type fixResult struct {
	Text   string    `json:"text"`
	Mended []problem `json:"mended"` // at their places before
	Left   count     `json:"left"`
}

func (s *server) fix(a *fixArguments) (any, error) {
	candidates, o, err := s.candidates(&a.subject)
	if err != nil {
		return nil, err
	}
	if len(candidates) != 1 || a.Text == nil && o.Root.IsDir(a.Path) {
		return nil, fmt.Errorf("fix mends one flow: %s is no file", a.Path)
	}
	text, made, err := s.options.Mend(candidates[0], o, a.Unsafe)
	if err != nil {
		return nil, err
	}
	switch {
	case text != nil:
	case a.Text != nil:
		text = []byte(*a.Text)
	default:
		if text, err = o.Root.ReadFile(a.Path, input.MaxSize); err != nil {
			return nil, err
		}
	}
	answer := fixResult{Text: string(text), Mended: []problem{}}
	for _, m := range made {
		p := problemOf(m.Finding)
		p.Cure = &cure{m.Fix.Title, m.Fix.Safe}
		answer.Mended = append(answer.Mended, p)
	}
	answer.Left = countOf(finding.Of(lint.Run([]input.Candidate{candidates[0].WithText(text)}, o).Diagnostics))
	return answer, nil
}

func (s *server) explain(a *struct {
	Name string `json:"name"`
}) (any, error) {
	if a.Name == "" {
		return nil, jsonrpc2.NewError(jsonrpc2.InvalidParams, "name is missing")
	}
	told, err := s.options.Explain(a.Name)
	return told, err
}
