package main

import (
	"bytes"
	"strings"
	"sync"
	"testing"
	"time"

	"studiolint/lint"
	"studiolint/lint/input"
)

// A screen is what a terminal shows: a carriage return goes back, and \x1b[K wipes the
// rest of the line.
type screen struct {
	mu     sync.Mutex
	lines  []string
	line   []byte
	at     int
	drawn  chan string // lines of progress
	answer chan bool
}

func (s *screen) Write(text []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	rest := strings.ReplaceAll(string(text), "\x1b[K", "\x00")
	for i := 0; i < len(rest); i++ {
		switch c := rest[i]; c {
		case '\r':
			s.at = 0
		case '\n':
			s.lines = append(s.lines, string(s.line))
			s.line, s.at = nil, 0
		case '\x00':
			s.line = s.line[:s.at]
			if len(s.line) > 0 {
				s.drawn <- string(s.line)
				<-s.answer
			}
		default:
			s.line = append(s.line[:s.at], c)
			s.at++
		}
	}
	return len(text), nil
}

// The line of progress stands alone, says how far the run is, and is gone after it.
func TestProgress(t *testing.T) {
	s := &screen{drawn: make(chan string), answer: make(chan bool)}
	m := &messages{w: s}
	out := besideProgress{s, m}
	one, end := m.watch(pace{after: time.Nanosecond, every: time.Nanosecond}, filesChecked(3))
	next := func() string {
		line := <-s.drawn
		s.answer <- true
		return line
	}
	if line := next(); line != "checked 0 of 3 files" {
		t.Errorf("%q", line)
	}
	one()
	for next() != "checked 1 of 3 files" {
	}
	written, over := make(chan bool), make(chan bool)
	go func() {
		out.Write([]byte("a finding\nanother "))
		out.Write([]byte("one\n"))
		m.Write([]byte("studiolint: a word\n"))
		close(written)
	}()
	go func() {
		for {
			select {
			case <-s.drawn:
				s.answer <- true
			case <-over:
				return
			}
		}
	}()
	<-written
	end()
	close(over)
	if got := strings.Join(s.lines, "|"); got != "a finding|another one|studiolint: a word" || len(s.line) > 0 {
		t.Errorf("%q, then %q", got, s.line)
	}
}

// What is no terminal has none, and a run says of each file that it is done.
func TestNoProgress(t *testing.T) {
	var stderr bytes.Buffer
	c := command{stderr: &messages{w: &stderr}}
	one, end := c.watched(false, filesChecked(3))
	end()
	if one != nil || stderr.Len() > 0 {
		t.Errorf("%q", &stderr)
	}
	n, dropped := 0, 0
	o := lint.Options{Jobs: 1, Done: func() { n++ }, Dropped: func(int64) { dropped = n }}
	lint.Stream([]input.Candidate{input.FromBytes("a.json", []byte("{}")), input.FromBytes("b.json", []byte(`{"states": []}`))}, o, &kept{})
	if n != 2 || dropped != 2 {
		t.Errorf("%d files are done, %d are dropped", n, dropped)
	}
}
