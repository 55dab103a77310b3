package main

import (
	"io"
	"strings"
	"sync"

	"studiolint/lint/report"
)

// A messages is the one way to standard error. What is said there may repeat names that
// a stranger chose, of files, arguments and keys, so it passes on nothing that a
// terminal or the runner of a CI server obeys: no escape, no character that hides or
// turns text, no ##[command] anywhere and no ::command:: at the beginning of a line.
// Line breaks and tabs stay; who repeats a name has it on one line (sayf).
type messages struct {
	w      io.Writer
	inside bool // something that is no space stands on the line already

	mu    sync.Mutex // progress is drawn while others write
	drawn bool       // the line holds progress, which is to be wiped
	begun bool       // standard output is within a line
}

// Write escapes the text. The text of one call is taken to be whole: a character that
// two calls share comes out as bytes.
func (m *messages) Write(text []byte) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.clear()
	var b strings.Builder
	for i, line := range strings.Split(string(text), "\n") {
		if i > 0 {
			b.WriteByte('\n')
			m.inside = false
		}
		if rest := strings.TrimLeft(line, " \t"); !m.inside && rest != "" {
			m.inside = true
			if strings.HasPrefix(rest, ":") {
				b.WriteString(line[:len(line)-len(rest)] + `\x3a`)
				line = rest[1:]
			}
		}
		for j, part := range strings.Split(line, "\t") {
			if j > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(report.Visible(part))
		}
	}
	if _, err := io.WriteString(m.w, b.String()); err != nil {
		return 0, err
	}
	return len(text), nil
}
