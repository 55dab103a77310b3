package lint

import (
	"errors"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/input"
	"studiolint/schemas"
)

// Options say how to run.
type Options struct {
	Rules   []*Rule
	Configs *Configs // nil for none
	Jobs    int      // how many files at a time; 0 for one per processor

	Only     []string                    // run these rules and no others
	Disable  []string                    // do not run these
	Severity map[string]finding.Severity // by rule ID; stronger than the configuration
	Baseline *Baseline                   // accepted findings; nil for none

	// Covered are the arguments of the run as given. Below those that are folders
	// every file was looked at, so that what is not there can be known.
	Covered []string

	// Today decides which ignore entries have ended; the zero Time is now.
	Today time.Time
}

// A Result is what a run found, with what a baseline asks of the run.
type Result struct {
	finding.Result

	units   []*unit
	covered []string // folders that were looked at whole, absolute
}

// unit is one file on its way through a run.
type unit struct {
	candidate input.Candidate
	file      *input.File // nil when it was skipped or could not be read
	documents []*Document
	config    *Config
	problems  []error
	found     []*finding.Diagnostic

	badConfig error           // why there is no config
	relative  string          // the path as the patterns of config see it
	ran       map[string]bool // the rules that looked at it, and whether all they found is known
}

// path is the file's path as given.
func (u *unit) path() string { return u.candidate.Path }

// Run loads the files and checks them. The result does not depend on Jobs.
func Run(candidates []input.Candidate, o Options) *Result {
	units := make([]*unit, len(candidates))
	result := &Result{units: units, covered: folders(o.Covered)}
	result.Rules = ruleData(o.Rules)
	for i, c := range candidates {
		units[i] = &unit{candidate: c}
	}
	jobs := o.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	spread(len(units), jobs, func(i int) { units[i].load(o.Configs) })

	var documents []*Document
	for _, u := range units {
		switch {
		case u.file != nil:
			result.Files++
			documents = append(documents, u.documents...)
		case len(u.problems) == 0 && u.badConfig == nil:
			result.Skipped++
		}
	}
	project := newProject(documents)
	for _, d := range documents {
		if d.Flow != nil {
			result.Flows++
		}
	}
	// With fewer files than jobs, the rules of one file share what is left.
	perFile := jobs / max(len(units), 1)
	spread(len(units), jobs, func(i int) { units[i].check(project, &o, perFile) })

	about := suppress(units, &o, result.covered)
	var told []error
	for _, u := range units {
		result.Diagnostics = append(result.Diagnostics, u.found...)
		result.Problems = append(result.Problems, u.problems...)
		if u.badConfig != nil && !slices.Contains(told, u.badConfig) {
			told = append(told, u.badConfig)
			result.Problems = append(result.Problems, split(u.badConfig)...)
		}
	}
	// What is wrong with the configurations comes behind the files.
	result.Diagnostics = append(result.Diagnostics, about...)
	return result
}

// split returns the errors that were joined to make this one.
func split(err error) []error {
	var joined interface{ Unwrap() []error }
	if errors.As(err, &joined) {
		return joined.Unwrap()
	}
	return []error{err}
}

// spread calls f for 0 to n-1, several at a time.
func spread(n, jobs int, f func(i int)) {
	if jobs = min(jobs, n); jobs <= 1 {
		for i := range n {
			f(i)
		}
		return
	}
	var (
		next atomic.Int64
		wg   sync.WaitGroup
	)
	for range jobs {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				f(i)
			}
		})
	}
	wg.Wait()
}

func (u *unit) load(configs *Configs) {
	file, err := u.candidate.Load()
	if err != nil {
		u.problems = append(u.problems, err)
		return
	}
	if file == nil {
		return
	}
	config, err := configs.For(u.path())
	if err != nil {
		u.badConfig = err
		return
	}
	u.file, u.config = file, config
	catalogue := schemas.Catalogue{}.With(config.WidgetTypes...)
	for _, d := range file.Documents {
		doc := &Document{Document: d, config: config, facts: newFacts()}
		if d.Definition.IsObject() && d.Kind != input.Legacy {
			doc.Flow = flow.New(d.Definition, catalogue)
		}
		u.documents = append(u.documents, doc)
	}
}

// check runs the rules over the file, as many at a time as there are jobs.
func (u *unit) check(project *Project, o *Options, jobs int) {
	if u.file == nil {
		return
	}
	type task struct {
		pass     *Pass
		set      bool // someone has set the rule's severity
		severity finding.Severity
		failed   error
	}
	var tasks []*task
	for _, r := range o.Rules {
		severity, set := o.severity(r, u.config, u.file.Source.Path)
		if severity == finding.Off || r.Check == nil {
			continue
		}
		add := func(d *Document) {
			p := &Pass{File: u.file, Document: d, Project: project, Config: u.config, rule: r, documents: u.documents}
			if d != nil {
				p.Flow = d.Flow
			}
			tasks = append(tasks, &task{pass: p, set: set, severity: severity})
		}
		if r.Scope == finding.PerFile {
			add(nil)
			continue
		}
		for _, d := range u.documents {
			if d.Flow != nil || r.Scope == finding.PerDocument {
				add(d)
			}
		}
	}
	spread(len(tasks), jobs, func(i int) { tasks[i].failed = tasks[i].pass.run() })

	u.ran = make(map[string]bool, len(o.Rules))
	for _, t := range tasks {
		id := t.pass.rule.ID
		complete := t.failed == nil && t.pass.dropped == 0
		if known, before := u.ran[id]; before {
			complete = complete && known
		}
		u.ran[id] = complete
		if t.failed != nil {
			u.problems = append(u.problems, t.failed)
		}
		for _, f := range t.pass.found {
			f.Configure(t.severity, t.set)
		}
		u.found = append(u.found, t.pass.found...)
	}
	finding.Sort(u.found)
}

// run calls the rule. One that fails does not take the others with it.
func (p *Pass) run() (failed error) {
	defer func() {
		if cause := recover(); cause != nil {
			p.found = nil
			failed = &finding.InternalError{Rule: p.rule.ID, File: p.File.Source.Path, Cause: cause, Stack: debug.Stack()}
		}
	}()
	p.rule.Check(p)
	p.finish()
	return nil
}

// severity returns how much the rule's findings matter in a file, and whether
// someone has set that rather than the rule itself.
func (o *Options) severity(r *Rule, c *Config, path string) (s finding.Severity, set bool) {
	if o.leavesOut(r.ID) {
		return finding.Off, true
	}
	if s, ok := o.Severity[r.ID]; ok {
		return s, true
	}
	named := len(o.Only) > 0 // this rule among them: it is wanted, whatever else says off
	if s, ok := c.severity(r.ID, path); ok && !(named && s == finding.Off) {
		return s, true
	}
	if named && r.Severity == finding.Off {
		return finding.Warning, false
	}
	return r.Severity, false
}

// leavesOut reports whether the run does without a rule.
func (o *Options) leavesOut(id string) bool {
	return len(o.Only) > 0 && !slices.Contains(o.Only, id) || slices.Contains(o.Disable, id)
}
