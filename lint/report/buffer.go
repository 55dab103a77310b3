package report

import (
	"io"
	"sync"
)

// A buffer is room in which a part of a report is put together, before its length is
// known.
type buffer struct{ text []byte }

var buffers = sync.Pool{New: func() any { return &buffer{} }}

// roomForOne is about how many bytes one finding takes. Room that is not used costs nothing,
// and to grow step by step takes five times the memory.
const roomForOne = 512

// scratch returns an empty buffer with room for so many findings.
func scratch(findings int) *buffer {
	b := buffers.Get().(*buffer)
	if b.text = b.text[:0]; cap(b.text) < findings*roomForOne {
		b.text = make([]byte, 0, findings*roomForOne)
	}
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
