package editor

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"go.lsp.dev/jsonrpc2"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/finding"
	"studiolint/lint/fix"
	"studiolint/lint/input"
	"studiolint/lint/source"
)

// The kinds of actions.
const (
	kindQuickFix = "quickfix"
	kindFixAll   = "source.fixAll.studiolint"
)

// explainCommand shows the text of a rule.
const explainCommand = "studiolint.explain"

// givenReason is written where a person is to say why a finding is accepted.
const givenReason = "TODO: say why this is fine"

type codeAction struct {
	Title       string         `json:"title"`
	Kind        string         `json:"kind"`
	Diagnostics []diagnostic   `json:"diagnostics,omitzero"`
	IsPreferred bool           `json:"isPreferred,omitzero"`
	Edit        *workspaceEdit `json:"edit,omitzero"`
	Command     *command       `json:"command,omitzero"`
}

type command struct {
	Title     string `json:"title"`
	Command   string `json:"command"`
	Arguments []any  `json:"arguments,omitzero"`
}

type actionParams struct {
	TextDocument documentID `json:"textDocument"`
	Range        span       `json:"range"`
	Context      struct {
		Only []string `json:"only"`
	} `json:"context"`
}

// wants reports whether actions of a kind are asked for: of all kinds when none is
// named, but for those of the whole document, which are asked for by name.
func (p *actionParams) wants(kind string) bool {
	if len(p.Context.Only) == 0 {
		return kind != kindFixAll
	}
	return slices.ContainsFunc(p.Context.Only, func(only string) bool {
		return only == "" || kind == only || strings.HasPrefix(kind, only+".")
	})
}

// codeAction answers with what can be done about the findings in a range, once the
// newest text is checked.
func (s *server) codeAction(p *actionParams) (any, error) {
	d := s.document(p.TextDocument.URI)
	if d == nil || d.showing() == nil {
		return []codeAction{}, nil
	}
	return promise(func(answer func(any, error)) {
		d.showing().whenIdle(func() { answer(s.actions(d, p), nil) })
	}), nil
}

func (s *server) actions(d *document, p *actionParams) []codeAction {
	list := []codeAction{}
	if d.shown == nil || d.shown.text != d.text {
		return list
	}
	b := actionBuilder{server: s, document: d, converter: s.converter(d.shown.root)}
	start, _ := d.text.offset(p.Range.Start)
	end, _ := d.text.offset(p.Range.End)
	if p.wants(kindQuickFix) {
		for _, f := range d.shown.findings {
			file, at := f.At.Locate()
			if file != nil && at.Start <= end && start <= at.End {
				b.about(f)
			}
		}
		list = append(list, b.list...)
	}
	if p.wants(kindFixAll) {
		if edit := s.fixAll(d); edit != nil {
			list = append(list, codeAction{Title: "Fix all that is safe to fix", Kind: kindFixAll, Edit: edit})
		}
	}
	return list
}

// An actionBuilder collects the actions for the findings in a range.
type actionBuilder struct {
	*server
	document  *document
	converter *converter
	list      []codeAction
	rules     []string // those that have an action for all their findings already
}

// about adds the actions for a finding.
func (b *actionBuilder) about(f *finding.Diagnostic) {
	shown := []diagnostic{b.converter.diagnostic(f)}
	for _, x := range f.Fixes {
		if edit := b.edit([]finding.Fix{x}); edit != nil {
			b.list = append(b.list, codeAction{Title: x.Title, Kind: kindQuickFix, Diagnostics: shown, IsPreferred: x.Safe, Edit: edit})
		}
	}
	if !slices.Contains(b.rules, f.Rule.ID) {
		b.rules = append(b.rules, f.Rule.ID)
		b.allOf(f, shown)
	}
	b.accept(f, shown)
	b.list = append(b.list, codeAction{
		Title: "Explain " + f.Rule.ID, Kind: kindQuickFix, Diagnostics: shown,
		Command: &command{Title: "Explain " + f.Rule.ID, Command: explainCommand, Arguments: []any{f.Rule.ID}},
	})
}

// allOf adds the action that fixes all findings of a rule, as safely as this one.
func (b *actionBuilder) allOf(f *finding.Diagnostic, shown []diagnostic) {
	safe := slices.ContainsFunc(f.Fixes, func(x finding.Fix) bool { return x.Safe })
	if len(f.Fixes) == 0 {
		return
	}
	var fixes []finding.Fix
	choose := fix.Safe(!safe)
	for _, other := range b.document.shown.findings {
		if other.Rule != f.Rule {
			continue
		}
		if x := choose(other); x != nil {
			fixes = append(fixes, *x)
		}
	}
	if len(fixes) < 2 {
		return
	}
	if edit := b.edit(fixes); edit != nil {
		title := fmt.Sprintf("Fix all %d findings of %s", len(fixes), f.Rule.ID)
		b.list = append(b.list, codeAction{Title: title, Kind: kindQuickFix, Diagnostics: shown, Edit: edit})
	}
}

// edit makes fixes; nil when nothing of them can be made.
func (b *actionBuilder) edit(fixes []finding.Fix) *workspaceEdit {
	changed, _ := fix.Apply(fixes)
	e := b.newEdit()
	for _, c := range changed {
		e.replace(b.converter.root.Abs(c.File.Path), c.File.Bytes, c.Text)
	}
	return e.result()
}

// fixAll makes all safe fixes of a document, as the command fix does.
func (s *server) fixAll(d *document) *workspaceEdit {
	g := d.showing()
	o := s.options.Check
	o.Root, o.Configs, o.Baseline = g.root, g.finder, s.baseline
	name := g.name(d.path)
	m := mendable{lint.NewSession(o)}
	m.Open(input.Candidate{Path: name}.WithText(d.text.bytes))
	outcome, err := fix.Mend(m, fix.Safe(false))
	if err != nil {
		return nil
	}
	e := s.newEdit()
	if after, ok := outcome.After[name]; ok {
		e.replace(d.path, d.text.bytes, after)
	}
	return e.result()
}

// A mendable is a session as package fix wants it.
type mendable struct{ *lint.Session }

// Check returns what is found now.
func (m mendable) Check() (*finding.Result, error) {
	r, err := m.Session.Check(context.Background())
	if err != nil {
		return nil, err
	}
	return &r.Result, nil
}

// accept adds the actions that accept a finding with a reason, which is left to be
// written: in the configuration and in the description of the flow.
func (b *actionBuilder) accept(f *finding.Diagnostic, shown []diagnostic) {
	where := "here"
	if f.Widget != "" {
		where = "in " + f.Widget
	}
	if edit := b.acceptInConfiguration(f); edit != nil {
		b.list = append(b.list, codeAction{
			Title: fmt.Sprintf("Accept %s %s, in %s", f.Rule.ID, where, config.Name), Kind: kindQuickFix, Diagnostics: shown, Edit: edit,
		})
	}
	if edit := b.acceptInDescription(f); edit != nil {
		b.list = append(b.list, codeAction{
			Title: fmt.Sprintf("Accept %s %s, in the flow's description", f.Rule.ID, where), Kind: kindQuickFix, Diagnostics: shown, Edit: edit,
		})
	}
}

func (b *actionBuilder) acceptInConfiguration(f *finding.Diagnostic) *workspaceEdit {
	if b.options.NoConfig {
		return nil
	}
	file := b.configurationOf(b.document)
	before, exists := b.read(file)
	relative, err := filepath.Rel(filepath.Dir(file), b.document.path)
	if err != nil {
		return nil
	}
	entry := config.Entry{Rule: f.Rule.ID, Files: []string{filepath.ToSlash(relative)}, Reason: givenReason}
	if f.Widget != "" {
		entry.Widgets = []string{f.Widget}
	}
	after, err := config.Add(filepath.Base(file), before, lint.Data(b.options.Check.Rules), entry)
	if err != nil {
		return nil
	}
	e := b.newEdit()
	if !exists {
		e.create(file)
	}
	e.replace(file, before, after)
	return e.result()
}

// configurationOf returns the configuration of a document, or the one that it would have:
// at the top of its repository, else of the client's folder.
func (s *server) configurationOf(d *document) string {
	if file := s.configFile(); file != "" {
		return file
	}
	root := s.options.Check.Root
	top := root.Repository(filepath.Dir(d.path))
	if top == "" && d.folder != nil {
		top = d.folder.dir
	}
	for dir := filepath.Dir(d.path); ; dir = filepath.Dir(dir) {
		file := filepath.Join(dir, config.Name)
		if _, err := root.Lstat(file); err == nil {
			return file
		}
		if dir == top || dir == filepath.Dir(dir) {
			break
		}
	}
	if top == "" {
		top = filepath.Dir(d.path)
	}
	return filepath.Join(top, config.Name)
}

// read returns the text of a file as the client has it, or else as it is on disk.
func (s *server) read(file string) (text []byte, exists bool) {
	if d := s.documentAt(file); d != nil {
		return d.text.bytes, true
	}
	data, err := s.options.Check.Root.ReadFile(file, input.MaxSize)
	return data, err == nil
}

// acceptInDescription writes a directive. Of a document with several flows it is the
// flow of the finding that is meant.
func (b *actionBuilder) acceptInDescription(f *finding.Diagnostic) *workspaceEdit {
	if f.Rule.Scope == finding.PerFile || f.Rule.Scope == finding.Last || b.document.model == nil || strings.ContainsAny(f.Widget, ":;*\"'\r\n") {
		return nil
	}
	for _, p := range b.document.model.documents {
		if p.Flow == nil || !f.Document.Exists() || p.Node.Pointer() != f.Document.Pointer() {
			continue
		}
		directive := "studiolint-ignore " + f.Rule.ID
		if f.Widget != "" {
			directive += " " + f.Widget
		}
		directive += ": " + givenReason
		definition := p.Flow.Definition
		description := definition.Get("description")
		change := definition.InsertMember(0, "description", source.Text(directive))
		switch {
		case description.IsString() && strings.TrimSpace(description.Text()) != "":
			change = description.SetText(description.Text() + "\n" + directive)
		case description.IsString():
			change = description.SetText(directive)
		case description.Exists():
			return nil
		}
		file, at, text, ok := change.Resolve()
		if !ok {
			return nil
		}
		e := b.newEdit()
		e.add(b.document.path, file.Bytes, fix.Replacement{Start: at.Start, End: at.End, Text: []byte(text)})
		return e.result()
	}
	return nil
}

// execute runs a command that an action names.
func (s *server) execute(p *struct {
	Command   string            `json:"command"`
	Arguments []json.RawMessage `json:"arguments"`
}) (any, error) {
	if p.Command != explainCommand || len(p.Arguments) != 1 {
		return nil, jsonrpc2.Errorf(jsonrpc2.InvalidParams, "there is no command %q with %d arguments", p.Command, len(p.Arguments))
	}
	var id string
	if err := decode(jsonrpc2.RawMessage(p.Arguments[0]), &id); err != nil {
		return nil, err
	}
	text := ""
	if s.options.Explain != nil {
		text = s.options.Explain(id)
	}
	if text == "" {
		text = s.explainHouse(id)
	}
	if text == "" {
		return nil, failed("there is no rule %q", id)
	}
	s.client.say(messageInfo, "%s", text)
	return text, nil
}

// explainHouse says what there is to say of a rule that a configuration declares; "" for
// none.
func (s *server) explainHouse(id string) string {
	for _, g := range s.groups() {
		if g.result == nil {
			continue
		}
		for _, r := range g.result.Rules {
			if r.ID == id {
				return fmt.Sprintf("%s: %s\nSeverity: %s\n\n%s\n", r.ID, r.Title, r.Severity, r.Doc)
			}
		}
	}
	return ""
}
