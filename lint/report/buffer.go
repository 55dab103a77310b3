package report

import (
	"io"
	"sync"
)

// A buffer is room in which a part of a report is put together, before its length is
// known.
type buffer struct{ text []byte }

var buffers = sync.Pool{New: func() any { return &buffer{} }}

// scratch returns an empty buffer.
func scratch() *buffer {
	b := buffers.Get().(*buffer)
	b.text = b.text[:0]
	return b
}

// release gives the buffer back. Nothing of its text may be used any more.
func (b *buffer) release() { buffers.Put(b) }

// A sequence writes texts one after the other, up to the first error.
type sequence struct {
	w   io.Writer
	err error
}

func (s *sequence) write(text []byte) {
	if s.err == nil {
		_, s.err = s.w.Write(text)
	}
}

func (s *sequence) string(text string) {
	if s.err == nil {
		_, s.err = io.WriteString(s.w, text)
	}
}
