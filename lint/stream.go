package lint

import (
	"path"
	"runtime"
	"sync"

	"studiolint/lint/accept"
	"studiolint/lint/config"
	"studiolint/lint/finding"
	"studiolint/lint/input"
	"studiolint/lint/project"
)

// A Sink takes what a run finds, file by file.
type Sink interface {
	// Render makes of the findings of a file what is kept of them, and says how many
	// bytes of that go when it is taken. It must keep nothing else of them: their file
	// is dropped. It is called by several goroutines.
	Render(found []*finding.Diagnostic) (kept any, size int)

	// Take is given what Render made, in the order of the files, one at a time. With one
	// job, it comes before the file is dropped.
	Take(kept any)
}

// A FileSink is a Sink that takes the documents of a file as well, and files in which
// nothing was found.
type FileSink interface {
	Sink

	// RenderFile is Render with what the file holds. It must keep nothing of that.
	RenderFile(found []*finding.Diagnostic, documents []*project.Document) (kept any, size int)
}

// Stream is Run for who needs the findings only for a moment: a file is read, checked,
// given to the sink and dropped. The result is that of Run without its Diagnostics, and
// so is what the sink is given: first the findings of the files, in their order, then
// those about configurations.
//
// Files that may have to do with each other are loaded together, and dropped once the last
// of them is checked. Which those are is told by a quick look at all files, when the first
// file is met that may have to do with others.
func Stream(candidates []input.Candidate, o Options, sink Sink) *Result {
	if sharePath(candidates) {
		// What two files of one name hold is told apart by who sees both.
		r := Run(candidates, o)
		kept, _ := sink.Render(r.Diagnostics)
		sink.Take(kept)
		r.Diagnostics, r.Dropped = nil, r.Totals()
		return r
	}
	s := newStream(candidates, &o, sink)
	shares(len(candidates), s.jobs, s.share)
	found, failed := o.acceptConfigurations(s.exceptions)
	s.take(s.outcome(found, nil))
	s.result.Problems = append(s.result.Problems, failed...)
	return s.result
}

// sharePath reports whether two candidates go by one path, as standard input may by that
// of a file.
func sharePath(candidates []input.Candidate) bool {
	for i, c := range candidates {
		if !c.FromBytes() {
			continue
		}
		for j, other := range candidates {
			if i != j && path.Clean(c.Path) == path.Clean(other.Path) {
				return true
			}
		}
	}
	return false
}

// configsOf returns the configurations that may belong to documents of a run.
func configsOf(candidates []input.Candidate, o *Options) []*config.Config {
	var list []*config.Config
	known := map[*config.Config]bool{}
	folder := ""
	for i, c := range candidates {
		if in := path.Dir(c.Path); c.Glance || i > 0 && in == folder {
			continue
		} else {
			folder = in
		}
		if of, err := o.Configs.For(c.Path); err == nil && !known[of] {
			known[of] = true
			list = append(list, of)
		}
	}
	return list
}

// A stream is a run that drops each file once it is checked.
type stream struct {
	options    *Options
	sink       Sink
	candidates []input.Candidate
	jobs       int

	files      []accept.File // of the run; each is there once it is checked
	exceptions *accept.Exceptions
	configs    []*config.Config // those that may belong to documents
	paths      map[string]bool  // the files that they name, by absolute path
	survey     func() *survey   // made when it is needed first
	flowSIDs   func() []string
	order      *order

	// What was taken.
	result *Result
	told   configErrors

	mu       sync.Mutex
	surveyed *survey // nil before there is one
	passed   []bool  // by file: it was checked without asking the survey
}

func newStream(candidates []input.Candidate, o *Options, sink Sink) *stream {
	o.prepare()
	run := o.run()
	s := &stream{
		options: o, sink: sink, candidates: candidates, jobs: o.Jobs,
		files:      make([]accept.File, len(candidates)),
		exceptions: accept.NewExceptions(run),
		configs:    configsOf(candidates, o),
		result:     &Result{Run: run},
		passed:     make([]bool, len(candidates)),
	}
	if s.jobs <= 0 {
		s.jobs = runtime.GOMAXPROCS(0)
	}
	run.Files = make([]*accept.File, len(candidates))
	for i := range s.files {
		run.Files[i] = &s.files[i]
	}
	s.result.Rules = run.Rules
	s.paths = project.ToldBy(s.configs).Paths
	s.survey = sync.OnceValue(s.makeSurvey)
	s.flowSIDs = sync.OnceValue(s.findFlowSIDs)
	s.order = newOrder(s.take)
	return s
}

// load reads a file.
func (s *stream) load(i int) *unit {
	u := newUnit(s.candidates[i], &accept.File{})
	u.load(s.options)
	return u
}

// open reads a file that is to be checked.
func (s *stream) open(i int) opened {
	u := newUnit(s.candidates[i], &accept.File{})
	if v := s.known(); v != nil {
		if f := v.families[i]; f != nil {
			return f.open(s, i, nil)
		}
		if v.empty[i] {
			u.unread, u.stale = v.unread[i], false // there is no need to read it again
		}
	}
	u.load(s.options)
	if !s.alone(u) {
		if f := s.survey().families[i]; f != nil {
			return f.open(s, i, u)
		}
	}
	return opened{u, i, project.Among(s.options.Root, u.Documents, project.Told{}, s.flowSIDs), nil}
}

// alone reports whether it is sure that no other file has to do with one.
func (s *stream) alone(u *unit) bool {
	if len(s.paths) > 0 && s.paths[s.options.Root.Abs(u.Path)] {
		return false
	}
	o := project.OutlineOf(u.Documents)
	return o.Alone()
}

// finish hands on what was found in a file that was checked, and drops it.
func (s *stream) finish(f opened) {
	u, out := f.unit, &outcome{}
	u.gather(true)
	if u.Config != nil {
		u.accept(s.exceptions, s.options)
		s.options.acceptOld(u.Found, u.Config)
		out = s.outcome(u.Found, u.Documents)
	}
	out.tally, out.problems, out.badConfig = u.tally(), u.problems, u.badConfig
	s.files[f.index] = *u.File
	u.drop()
	s.order.done(f.index, out)
	s.options.done()
	if f.family != nil {
		f.family.passed()
		return
	}
	u.release()
	s.pass(f.index)
}

// An outcome is what is left of a file that was checked.
type outcome struct {
	kept      any // nil when nothing was found
	size      int
	totals    finding.Totals
	tally     tally
	problems  []error
	badConfig error
}

// outcome makes of findings what is left of them, and of the documents of their file.
func (s *stream) outcome(found []*finding.Diagnostic, documents []*project.Document) *outcome {
	out := &outcome{}
	sink, takesAll := s.sink.(FileSink)
	takesAll = takesAll && len(documents) > 0
	if len(found) == 0 && !takesAll {
		return out
	}
	out.totals = finding.Of(found)
	if takesAll {
		out.kept, out.size = sink.RenderFile(found, documents)
	} else {
		out.kept, out.size = s.sink.Render(found)
	}
	return out
}

// take adds what is left of a file to the result.
func (s *stream) take(out *outcome) {
	if out.kept != nil {
		s.sink.Take(out.kept)
	}
	r := s.result
	r.Dropped.Add(out.totals)
	out.tally.addTo(&r.Result)
	r.Problems = append(r.Problems, out.problems...)
	r.Problems = append(r.Problems, s.told.tell(out.badConfig)...)
}
