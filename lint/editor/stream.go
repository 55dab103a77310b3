package editor

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"strconv"
	"strings"
	"sync"

	"go.lsp.dev/jsonrpc2"
)

// maxMessage is how many bytes a message may have. A document of the largest size that
// is read takes up to six times that as a JSON string.
const maxMessage = 256 << 20

// maxHeaderLine is how many bytes of a header line are looked at.
const maxHeaderLine = 4096

// A stream reads and writes messages, each after a header with its length. Unlike the
// library's own it goes on after a message that is none: that is answered, and what
// follows is searched for the next header.
type stream struct {
	in    *bufio.Reader
	out   io.Writer
	ended func() // called once there is no more to read

	mu sync.Mutex // of out
}

func newStream(in io.Reader, out io.Writer, ended func()) *stream {
	return &stream{in: bufio.NewReaderSize(in, 64<<10), out: out, ended: ended}
}

// Read returns the next message. Its bytes belong to it: requests wait in a queue.
func (s *stream) Read(ctx context.Context) (jsonrpc2.Message, int64, error) {
	for {
		if err := ctx.Err(); err != nil {
			return nil, 0, err
		}
		length, err := s.header()
		if err == nil && length > maxMessage {
			// Its end is searched for: who knows whether the length is true.
			s.refuse(jsonrpc2.Errorf(jsonrpc2.InvalidRequest, "a message of %d bytes is too long: %d are read at most", length, maxMessage))
			continue
		}
		var body bytes.Buffer // grows with what comes, not with what is announced
		if err == nil {
			_, err = io.CopyN(&body, s.in, int64(length))
		}
		if err != nil {
			s.ended()
			return nil, 0, err
		}
		m, err := jsonrpc2.DecodeMessage(body.Bytes())
		if err == nil {
			return m, int64(length), nil
		}
		var answer *jsonrpc2.Error
		if !errors.As(err, &answer) {
			answer = jsonrpc2.NewError(jsonrpc2.ParseError, err.Error())
		}
		s.refuse(answer)
	}
}

// header reads to the end of a header and returns the length that it tells. What is no
// header, such as the rest of a message whose length was wrong, is skipped.
func (s *stream) header() (length int, err error) {
	length = -1
	for {
		line, err := s.line()
		if err != nil {
			return 0, err
		}
		if line == "" {
			if length >= 0 {
				return length, nil
			}
			continue
		}
		told, ok := lengthIn(line)
		if !ok {
			continue
		}
		n, err := strconv.Atoi(told)
		if err != nil || n < 0 {
			s.refuse(jsonrpc2.Errorf(jsonrpc2.ParseError, "%q is no length of a message", told))
			length = -1
			continue
		}
		length = n
	}
}

// lengthIn returns what a line tells as the length of a message. It may stand after the rest
// of something else, which may be any bytes.
func lengthIn(line string) (told string, ok bool) {
	const name = "content-length:"
	for i := len(line) - len(name); i >= 0; i-- {
		if strings.EqualFold(line[i:i+len(name)], name) {
			return strings.TrimSpace(line[i+len(name):]), true
		}
	}
	return "", false
}

// line returns a line without what ends it, and of a very long one its end.
func (s *stream) line() (string, error) {
	var line []byte
	for {
		part, err := s.in.ReadSlice('\n')
		line = append(line, part...)
		if extra := len(line) - maxHeaderLine; extra > 0 {
			line = line[extra:]
		}
		switch {
		case err == nil:
			return strings.TrimRight(string(line), "\r\n"), nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return "", err
		}
	}
}

// refuse answers what is no message.
func (s *stream) refuse(err *jsonrpc2.Error) {
	// Who cannot be answered is found out when the next message is read.
	_, _ = s.Write(context.Background(), jsonrpc2.NewResponse(jsonrpc2.ID{}, nil, err))
}

// Write writes a message in one piece. Nothing else writes there.
func (s *stream) Write(_ context.Context, m jsonrpc2.Message) (int64, error) {
	body, err := jsonrpc2.EncodeMessage(m)
	if err != nil {
		return 0, err
	}
	frame := make([]byte, 0, len(body)+32)
	frame = append(frame, "Content-Length: "...)
	frame = strconv.AppendInt(frame, int64(len(body)), 10)
	frame = append(frame, "\r\n\r\n"...)
	frame = append(frame, body...)
	s.mu.Lock()
	defer s.mu.Unlock()
	n, err := s.out.Write(frame)
	return int64(n), err
}

// Close does nothing: what is read and written belongs to the caller.
func (s *stream) Close() error { return nil }
