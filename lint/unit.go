package lint

import (
	"context"
	"errors"
	"sync"

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

	// looks are what the rules have to say of the file as it is, one for each of them.
	looks []look

	problems []error // why the file was not checked, or not by every rule
}

// A look is what came of a rule that looked at a file: at all that is of its scope there.
type look struct {
	done     bool // the rule has looked
	complete bool // all that it could find is known
	found    []*finding.Diagnostic
	failed   []error // that the rule failed
}

// add adds what came of one pass.
func (l *look) add(p *Pass) {
	l.complete = l.complete && p.complete()
	if l.found == nil {
		l.found = p.found
	} else {
		l.found = append(l.found, p.found...)
	}
	if p.failed != nil {
		l.failed = append(l.failed, p.failed...)
	}
}

func newUnit(c input.Candidate, f *accept.File) *unit {
	f.Path = c.Path
	return &unit{Open: accept.Open{File: f}, candidate: c, stale: true}
}

// load reads the file, if it may have changed, and finds its configuration. It
// reports whether either is another one than before.
func (u *unit) load(o *Options) (changed bool) {
	before, config, badConfig := u.file, u.Config, u.badConfig
	if e := o.Configs.Engine(u.Path); e != u.candidate.Engine {
		u.candidate.Engine, u.file, u.stale = e, nil, true
	}
	if u.stale {
		u.file, u.unread = u.candidate.Reload(o.Root, u.file)
		u.stale = false
	}
	u.Config, u.badConfig, u.Unread = nil, nil, u.unread != nil
	if u.file != nil {
		u.Config, u.badConfig = o.configOf(u.Path)
	}
	if u.file == before && u.Config == config && u.badConfig == badConfig {
		return false
	}
	u.Documents, u.rules, u.looks = nil, o.rulesOf(u.Config), nil
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
	for i := range u.looks {
		if u.rules[i].AcrossFiles {
			u.looks[i] = look{}
		}
	}
}

// check runs the rules that have not looked at the file yet, as many at a time as
// there are jobs.
func (u *unit) check(ctx context.Context, all *project.Project, o *Options, jobs int) {
	if u.Config == nil {
		return
	}
	c := u.begin(all, o)
	if u.file.Source.Size >= manyBytes {
		spread(len(u.rules), jobs, func(i int) { c.run(ctx, i) })
		return
	}
	for i := range u.rules {
		c.runAlone(ctx, i)
	}
}

// A checking is a file whose rules are about to look at it.
type checking struct {
	*unit
	all      *project.Project
	options  *Options
	targets  [finding.Last][]*project.Document
	settings []setting
	pass     *Pass // see runAlone
}

// begin makes a file that has a configuration ready for its rules.
func (u *unit) begin(all *project.Project, o *Options) *checking {
	if u.looks == nil {
		u.looks = roomFor(len(u.rules))
	}
	return &checking{u, all, o, u.targets(), o.settingsOf(u.rules, u.Config, u.Path), nil}
}

// runAlone is run where no other rule looks at the file meanwhile: one pass serves them all.
func (c *checking) runAlone(ctx context.Context, i int) {
	if c.options.Brief {
		c.runBy(ctx, i, nil)
		return
	}
	if c.pass == nil {
		c.pass = passes.Get().(*Pass)
	}
	c.runBy(ctx, i, c.pass)
	if i == len(c.rules)-1 {
		passes.Put(c.pass)
		c.pass = nil
	}
}

// run runs a rule, unless it has looked already.
func (c *checking) run(ctx context.Context, i int) {
	if c.options.Brief {
		c.runBy(ctx, i, nil)
		return
	}
	p := passes.Get().(*Pass)
	c.runBy(ctx, i, p)
	passes.Put(p)
}

// runBy is run with a pass that nobody else has; with none where what is found may still ask its
// pass for the flow.
func (c *checking) runBy(ctx context.Context, i int, p *Pass) {
	r, as := c.rules[i], c.settings[i]
	if as.severity == finding.Off || r.Check == nil || r.Scope == finding.Last || len(c.targets[r.Scope]) == 0 || c.looks[i].done {
		return
	}
	l := look{done: true, complete: true}
	for _, d := range c.targets[r.Scope] {
		if ctx.Err() != nil {
			return // who knows whether the rule has noticed
		}
		p := p
		if p == nil {
			p = new(Pass)
		}
		p.begin(r, c.unit, d, c.options)
		if r.Scope == finding.PerFlow && p.Flow == nil {
			continue // an export of the first editor
		}
		p.Context, p.Project = ctx, c.all
		p.run(as.severity, as.set)
		l.add(p)
	}
	if ctx.Err() == nil {
		c.looks[i] = l
	}
}

// passes are those that have ended: there are as many for each file as there are rules, and
// nobody keeps one.
var passes = sync.Pool{New: func() any { return new(Pass) }}

// manyBytes is how large a file must be for its rules to be shared out: a smaller one is
// done before another thread has started.
const manyBytes = 48 << 10

// targets are what a rule of each scope looks at in the file: its documents, those with a
// flow, or one that is nil for the file itself.
func (u *unit) targets() (of [finding.Last][]*project.Document) {
	of[finding.PerFile] = []*project.Document{nil}
	of[finding.PerDocument] = u.Documents
	for _, d := range u.Documents {
		if d.Flow != nil {
			of[finding.PerFlow] = append(of[finding.PerFlow], d)
		}
	}
	return of
}

// rooms are for the looks of files: those of files that have been dropped.
var rooms sync.Pool

// roomFor returns so many looks.
func roomFor(n int) []look {
	if room, ok := rooms.Get().(*[]look); ok && cap(*room) >= n {
		return (*room)[:n]
	}
	return make([]look, n)
}

// drop gives back what the unit has, once its findings are rendered.
func (u *unit) drop() {
	if looks := u.looks; looks != nil {
		u.looks = nil
		clear(looks)
		rooms.Put(&looks)
	}
}

// release gives back the memory of the file's nodes and flows. No other file looks at them.
func (u *unit) release() {
	if u.file == nil {
		return
	}
	for _, text := range u.file.Texts {
		text.Release()
	}
	for _, d := range u.Documents {
		dropFacts(d)
		if d.Flow != nil {
			d.Flow.Release()
		}
	}
	u.file, u.Documents = nil, nil
}

// gather puts together what the rules have found. The findings of the looks are
// kept as they are, unless the unit ends here.
func (u *unit) gather(ends bool) {
	u.Found, u.problems = nil, nil
	if u.unread != nil && !u.passedOver() {
		u.problems = append(u.problems, u.unread)
	}
	n := 0
	for i := range u.looks {
		n += len(u.looks[i].found)
	}
	u.Found = make([]*finding.Diagnostic, 0, n)
	for i := range u.looks {
		for _, d := range u.looks[i].found {
			if !ends {
				d = d.Copy()
			}
			u.Found = append(u.Found, d)
		}
		if failed := u.looks[i].failed; failed != nil {
			u.problems = append(u.problems, failed...)
		}
	}
	finding.Sort(u.Found)
}

// accept marks which findings the configuration and the flows accept, and runs the
// rules about what accepts nothing. Their findings may be accepted as well.
func (u *unit) accept(x *accept.Exceptions, o *Options) {
	if u.Ran = nil; u.Config == nil {
		return
	}
	for i, r := range u.rules {
		if r.Scope == finding.Last {
			u.looks[i] = look{}
		}
	}
	u.noteRan(x)
	x.Read(&u.Open)
	settings := o.settingsOf(u.rules, u.Config, u.Path)
	for _, last := range []bool{false, true} {
		x.Apply(&u.Open, last)
		for i, r := range o.Rules {
			if r.Scope == finding.Last && r.Check != nil && settings[i].severity != finding.Off {
				u.checkLast(i, o, settings[i], x.InFile(&u.Open, last))
			}
		}
		u.noteRan(x)
	}
}

// checkLast runs a rule that looks last.
func (u *unit) checkLast(i int, o *Options, as setting, inVain []accept.Vain) {
	r := u.rules[i]
	p := &Pass{Context: context.Background(), InVain: inVain}
	p.begin(r, u, nil, o)
	p.run(as.severity, as.set)
	before := u.looks[i]
	u.looks[i] = look{done: true, complete: p.complete() && (before.complete || !before.done)}
	u.problems = append(u.problems, p.failed...)
	if len(p.found) > 0 {
		u.Found = append(u.Found, p.found...)
		finding.Sort(u.Found)
	}
}

// noteRan notes which rules have looked at the file, and of which all is known.
func (u *unit) noteRan(x *accept.Exceptions) {
	said := make([]byte, len(u.looks))
	for i := range u.looks {
		switch l := &u.looks[i]; {
		case l.complete:
			said[i] = 2
		case l.done:
			said[i] = 1
		}
	}
	rules := u.rules
	u.Ran = x.Ran(u.Config, string(said), func() map[string]bool {
		ran := make(map[string]bool, len(said))
		for i, s := range said {
			if known, before := ran[rules[i].ID]; s > 0 {
				ran[rules[i].ID] = s == 2 && (known || !before)
			}
		}
		return ran
	})
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
