package lint

import (
	"context"
	"sync"
	"sync/atomic"

	"studiolint/lint/accept"
	"studiolint/lint/finding"
	"studiolint/lint/input"
	"studiolint/lint/stack"
)

// A Result is what a run found, with what a baseline asks of the run.
type Result struct {
	finding.Result

	Run *accept.Run
}

// Run loads the files and checks them: a session that ends with its first check. The
// result does not depend on Jobs. It holds all findings and with them all files; who
// needs them only for a moment calls Stream.
func Run(candidates []input.Candidate, o Options) *Result {
	s := NewSession(o)
	for _, c := range candidates {
		s.units = append(s.units, newUnit(c, &accept.File{}))
	}
	result, err := s.Check(context.Background())
	if err != nil {
		panic(err) // nobody can have ended it
	}
	return result
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
			stack.Deepen()
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				f(i)
			}
		})
	}
	wg.Wait()
}
