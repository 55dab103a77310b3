package lint

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"sync"

	"studiolint/lint/accept"
	"studiolint/lint/config"
	"studiolint/lint/finding"
	"studiolint/lint/input"
	"studiolint/lint/project"
)

// A Session checks the same files again and again, as an editor does: of each only
// what a change can have touched. A document stays as it is while its text and its
// configuration do; when another file changes, only the rules that look across
// files run again.
//
// Its methods may be called from several goroutines. While Check runs the others
// wait, so cancel it first.
type Session struct {
	options Options

	mu      sync.Mutex
	units   []*unit          // in the order in which they were opened
	byPath  map[string]*unit // by absolute path
	project *project.Project // nil when a file has come or gone
}

// NewSession returns a session without files.
func NewSession(o Options) *Session {
	o.prepare()
	return &Session{options: o, byPath: map[string]*unit{}}
}

// Open adds a file. One that is open is replaced.
func (s *Session) Open(c input.Candidate) {
	s.mu.Lock()
	defer s.mu.Unlock()
	path := s.options.Root.Abs(c.Path)
	if u := s.byPath[path]; u != nil {
		u.candidate, u.stale = c, true
		return
	}
	u := newUnit(c, &accept.File{})
	s.units = append(s.units, u)
	s.byPath[path] = u
	s.project = nil
}

// Change says that the text of an open file is another one: text, or with nil what
// the file system has now. Other files stay as they are.
func (s *Session) Change(path string, text []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if u := s.byPath[s.options.Root.Abs(path)]; u != nil {
		u.candidate, u.stale = u.candidate.WithText(text), true
	}
}

// Close removes a file.
func (s *Session) Close(path string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	path = s.options.Root.Abs(path)
	if u := s.byPath[path]; u != nil {
		delete(s.byPath, path)
		s.units = slices.DeleteFunc(s.units, func(other *unit) bool { return other == u })
		s.project = nil
	}
}

// Load returns what an open file holds as its text is now, nil when that is nothing of
// Studio's, and its documents. The next check does not read it again.
func (s *Session) Load(path string) (*input.File, []*project.Document) {
	s.mu.Lock()
	defer s.mu.Unlock()
	u := s.byPath[s.options.Root.Abs(path)]
	if u == nil {
		return nil, nil
	}
	if u.load(&s.options) {
		s.project = nil
	}
	return u.file, u.Documents
}

// Project returns the documents of the open files as their texts are now, and how they call
// each other.
func (s *Session) Project() *project.Project {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.load(context.Background(), s.options.jobs())
	return s.project
}

// Valid reports whether an open file, as it was checked last, holds something of
// Studio's and has no mistake of syntax.
func (s *Session) Valid(path string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	u := s.byPath[s.options.Root.Abs(path)]
	return u != nil && u.file != nil && u.file.Source.Readable()
}

// Check returns what is found in the files that are open. It does not depend on
// Jobs, nor on what was checked before. When the context ends before, its error is
// returned; what was done by then serves the next check.
func (s *Session) Check(ctx context.Context) (*Result, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	jobs := s.options.jobs()
	s.load(ctx, jobs)
	// With fewer files than jobs, the rules of one file share what is left.
	perFile := jobs / max(len(s.units), 1)
	spread(len(s.units), jobs, func(i int) {
		s.units[i].check(ctx, s.project, &s.options, perFile)
		s.options.done()
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for _, u := range s.units {
		u.gather(false)
	}
	return s.result(), nil
}

// load reads what has changed, and relates the documents to each other anew when
// some have.
func (s *Session) load(ctx context.Context, jobs int) {
	changed := make([]bool, len(s.units))
	spread(len(s.units), jobs, func(i int) {
		if ctx.Err() == nil {
			changed[i] = s.units[i].load(&s.options)
		}
	})
	if slices.Contains(changed, true) {
		s.project = nil
	}
	if s.project != nil || ctx.Err() != nil {
		return
	}
	var documents []*project.Document
	for _, u := range s.units {
		documents = append(documents, u.Documents...)
		u.forgetAcross()
	}
	s.project = project.New(s.options.Root, documents)
}

// result puts together what is found in the files, and marks what is accepted.
func (s *Session) result() *Result {
	run := s.options.run()
	result := &Result{Run: run}
	result.Rules = run.Rules
	for _, u := range s.units {
		run.Files = append(run.Files, u.File)
	}
	x := accept.NewExceptions(run)
	var told configErrors
	byConfig := map[*config.Config][]*finding.Diagnostic{}
	for _, u := range s.units {
		u.accept(x, &s.options)
		byConfig[u.Config] = append(byConfig[u.Config], u.Found...)
		u.tally().addTo(&result.Result)
		result.Diagnostics = append(result.Diagnostics, u.Found...)
		result.Problems = append(result.Problems, u.problems...)
		result.Problems = append(result.Problems, told.tell(u.badConfig)...)
	}
	for c, found := range byConfig {
		s.options.acceptOld(found, c)
	}
	found, failed := s.options.acceptConfigurations(x)
	result.Rules = s.options.known(x)
	result.Diagnostics = append(result.Diagnostics, found...)
	result.Problems = append(result.Problems, failed...)
	return result
}

// done says that a file is checked.
func (o *Options) done() {
	if o.Done != nil {
		o.Done()
	}
}

// jobs is how many things are done at a time.
func (o *Options) jobs() int {
	if o.Jobs > 0 {
		return o.Jobs
	}
	return runtime.GOMAXPROCS(0)
}

// run returns the run of the options, without files.
func (o *Options) run() *accept.Run {
	return &accept.Run{
		Root: o.Root, Rules: Data(o.Rules), Covered: o.covered(),
		Today: o.Today, LeavesOut: o.leavesOut, House: o.houseOf,
	}
}

// known returns the data of the rules of a run, and after them of those that the
// configurations of its files declare: of one ID, the first.
func (o *Options) known(x *accept.Exceptions) []*finding.Rule {
	list := Data(o.Rules)
	for _, c := range x.Configurations() {
		for _, r := range o.houseOf(c.Config) {
			if !slices.ContainsFunc(list[len(o.Rules):], func(other *finding.Rule) bool { return other.ID == r.ID }) {
				list = append(list, r)
			}
		}
	}
	return list
}

// acceptConfigurations runs the rules about what accepts nothing on the configurations,
// once all files are accepted. It also returns which of these rules failed.
func (o *Options) acceptConfigurations(x *accept.Exceptions) (found []*finding.Diagnostic, failed []error) {
	for _, c := range x.Configurations() {
		for _, last := range []bool{false, true} {
			if last {
				c.Apply()
			}
			for _, r := range o.Rules {
				if r.Scope != finding.Last || r.Check == nil {
					continue
				}
				p := &Pass{Context: context.Background(), Config: c.Config, InVain: x.InConfiguration(c, last), rule: r, path: c.Config.Path, noFixes: o.NoFixes}
				if severity, set := o.severity(r, c.Config, p.path); severity != finding.Off && len(p.InVain) > 0 {
					p.run(severity, set)
					c.Found = append(c.Found, p.found...)
					finding.Sort(c.Found)
					failed = append(failed, p.failed...)
				}
			}
		}
		o.acceptOld(c.Found, c.Config)
		found = append(found, c.Found...)
	}
	return found, failed
}

// configErrors are those that have been told: of a configuration that is wrong, every
// file that it belongs to has the same one.
type configErrors struct{ told []error }

// tell returns what to tell of a configuration's error: nothing the second time.
func (c *configErrors) tell(err error) []error {
	if err == nil || slices.Contains(c.told, err) {
		return nil
	}
	c.told = append(c.told, err)
	return Joined(err)
}

// Joined returns the errors that were joined to make this one.
func Joined(err error) []error {
	var joined interface{ Unwrap() []error }
	if errors.As(err, &joined) {
		return joined.Unwrap()
	}
	return []error{err}
}
