package editor

import "sync"

// A queue holds what is to be done, in order. It has no end: who reads messages never
// waits, so that a cancellation overtakes what is waiting.
type queue struct {
	mu    sync.Mutex
	tasks []func()
	ready chan struct{} // holds one when there are tasks
}

func newQueue() *queue { return &queue{ready: make(chan struct{}, 1)} }

func (q *queue) push(task func()) {
	q.mu.Lock()
	q.tasks = append(q.tasks, task)
	q.mu.Unlock()
	select {
	case q.ready <- struct{}{}:
	default:
	}
}

// take returns all that is waiting.
func (q *queue) take() []func() {
	q.mu.Lock()
	defer q.mu.Unlock()
	tasks := q.tasks
	q.tasks = nil
	return tasks
}
