package lint

import (
	"context"
	"errors"
	"maps"

	"studiolint/lint/accept"
	"studiolint/lint/finding"
	"studiolint/lint/input"
	"studiolint/lint/project"
)

// A unit is one file that is checked, with all that is known of it.
type unit struct {
	accept.Open // what was found in the last check

	candidate input.Candidate
	stale     bool // its text may be another one than when it was loaded

	file      *input.File // nil when there is nothing to look at
	unread    error       // why it could not be read, or holds nothing of ours
	badConfig error       // why there is no configuration

	rules []*Rule // for the file, those of its configuration last

	// done are the passes of the rules that have looked at the file as it is.
	done map[*Rule][]*Pass

	problems []error // why the file was not checked, or not by every rule
}

func newUnit(c input.Candidate, f *accept.File) *unit {
	f.Path = c.Path
	return &unit{Open: accept.Open{File: f}, candidate: c, stale: true}
}

// load reads the file, if it may have changed, and finds its configuration. It
// reports whether either is another one than before.
func (u *unit) load(o *Options) (changed bool) {
	before, config, badConfig := u.file, u.Config, u.badConfig
	if u.stale {
		u.file, u.unread = u.candidate.Reload(o.Root, u.file)
		u.stale = false
	}
	u.Config, u.badConfig, u.Unread = nil, nil, u.unread != nil
	if u.file != nil {
		u.Config, u.badConfig = o.Configs.For(u.Path)
	}
	if u.file == before && u.Config == config && u.badConfig == badConfig {
		return false
	}
	u.Documents, u.done = nil, nil
	u.rules = o.rulesOf(u.Config)
	if u.Config != nil {
		u.Documents = project.Documents(u.file, u.Config, o.Catalogue)
		for _, d := range u.Documents {
			d.Facts = newFacts()
		}
	}
	u.Holds = len(u.Documents) > 0
	return true
}

// passedOver reports whether the file seems to hold a flow and was not read.
func (u *unit) passedOver() bool {
	var unread *input.UnreadError
	return errors.As(u.unread, &unread)
}

// forgetAcross forgets the findings that depend on the other files.
func (u *unit) forgetAcross() {
	maps.DeleteFunc(u.done, func(r *Rule, _ []*Pass) bool { return r.AcrossFiles })
}

// check runs the rules that have not looked at the file yet, as many at a time as
// there are jobs.
func (u *unit) check(ctx context.Context, all *project.Project, o *Options, jobs int) {
	if u.Config == nil {
		return
	}
	type task struct {
		pass     *Pass
		set      bool // someone has set the rule's severity
		severity finding.Severity
	}
	tasks := make([]task, 0, len(u.rules)*max(1, len(u.Documents)))
	room := make([]Pass, cap(tasks))
	for _, r := range u.rules {
		severity, set := o.severity(r, u.Config, u.Path)
		if severity == finding.Off || r.Check == nil || r.Scope == finding.Last || u.done[r] != nil {
			continue
		}
		for _, d := range u.targets(r.Scope) {
			p := &room[len(tasks)]
			*p = Pass{Context: ctx, File: u.file, Document: d, Project: all, Config: u.Config, rule: r, path: u.Path, documents: u.Documents}
			if d != nil {
				p.Flow = d.Flow
			}
			tasks = append(tasks, task{p, set, severity})
		}
	}
	if u.file.Source.Size < manyBytes {
		jobs = 1
	}
	spread(len(tasks), jobs, func(i int) {
		if ctx.Err() == nil {
			tasks[i].pass.run(tasks[i].severity, tasks[i].set)
		}
	})
	if ctx.Err() != nil {
		return // who knows which rules have noticed
	}
	if u.done == nil {
		u.done = make(map[*Rule][]*Pass, len(u.rules))
	}
	for _, t := range tasks {
		u.done[t.pass.rule] = append(u.done[t.pass.rule], t.pass)
	}
}

// manyBytes is how large a file must be for its rules to be shared out: a smaller one is
// done before another thread has started.
const manyBytes = 48 << 10

// targets are what a rule of a scope looks at in the file: its documents, or one
// that is nil for the file itself.
func (u *unit) targets(s finding.Scope) []*project.Document {
	if s == finding.PerFile {
		return []*project.Document{nil}
	}
	var list []*project.Document
	for _, d := range u.Documents {
		if d.Flow != nil || s == finding.PerDocument {
			list = append(list, d)
		}
	}
	return list
}

// gather puts together what the rules have found. The findings of the passes are
// kept as they are, unless the unit ends here.
func (u *unit) gather(ends bool) {
	u.Found, u.Ran, u.problems = nil, make(map[string]bool, len(u.done)), nil
	if u.unread != nil && !u.passedOver() {
		u.problems = append(u.problems, u.unread)
	}
	for _, r := range u.rules {
		for _, p := range u.done[r] {
			u.note(p)
			for _, d := range p.found {
				if !ends {
					d = d.Copy()
				}
				u.Found = append(u.Found, d)
			}
		}
	}
	finding.Sort(u.Found)
}

// note remembers that a rule has looked at the file, whether all is known, and that
// it failed.
func (u *unit) note(p *Pass) {
	complete := len(p.failed) == 0 && p.dropped == 0
	if known, before := u.Ran[p.rule.ID]; before {
		complete = complete && known
	}
	u.Ran[p.rule.ID] = complete
	u.problems = append(u.problems, p.failed...)
}

// accept marks which findings the configuration and the flows accept, and runs the
// rules about what accepts nothing. Their findings may be accepted as well.
func (u *unit) accept(x *accept.Exceptions, o *Options) {
	if u.Config == nil {
		return
	}
	x.Read(&u.Open)
	for _, last := range []bool{false, true} {
		x.Apply(&u.Open, last)
		for _, r := range o.Rules {
			if r.Scope == finding.Last && r.Check != nil {
				u.checkLast(r, o, x.InFile(&u.Open, last))
			}
		}
	}
}

// checkLast runs a rule that looks last.
func (u *unit) checkLast(r *Rule, o *Options, inVain []accept.Vain) {
	severity, set := o.severity(r, u.Config, u.Path)
	if severity == finding.Off {
		return
	}
	p := &Pass{Context: context.Background(), File: u.file, Config: u.Config, InVain: inVain, rule: r, path: u.Path, documents: u.Documents}
	p.run(severity, set)
	u.note(p)
	if len(p.found) > 0 {
		u.Found = append(u.Found, p.found...)
		finding.Sort(u.Found)
	}
}

// A tally is what a file adds to the counts of a run.
type tally struct {
	files, flows, skipped int
	unread                string // the file, when something in it was not read
}

// tally returns what the file adds to the counts of a run.
func (u *unit) tally() (t tally) {
	switch {
	case u.Config != nil:
		t.files = 1
		if u.file.Unread {
			t.unread = u.Path
		}
	case u.passedOver():
		t.unread = u.Path
	case !u.Unread && u.badConfig == nil && !u.candidate.Glance:
		t.skipped = 1
	}
	for _, d := range u.Documents {
		if d.Flow != nil {
			t.flows++
		}
	}
	return t
}

func (t tally) addTo(r *finding.Result) {
	r.Files += t.files
	r.Flows += t.flows
	r.Skipped += t.skipped
	if t.unread != "" {
		r.Unread = append(r.Unread, t.unread)
	}
}
