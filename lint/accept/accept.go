// Package accept knows which findings somebody has accepted: in a configuration, in
// a directive of a flow, or in a baseline. It also knows what accepts nothing.
package accept

import (
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/lint/finding"
	"studiolint/lint/glob"
	"studiolint/lint/project"
)

// A Run is what was looked at, and how much of what is to be found there is known.
type Run struct {
	Root  files.Root
	Rules []*finding.Rule // those that the run knew
	Files []*File         // in order

	// House returns the rules that a configuration declares besides; nil for none.
	House func(*config.Config) []*finding.Rule

	// Covered are the folders that were looked at whole, absolute: what is not
	// there can be known.
	Covered []string

	// Today decides which entries have ended; the zero Time is now.
	Today time.Time

	// LeavesOut reports whether the run does without a rule.
	LeavesOut func(id string) bool
}

// A File is one file of a run: what is known of it as long as the run lasts.
type File struct {
	Path   string
	Config *config.Config // the one that belongs to it; nil when there is nothing to look at
	Unread bool           // it could not be read, so that nobody knows what is in it
	Holds  bool           // it holds documents

	// Ran returns the rules that looked at the file, and whether all that they found
	// is known. Hardly anybody asks, and files of which the same is known share it. It is
	// nil where there is nothing to look at.
	Ran func() map[string]bool

	relative string // the path as the patterns of Config see it
}

// An Open file is one whose text and findings are at hand.
type Open struct {
	*File

	Documents []*project.Document
	Found     []*finding.Diagnostic

	of         *Configuration
	directives []*directive
}

// An exception accepts findings of one rule.
type exception struct {
	rule    string
	last    bool     // the rule is one that looks once the others have been accepted
	widgets []string // names in which * stands for any text; none for every finding
	why     finding.Suppression
	used    atomic.Bool
}

// accept marks a finding of the rule that the exception is for.
func (e *exception) accept(d *finding.Diagnostic) {
	if len(e.widgets) > 0 && !slices.ContainsFunc(e.widgets, func(w string) bool { return glob.MatchName(w, d.Widget) }) {
		return
	}
	e.used.Store(true)
	if d.Suppressed == nil {
		d.Suppressed = &e.why
	}
}

// An entry is an exception that stands in a configuration.
type entry struct {
	exception
	ignore  *config.Ignore
	expired bool // past its last day: it accepts nothing
}

// selects reports whether an entry is for a file that its configuration belongs to.
func (e *entry) selects(f *File) bool {
	return len(e.ignore.Files) == 0 ||
		f.relative != "" && glob.Any(e.ignore.Files, f.relative)
}

// A Configuration is one that belongs to files of a run.
type Configuration struct {
	Config *config.Config
	Found  []*finding.Diagnostic // about the configuration itself

	entries []*entry
}

// Exceptions are what accepts findings in a run, but for a baseline. They are for
// several goroutines, each with a file of its own: Read, then Apply.
type Exceptions struct {
	run   *Run
	today time.Time

	mu    sync.Mutex
	known map[*config.Config]*Configuration
	ran   map[ranKey]func() map[string]bool // the File.Ran that there are
}

// A ranKey is what a File.Ran says: which rules there are, and what is known of each.
type ranKey struct {
	config *config.Config
	said   string
}

// NewExceptions returns what accepts findings in a run, before a file is read.
func NewExceptions(run *Run) *Exceptions {
	x := &Exceptions{run: run, today: run.Today, known: map[*config.Config]*Configuration{}, ran: map[ranKey]func() map[string]bool{}}
	if x.today.IsZero() {
		x.today = time.Now()
	}
	return x
}

// Ran returns the File.Ran of a file. What it says is given, a byte for each rule of the
// configuration: it is made when it is asked for and no file before said the same.
func (x *Exceptions) Ran(of *config.Config, said string, make func() map[string]bool) func() map[string]bool {
	key := ranKey{of, said}
	x.mu.Lock()
	defer x.mu.Unlock()
	ran, known := x.ran[key]
	if !known {
		ran = sync.OnceValue(make)
		x.ran[key] = ran
	}
	return ran
}

// Read finds what accepts findings in a file, which has a configuration.
func (x *Exceptions) Read(f *Open) {
	f.of = x.configuration(f.Config)
	if len(f.of.entries) > 0 {
		f.relative, _ = f.Config.Relative(f.Path)
	}
	f.directives = nil
	for _, d := range f.Documents {
		f.directives = append(f.directives, x.run.directives(d)...)
	}
}

func (x *Exceptions) configuration(of *config.Config) *Configuration {
	x.mu.Lock()
	defer x.mu.Unlock()
	c := x.known[of]
	if c == nil {
		c = &Configuration{Config: of, entries: x.run.entries(of, x.today)}
		x.known[of] = c
	}
	return c
}

// Configurations returns those of the files that were read, in the order of the files.
func (x *Exceptions) Configurations() []*Configuration {
	var list []*Configuration
	var last *config.Config
	listed := map[*config.Config]bool{}
	for _, f := range x.run.Files {
		if f.Config == nil || f.Config == last || listed[f.Config] {
			continue
		}
		last = f.Config
		listed[last] = true
		if c := x.known[last]; c != nil {
			list = append(list, c)
		}
	}
	return list
}

// entries are those of a configuration on a day.
func (run *Run) entries(c *config.Config, today time.Time) []*entry {
	var list []*entry
	for _, i := range c.Ignore {
		list = append(list, &entry{
			exception: exception{
				rule: i.Rule, last: run.isLast(i.Rule), widgets: i.Widgets,
				why: finding.Suppression{Kind: "ignore", Reason: i.Reason},
			},
			ignore:  i,
			expired: i.Until != "" && today.Format(time.DateOnly) > i.Until,
		})
	}
	return list
}

// rule returns a rule of the run, or one that a configuration declares; nil when there
// is none of that ID.
func (run *Run) rule(id string, c *config.Config) *finding.Rule {
	for _, list := range [][]*finding.Rule{run.Rules, run.house(c)} {
		for _, r := range list {
			if r.ID == id {
				return r
			}
		}
	}
	return nil
}

func (run *Run) house(c *config.Config) []*finding.Rule {
	if run.House == nil || c == nil {
		return nil
	}
	return run.House(c)
}

// isLast reports whether a rule looks once the others have been accepted. No rule of a
// configuration does.
func (run *Run) isLast(id string) bool {
	r := run.rule(id, nil)
	return r != nil && r.Scope == finding.Last
}

// Apply marks the findings in a file that are accepted: of the rules that look last, or
// of all others.
func (x *Exceptions) Apply(f *Open, last bool) {
	if len(f.of.entries) == 0 && len(f.directives) == 0 || len(f.Found) == 0 {
		return
	}
	found := byRule(f.Found)
	for _, e := range f.of.entries {
		if of := found[e.rule]; len(of) > 0 && !e.expired && last == e.last && e.selects(f.File) {
			for _, d := range of {
				e.accept(d)
			}
		}
	}
	for _, e := range f.directives {
		if e.problem != "" || last != e.last {
			continue
		}
		for _, d := range found[e.rule] {
			// What belongs to no document belongs to the only one.
			if d.Document == e.document.Node || !d.Document.Exists() && len(f.Documents) == 1 {
				e.accept(d)
			}
		}
	}
}

// Apply marks what the entries of a configuration accept of what is found in it.
func (c *Configuration) Apply() {
	found := byRule(c.Found)
	for _, e := range c.entries {
		if !e.expired && (len(e.ignore.Files) == 0 || c.Config.Match(e.ignore.Files, c.Config.Path)) {
			for _, d := range found[e.rule] {
				e.accept(d)
			}
		}
	}
}

// byRule sorts findings by the ID of their rule.
func byRule(found []*finding.Diagnostic) map[string][]*finding.Diagnostic {
	m := map[string][]*finding.Diagnostic{}
	for _, d := range found {
		m[d.Rule.ID] = append(m[d.Rule.ID], d)
	}
	return m
}
