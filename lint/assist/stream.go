package assist

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"sync"

	"go.lsp.dev/jsonrpc2"
)

// maxMessage is how many bytes a message may have: a flow of the largest size that is
// read takes up to six times that as a JSON string.
const maxMessage = 128 << 20

// A stream reads and writes messages, one a line. It goes on after a line that is none:
// that is answered. It ends once what was asked has been answered, too: who pipes
// requests into the program has answers to all of them.
type stream struct {
	in   *bufio.Reader
	out  io.Writer
	gone func() // called once there is no more to read

	mu   sync.Mutex // of out
	open sync.WaitGroup
}

func newStream(in io.Reader, out io.Writer, gone func()) *stream {
	return &stream{in: bufio.NewReaderSize(in, 64<<10), out: out, gone: gone}
}

// Read returns the next message. Its bytes belong to it.
func (s *stream) Read(ctx context.Context) (jsonrpc2.Message, int64, error) {
	for {
		if err := ctx.Err(); err != nil {
			return nil, 0, err
		}
		line, err := s.line()
		if len(bytes.TrimSpace(line)) == 0 && err == nil {
			continue
		}
		if err != nil {
			s.gone()
			s.open.Wait()
			return nil, 0, err
		}
		if len(line) > maxMessage {
			s.refuse(jsonrpc2.Errorf(jsonrpc2.InvalidRequest, "a message of more than %d bytes is too long", maxMessage))
			continue
		}
		m, err := jsonrpc2.DecodeMessage(line)
		if err == nil {
			if _, asks := m.(*jsonrpc2.Call); asks {
				s.open.Add(1)
			}
			return m, int64(len(line)), nil
		}
		var answer *jsonrpc2.Error
		if !errors.As(err, &answer) {
			answer = jsonrpc2.NewError(jsonrpc2.ParseError, err.Error())
		}
		s.refuse(answer)
	}
}

// line returns the next line; of one that is too long, enough to see that. The last one
// need not end.
func (s *stream) line() (line []byte, err error) {
	for {
		part, err := s.in.ReadSlice('\n')
		if len(line) <= maxMessage {
			line = append(line, part...)
		}
		switch {
		case err == nil, err == io.EOF && len(line) > 0:
			return line, nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return nil, err
		}
	}
}

// refuse answers what is no message.
func (s *stream) refuse(err *jsonrpc2.Error) {
	if body, failed := jsonrpc2.EncodeMessage(jsonrpc2.NewResponse(jsonrpc2.ID{}, nil, err)); failed == nil {
		_, _ = s.write(body) // who cannot be answered is found out when the next message is read
	}
}

// Write writes a message as one line.
func (s *stream) Write(_ context.Context, m jsonrpc2.Message) (int64, error) {
	body, err := jsonrpc2.EncodeMessage(m)
	if err != nil {
		return 0, err
	}
	if answers(body) {
		defer s.open.Done()
	}
	return s.write(body)
}

// answers reports whether a message is a response. The library has no exported type for
// those that it writes.
func answers(body []byte) bool {
	d := json.NewDecoder(bytes.NewReader(body))
	for _, err := d.Token(); err == nil && d.More(); _, err = d.Token() {
		switch name, _ := d.Token(); name {
		case "result", "error":
			return true
		case "method":
			return false
		}
	}
	return false
}

func (s *stream) write(body []byte) (int64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n, err := s.out.Write(append(body, '\n'))
	return int64(n), err
}

// Close does nothing: what is read and written belongs to the caller.
func (s *stream) Close() error { return nil }
