package editor

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime/debug"

	"go.lsp.dev/jsonrpc2"
)

// Codes of errors that the protocol has beside those of JSON-RPC.
const (
	requestCancelled jsonrpc2.Code = -32800
	requestFailed    jsonrpc2.Code = -32803
)

// A method answers requests. One that cannot be answered at once returns a promise.
type method func(s *server, params jsonrpc2.RawMessage) (any, error)

// A promise is an answer that comes later, by a call of what it is given. It is called
// in turn with everything else, and so must its argument be.
type promise func(answer func(any, error))

// with makes a method of a function with parameters of a type.
func with[P any](f func(s *server, params *P) (any, error)) method {
	return func(s *server, raw jsonrpc2.RawMessage) (any, error) {
		params := new(P)
		if err := decode(raw, params); err != nil {
			return nil, err
		}
		return f(s, params)
	}
}

// decode reads parameters.
func decode(raw jsonrpc2.RawMessage, into any) error {
	if len(raw) == 0 {
		return nil
	}
	err := jsonrpc2.DefaultCodec.Unmarshal(raw, into)
	switch {
	case err == nil:
		return nil
	case !json.Valid(raw):
		return jsonrpc2.Errorf(jsonrpc2.ParseError, "the parameters are no JSON: %v", err)
	}
	return jsonrpc2.Errorf(jsonrpc2.InvalidParams, "%v", err)
}

// answer is what a method said.
type answer struct {
	result any
	err    error
}

// receive puts a message into the queue and waits, for a request, until it is answered.
// It runs where messages are read, so that $/cancelRequest overtakes them.
func (s *server) receive(ctx context.Context, req *jsonrpc2.Request) (any, error) {
	// Both belong to the message, which nobody else keeps: see stream.Read.
	name, params := req.Method(), req.Params()
	if name == "$/cancelRequest" {
		s.cancel(params)
		return nil, nil
	}
	if !req.IsCall() {
		s.later(func() { s.notified(name, params) })
		return nil, nil
	}
	answers := make(chan answer, 1)
	s.later(func() {
		if ctx.Err() != nil {
			return // nobody wants it any more
		}
		result, err := s.requested(name, params)
		if later, ok := result.(promise); ok && err == nil {
			later(func(result any, err error) {
				select {
				case answers <- answer{result, err}:
				default: // answered already
				}
			})
			return
		}
		answers <- answer{result, err}
	})
	jsonrpc2.Async(ctx)
	select {
	case a := <-answers:
		return a.result, a.err
	case <-ctx.Done():
		return nil, jsonrpc2.NewError(requestCancelled, "the request was cancelled")
	}
}

// cancel ends the request that the parameters name, if it is not answered yet.
func (s *server) cancel(params jsonrpc2.RawMessage) {
	var p struct {
		ID json.RawMessage `json:"id"`
	}
	if decode(params, &p) != nil {
		return
	}
	var number int64
	var text string
	switch {
	case json.Unmarshal(p.ID, &number) == nil:
		s.cancelRequest(jsonrpc2.NewNumberID(number))
	case json.Unmarshal(p.ID, &text) == nil:
		s.cancelRequest(jsonrpc2.NewStringID(text))
	}
}

// requested answers a request.
func (s *server) requested(name string, params jsonrpc2.RawMessage) (result any, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			s.client.log(messageError, "internal error in %s: %v; please report this\n%s", name, cause, debug.Stack())
			result, err = nil, jsonrpc2.Errorf(jsonrpc2.InternalError, "internal error in %s: %v; please report this", name, cause)
		}
	}()
	switch {
	case s.phase == begun && name != "initialize":
		return nil, jsonrpc2.NewError(jsonrpc2.ServerNotInitialized, "the first request must be initialize")
	case s.phase == shutDown:
		return nil, jsonrpc2.NewError(jsonrpc2.InvalidRequest, "the server is shut down; only exit may follow")
	}
	m := s.requests[name]
	if m == nil {
		return nil, jsonrpc2.Errorf(jsonrpc2.MethodNotFound, "there is no method %q", name)
	}
	return m(s, params)
}

// notified does what a notification says. One that is not known is nobody's.
func (s *server) notified(name string, params jsonrpc2.RawMessage) {
	defer func() {
		if cause := recover(); cause != nil {
			s.client.log(messageError, "internal error in %s: %v; please report this\n%s", name, cause, debug.Stack())
		}
	}()
	if name == "exit" {
		s.exit()
		return
	}
	if s.phase != running {
		return
	}
	if m := s.notifications[name]; m != nil {
		if _, err := m(s, params); err != nil {
			s.client.log(messageWarning, "%s: %v", name, err)
		}
	}
}

// failed is the answer when what is asked for cannot be done, with the reason.
func failed(format string, args ...any) error {
	return jsonrpc2.NewError(requestFailed, fmt.Sprintf(format, args...))
}

// requests are the methods that are answered.
func requests() map[string]method {
	return map[string]method{
		"initialize":                     with((*server).initialize),
		"shutdown":                       with((*server).shutdown),
		"textDocument/diagnostic":        with((*server).pull),
		"workspace/diagnostic":           with((*server).pullAll),
		"textDocument/codeAction":        with((*server).codeAction),
		"workspace/executeCommand":       with((*server).execute),
		"textDocument/hover":             with((*server).hover),
		"textDocument/definition":        with((*server).definition),
		"textDocument/references":        with((*server).references),
		"textDocument/documentHighlight": with((*server).documentHighlight),
		"textDocument/prepareRename":     with((*server).prepareRename),
		"textDocument/rename":            with((*server).rename),
		"textDocument/completion":        with((*server).completion),
		"textDocument/documentSymbol":    with((*server).documentSymbols),
		"textDocument/foldingRange":      with((*server).folding),
		"textDocument/codeLens":          with((*server).codeLenses),
		"textDocument/inlayHint":         with((*server).inlayHints),
		"textDocument/selectionRange":    with((*server).selectionRanges),
		"workspace/symbol":               with((*server).workspaceSymbols),
	}
}

// notifications are those that are not.
func notifications() map[string]method {
	return map[string]method{
		"initialized":                         with((*server).initialized),
		"textDocument/didOpen":                with((*server).didOpen),
		"textDocument/didChange":              with((*server).didChange),
		"textDocument/didSave":                with((*server).didSave),
		"textDocument/didClose":               with((*server).didClose),
		"workspace/didChangeWatchedFiles":     with((*server).filesChanged),
		"workspace/didChangeConfiguration":    with((*server).settingsChanged),
		"workspace/didChangeWorkspaceFolders": with((*server).foldersChanged),
	}
}
