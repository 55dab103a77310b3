package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"studiolint/lint/words"
)

// A pace says when a line of progress is drawn first, and how often.
type pace struct{ after, every time.Duration }

// usualPace leaves short runs alone.
var usualPace = pace{after: time.Second, every: 200 * time.Millisecond}

// watched has a run tell how far it is, in a line on the terminal that end wipes: the text
// is that for so many things done, and one is called for each. Without a terminal there is
// none, and one is nil.
func (c command) watched(quiet bool, text func(done int) string) (one, end func()) {
	out, ok := c.stderr.(*messages)
	if !ok || quiet || os.Getenv("TERM") == "dumb" || !isTerminal(out.w) {
		return nil, func() {}
	}
	return out.watch(usualPace, text)
}

// filesChecked is the text of a run over some files.
func filesChecked(files int) func(int) string {
	return func(done int) string { return fmt.Sprintf("checked %d of %s", done, words.Plural(files, "file")) }
}

// watch draws the line until the second function that it returns is called.
func (m *messages) watch(p pace, text func(done int) string) (one, end func()) {
	var done atomic.Int64
	ended := make(chan struct{})
	var drawing sync.WaitGroup
	drawing.Go(func() {
		wait := time.NewTimer(p.after)
		defer wait.Stop()
		for {
			select {
			case <-ended:
				return
			case <-wait.C:
				m.draw(text(int(done.Load())))
				wait.Reset(p.every)
			}
		}
	})
	return func() { done.Add(1) }, func() {
		close(ended)
		drawing.Wait()
		m.wipe()
	}
}

// draw replaces the line of progress, unless something else is on its line.
func (m *messages) draw(text string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.inside && !m.begun {
		io.WriteString(m.w, "\r"+text+"\x1b[K")
		m.drawn = true
	}
}

// wipe removes the line of progress.
func (m *messages) wipe() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.clear()
}

// clear is wipe for who holds the lock.
func (m *messages) clear() {
	if m.drawn {
		io.WriteString(m.w, "\r\x1b[K")
		m.drawn = false
	}
}

// A besideProgress writes to standard output, which may be the terminal that has the line
// of progress, too.
type besideProgress struct {
	w        io.Writer
	progress *messages
}

func (b besideProgress) Write(text []byte) (int, error) {
	b.progress.mu.Lock()
	defer b.progress.mu.Unlock()
	b.progress.clear()
	n, err := b.w.Write(text)
	if n > 0 {
		b.progress.begun = text[n-1] != '\n'
	}
	return n, err
}

// reportsTo returns where reports on standard output are written.
func (c command) reportsTo() io.Writer {
	if out, ok := c.stderr.(*messages); ok && isTerminal(c.stdout) {
		return besideProgress{c.stdout, out}
	}
	return c.stdout
}
