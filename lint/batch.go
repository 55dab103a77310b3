package lint

import (
	"context"
	"sync"

	"studiolint/lint/project"
	"studiolint/lint/stack"
)

// A batch is files that one goroutine checks together, rule by rule: each rule looks at all
// of them before the next one does. On a small file a rule is done within microseconds, and
// to bring its code and its tables to the processor takes as long.
type batch struct {
	files []opened
	size  int64 // in bytes
}

// opened is a file of a stream that was read and is to be checked.
type opened struct {
	*unit
	index  int              // in the run
	all    *project.Project // what it has to do with
	family *family          // nil for a file that has to do with no other
}

const (
	batchFiles = 32        // at most
	batchBytes = 256 << 10 // from which on a batch is checked: it takes some times that memory
)

func (b *batch) add(f opened) {
	b.files = append(b.files, f)
	if f.file != nil {
		b.size += f.file.Source.Size
	}
}

// check runs the rules. One file alone may have them run as many at a time as there are jobs.
func (b *batch) check(o *Options, jobs int) {
	ctx := context.Background()
	if len(b.files) == 1 {
		b.files[0].check(ctx, b.files[0].all, o, jobs)
		return
	}
	var ready []*checking
	most := 0
	for _, f := range b.files {
		if f.Config != nil {
			ready = append(ready, f.begin(f.all, o))
			most = max(most, len(f.rules))
		}
	}
	for i := range most {
		for _, c := range ready {
			if i < len(c.rules) {
				c.runAlone(ctx, i)
			}
		}
	}
}

// share checks the files from one to before another.
func (s *stream) share(from, to int) {
	var b batch
	for i := from; i < to; i++ {
		if b.size >= batchBytes || s.order.full(i) {
			s.check(&b)
		}
		s.order.enter(i)
		b.add(s.open(i))
	}
	s.check(&b)
}

// check checks a batch, hands on what is found and empties it.
func (s *stream) check(b *batch) {
	b.check(s.options, s.jobs/len(s.candidates)) // with fewer files than jobs, rules share them
	for _, f := range b.files {
		s.finish(f)
	}
	size := b.size
	clear(b.files)
	b.files, b.size = b.files[:0], 0
	if s.options.Dropped != nil {
		s.options.Dropped(size)
	}
}

// shares calls f for parts of 0 to n-1 that follow each other, several at a time: large ones
// first, so that there are batches, and single ones last, so that all jobs end together.
func shares(n, jobs int, f func(from, to int)) {
	jobs = max(1, min(jobs, n))
	var (
		mu   sync.Mutex
		next int
		wg   sync.WaitGroup
	)
	take := func() (from, to int) {
		mu.Lock()
		defer mu.Unlock()
		from = next
		next += min(n-from, batchFiles, max(1, (n-from)/(4*jobs)))
		return from, next
	}
	work := func() {
		for from, to := take(); from < to; from, to = take() {
			f(from, to)
		}
	}
	if jobs == 1 {
		work()
		return
	}
	for range jobs {
		wg.Go(func() {
			stack.Deepen()
			work()
		})
	}
	wg.Wait()
}
