// Package editor is the language server: it speaks version 3.17 of the Language Server
// Protocol on two streams, and answers from a lint.Session per folder.
//
// One goroutine owns the state and does what messages ask for, in their order; each
// session is checked in another one. What is known of a document is kept by place, so
// that definitions in requests, in strings and in Terraform need no code of their own.
package editor

import (
	"context"
	"io"
	"sync"

	"go.lsp.dev/jsonrpc2"

	"studiolint/lint"
	"studiolint/lint/accept"
	"studiolint/lint/files"
)

// Options say what the server checks by, and what it tells of itself.
type Options struct {
	Version string
	// Check has the file system, the rules and what the flags say of them. Its
	// configurations and its baseline are found by the server.
	Check lint.Options
	// Config is the one configuration for every flow; "" for the nearest. NoConfig is
	// none at all.
	Config   string
	NoConfig bool
	Baseline string // the file of accepted findings; "" for none

	// Ignored tells which files git does not keep: see input.FindOptions.
	Ignored func(repository string, names []string) map[string]bool
	// Alive reports whether there is a process; nil where nobody can tell.
	Alive func(pid int) bool
	// RuleURL returns the address of a rule's text; "" for none.
	RuleURL func(id string) string
	// Explain returns what there is to say of a rule, as plain text; "" for a rule that a
	// configuration declares.
	Explain func(id string) string
}

// The exit statuses of the protocol.
const (
	exitAfterShutdown = 0
	exitUnasked       = 1
)

// Serve answers a client until it says exit, is gone, or what it says ends. It returns
// the exit status that the protocol asks for. The context ends it, too.
func Serve(ctx context.Context, in io.Reader, out io.Writer, o Options) int {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s := newServer(ctx, o)
	connection := jsonrpc2.NewConn(newStream(in, out, func() { s.later(s.exit) }))
	s.client = &client{conn: connection, ctx: ctx}
	handler, cancelRequest := jsonrpc2.CancelHandler(s.receive)
	s.cancelRequest = cancelRequest
	connection.Go(ctx, handler)
	for !s.ended {
		select {
		case <-s.queue.ready:
			for _, task := range s.queue.take() {
				if !s.ended {
					task()
				}
			}
		case <-ctx.Done():
			return exitUnasked
		}
	}
	s.stop()
	if s.phase == shutDown {
		return exitAfterShutdown
	}
	return exitUnasked
}

// A server is the state of a connection. Only tasks of its queue touch it.
type server struct {
	options       Options
	ctx           context.Context
	client        *client
	cancelRequest func(jsonrpc2.ID)
	queue         *queue
	requests      map[string]method
	notifications map[string]method

	phase phase
	ended bool

	capabilities clientCapabilities
	encoding     encoding
	settings     settings

	documents map[string]*document // by key: see document
	folders   []*folder
	told      map[string]bool // what a person has been told already
	published map[string]int  // by URI of a configuration: how many findings it shows
	baseline  *accept.Baseline
	watch     watch

	configurations sync.Map // see configurations.read
}

func newServer(ctx context.Context, o Options) *server {
	return &server{
		options: o, ctx: ctx, queue: newQueue(), encoding: utf16Units,
		requests: requests(), notifications: notifications(),
		documents: map[string]*document{}, told: map[string]bool{}, published: map[string]int{},
	}
}

// later does something in turn, from any goroutine.
func (s *server) later(task func()) { s.queue.push(task) }

// root returns the file system from a folder.
func (s *server) root(dir string) files.Root {
	return files.Root{FS: s.options.Check.Root.FS, Dir: dir}
}
