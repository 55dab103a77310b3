package script

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	"studiolint/lint/sim"
	"studiolint/lint/words"
)

// Options say how tests are run.
type Options struct {
	Jobs     int  // how many tests at a time; 0 for one per processor
	Coverage bool // of all flows that are tried
	// Texts are what reports make of each test, for Outcome.Texts. What happened in a test
	// (Visits, Said, Transcript and so on) is known to them alone: there may be many tests,
	// and none is kept whole. Several goroutines call them.
	Texts []func(*Outcome) string
	Done  func() // is called for each test that has run, by several goroutines; it may be nil
}

// Run runs the tests of some files. The report does not depend on Options.Jobs. A file is
// let go when its tests have run: there may be many.
func Run(paths []string, l *Loader, o Options) *Report {
	if o.Jobs <= 0 {
		o.Jobs = runtime.GOMAXPROCS(0)
	}
	r := &run{Options: o, loader: l, busy: make(chan struct{}, o.Jobs)}
	outcomes := make([][]*Outcome, len(paths))
	programs := make([]*sim.Program, len(paths))
	problems := make([]error, len(paths))
	each(len(paths), o.Jobs, func(i int) { outcomes[i], programs[i], problems[i] = r.file(paths[i]) })
	report := &Report{}
	for i, err := range problems {
		if err != nil {
			report.Problems = append(report.Problems, err)
			continue
		}
		report.Files++
		report.Outcomes = append(report.Outcomes, outcomes[i]...)
	}
	if o.Coverage {
		report.Coverage = r.taken.cover(programs)
	}
	return report
}

// A run is what the files of a run share.
type run struct {
	Options
	loader *Loader
	busy   chan struct{} // as many as may work at a time
	taken  tally
}

// work does something when there is room for it.
func (r *run) work(do func()) {
	r.busy <- struct{}{}
	defer func() { <-r.busy }()
	do()
}

// file runs the tests of a file, and returns the flow that they try.
func (r *run) file(path string) (outcomes []*Outcome, p *sim.Program, err error) {
	var suite *bound
	r.work(func() {
		var s *Suite
		if s, err = read(r.loader.Root, path); err == nil {
			suite, err = bind(s, r.loader)
		}
	})
	if err != nil {
		return nil, nil, err
	}
	list := make([][]*Outcome, len(suite.Tests))
	each(len(list), r.Jobs, func(i int) {
		r.work(func() {
			list[i] = r.test(job{suite, suite.Tests[i]})
			if r.Done != nil {
				r.Done()
			}
			if i < len(list)-1 {
				r.tell(list[i])
			}
		})
	})
	outcomes = slices.Concat(list...)
	tellUnused(suite, outcomes)
	if len(list) > 0 {
		r.tell(list[len(list)-1])
	}
	return outcomes, suite.program, nil
}

// test runs a test.
func (r *run) test(j job) []*Outcome {
	outcomes := j.do()
	for _, o := range outcomes {
		if r.Coverage {
			r.taken.add(o.x.Visits())
		}
	}
	return outcomes
}

// tell lets the reports write of some tests of which all is known, and lets go of what
// happened in them.
func (r *run) tell(outcomes []*Outcome) {
	for _, o := range outcomes {
		for _, text := range r.Texts {
			o.Texts = append(o.Texts, text(o))
		}
		o.x = nil
	}
}

// tellUnused adds to the last test of a suite which of the fakes beside the tests none uses.
func tellUnused(s *bound, outcomes []*Outcome) {
	if len(outcomes) == 0 {
		return
	}
	for _, f := range s.common.Fakes {
		used := slices.ContainsFunc(outcomes, func(o *Outcome) bool { return o.used[f] > 0 })
		if !used {
			last := outcomes[len(outcomes)-1]
			last.Notes = append(last.Notes, fmt.Sprintf("line %d: no test uses the fake %q", s.line(f.at), f.Key))
		}
	}
	for _, o := range outcomes {
		o.used = nil
	}
}

// each calls a function for each of n numbers, some at a time.
func each(n, jobs int, do func(int)) {
	var wait sync.WaitGroup
	next := make(chan int)
	for range min(jobs, n) {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for i := range next {
				do(i)
			}
		}()
	}
	for i := range n {
		next <- i
	}
	close(next)
	wait.Wait()
}

type job struct {
	suite *bound
	test  *Test
}

// do runs a test, and with fail-each once more for each request that could fail.
func (j job) do() []*Outcome {
	r := j.suite.run(j.test)
	outcomes := []*Outcome{r.outcome(j.test.Name)}
	if !j.test.FailEach {
		return outcomes
	}
	for i, at := range r.requests {
		failing := &runner{bound: j.suite, test: j.test, used: map[*Fake]int{}, failing: i + 1}
		failing.play()
		name := fmt.Sprintf("%s (%s fails)", j.test.Name, r.x.Visits()[at].Name)
		if n := visitsBefore(r, at); n > 0 {
			name = fmt.Sprintf("%s (%s fails, request %d)", j.test.Name, r.x.Visits()[at].Name, n+1)
		}
		outcomes = append(outcomes, failing.outcome(name))
	}
	return outcomes
}

// visitsBefore counts the earlier requests of the widget of a request.
func visitsBefore(r *runner, at int) (n int) {
	for _, other := range r.requests {
		if other < at && r.x.Visits()[other].Name == r.x.Visits()[at].Name {
			n++
		}
	}
	return n
}

// Summary says in one line how a run ended.
func (r *Report) Summary() string {
	parts := []string{fmt.Sprintf("%d passed", r.Count(Passed))}
	for _, s := range []Status{Failed, Unclear} {
		if n := r.Count(s); n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, s))
		}
	}
	return fmt.Sprintf("%s in %s: %s", words.Plural(len(r.Outcomes), "test"), words.Plural(r.Files, "file"), strings.Join(parts, ", "))
}

// Errors returns the problems of a run one by one.
func (r *Report) Errors() (all []error) {
	for _, err := range r.Problems {
		var joined interface{ Unwrap() []error }
		if errors.As(err, &joined) {
			all = append(all, joined.Unwrap()...)
			continue
		}
		all = append(all, err)
	}
	return slices.Clip(all)
}
