package script

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	"studiolint/lint/words"
)

// Options say how tests are run.
type Options struct {
	Jobs     int  // how many tests at a time; 0 for one per processor
	Coverage bool // of all flows that are tried
	// Keep keeps what happened in tests that passed too; else that is known of the others
	// alone, for there may be many.
	Keep bool
}

// Run runs the tests of some files. The report does not depend on Options.Jobs.
func Run(paths []string, l *Loader, o Options) *Report {
	suites := make([]*bound, len(paths))
	problems := make([]error, len(paths))
	each(len(paths), o.Jobs, func(i int) {
		suite, err := read(l.Root, paths[i])
		if err == nil {
			suites[i], err = bind(suite, l)
		}
		problems[i] = err
	})
	var jobs []job
	report := &Report{}
	for i, s := range suites {
		if problems[i] != nil {
			report.Problems = append(report.Problems, problems[i])
			continue
		}
		report.Files++
		for _, t := range s.Tests {
			jobs = append(jobs, job{s, t})
		}
	}
	outcomes := make([][]*Outcome, len(jobs))
	var taken tally
	each(len(jobs), o.Jobs, func(i int) {
		outcomes[i] = jobs[i].do()
		for _, outcome := range outcomes[i] {
			if o.Coverage {
				taken.add(outcome.x.Visits())
			}
			if outcome.Status == Passed && !o.Keep {
				outcome.x = nil
			}
		}
	})
	first := 0 // of the outcomes of a suite
	for i, list := range outcomes {
		report.Outcomes = append(report.Outcomes, list...)
		if i+1 == len(jobs) || jobs[i+1].suite != jobs[i].suite {
			tellUnused(jobs[i].suite, report.Outcomes[first:])
			first = len(report.Outcomes)
		}
	}
	if o.Coverage {
		report.Coverage = taken.cover(suites)
	}
	return report
}

// tellUnused adds to the last test of a suite which of the fakes beside the tests none uses.
func tellUnused(s *bound, outcomes []*Outcome) {
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
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
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
