package lint

import "sync"

// maxWaiting is how many bytes may wait to be taken.
var maxWaiting = 4 << 20

// An order hands on what is done in the order of the files, one at a time, whoever does
// it when. When too much waits for a file that somebody works on, or for a slow reader,
// the others wait too: nobody runs far ahead.
type order struct {
	take func(*outcome)

	mu    sync.Mutex
	moved sync.Cond

	next    int              // the file that is to be taken
	waiting map[int]*outcome // done and not taken
	size    int              // of what waits
	taking  bool
}

func newOrder(take func(*outcome)) *order {
	o := &order{take: take, waiting: map[int]*outcome{}}
	o.moved.L = &o.mu
	return o
}

// full reports whether too much waits for a file to be begun.
func (o *order) full(i int) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.isFull(i)
}

func (o *order) isFull(i int) bool { return o.size > maxWaiting && o.next < i }

// enter waits until a file may be begun. Who waits must have handed on all files that he
// has begun: everybody might wait for one of them.
func (o *order) enter(i int) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for o.isFull(i) {
		o.moved.Wait()
	}
}

// done hands on what is left of a file, as soon as that of all before it is taken.
func (o *order) done(i int, out *outcome) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.waiting[i] = out
	o.size += out.size
	if o.taking {
		return
	}
	o.taking = true
	defer func() { o.taking = false }()
	for o.waiting[o.next] != nil {
		out := o.waiting[o.next]
		delete(o.waiting, o.next)
		o.mu.Unlock()
		o.take(out)
		o.mu.Lock()
		o.size -= out.size
		o.next++
		o.moved.Broadcast()
	}
}
