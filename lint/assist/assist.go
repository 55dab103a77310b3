// Package assist serves the checks and the catalogue to coding assistants, by the Model
// Context Protocol on two streams. It reads what lies below the roots that the client
// names, and writes nothing.
package assist

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"sync"

	"go.lsp.dev/jsonrpc2"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/input"
)

// Options say what the server checks by, and what it tells of itself.
type Options struct {
	Version string
	// Check has the file system, the rules and what the flags say of them.
	Check lint.Options
	// Config is the one configuration for every flow; "" for the nearest. NoConfig is
	// none at all.
	Config   string
	NoConfig bool

	// Ignored tells which files git does not keep: see input.FindOptions.
	Ignored func(repository string, names []string) map[string]bool
	// Mend returns a flow with the fixes made that are safe, or any, and those; nil when
	// there is nothing to mend.
	Mend func(flow input.Candidate, o lint.Options, unsafe bool) (text []byte, made []finding.Mended, err error)
	// Types are the widget types of the catalogue. Explain returns what there is to say
	// of a rule or a type, to be written as JSON; an error for neither.
	Types   []string
	Explain func(name string) (any, error)

	// Graph returns the flows of a file as graphs, of each at most so many widgets, or one
	// with its neighbours. Test runs the tests of a file or folder and returns what failed.
	// Diff compares two flows, each a file or REVISION:PATH, or a text in place of the
	// second; it asks whether it may read a file. All return values to be written as JSON.
	Graph func(flow input.Candidate, o lint.Options, around string, limit int) (any, error)
	Test  func(path string, o lint.Options, limit int) (any, error)
	Diff  func(old, now string, text *string, o lint.Options, allowed func(path string) error, limit int) (any, error)
}

// versions are those of the protocol that the server speaks, the newest first.
var versions = []string{"2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"}

// notFound is the protocol's code for a resource that does not exist.
const notFound jsonrpc2.Code = -32002

// instructions are what an assistant is told of the server.
const instructions = "Checks Twilio Studio flow definitions offline. Before you write a widget, read its type with explain: " +
	"its properties, events and outputs are all there are. After every change call lint; a flow is done when it has no errors. fix returns the flow mended, graph shows where each widget leads, " +
	"test runs the flow's scripted conversations, and diff says what changed in meaning."

// Serve answers a client until there is nothing more to read, or the context ends.
func Serve(ctx context.Context, in io.Reader, out io.Writer, o Options) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	reading, gone := context.WithCancel(ctx)
	s := &server{options: o, client: reading}
	s.conn = jsonrpc2.NewConn(newStream(in, out, gone))
	s.conn.Go(ctx, s.receive)
	select {
	case <-s.conn.Done():
	case <-ctx.Done():
	}
}

// A server is the state of a connection.
type server struct {
	options Options
	conn    jsonrpc2.Conn
	client  context.Context // ends when the client says nothing more

	mu       sync.Mutex
	began    bool
	hasRoots bool     // the client can be asked for roots
	roots    []string // absolute folders; nil before they are known
}

// receive answers a message. What the tools do takes long and may ask the client, so that
// the next messages are read meanwhile.
func (s *server) receive(ctx context.Context, req *jsonrpc2.Request) (result any, err error) {
	name, params := req.Method(), slices.Clone(req.Params())
	defer func() {
		if cause := recover(); cause != nil {
			result, err = nil, jsonrpc2.Errorf(jsonrpc2.InternalError, "internal error in %s: %v; please report this", name, cause)
		}
	}()
	if !req.IsCall() {
		s.notified(name)
		return nil, nil
	}
	s.mu.Lock()
	began := s.began
	s.mu.Unlock()
	if !began && name != "initialize" && name != "ping" {
		return nil, jsonrpc2.NewError(jsonrpc2.InvalidRequest, "the first request must be initialize")
	}
	if name == "tools/call" {
		jsonrpc2.Async(ctx)
	}
	method := methodOf(name)
	if method == nil {
		return nil, jsonrpc2.Errorf(jsonrpc2.MethodNotFound, "there is no method %q", name)
	}
	answer, err := method(s, json.RawMessage(params))
	if err != nil {
		return nil, err
	}
	text, err := encode(answer) // in one order: the library writes the members of a map in any
	return jsonrpc2.RawMessage(text), err
}

// notified does what a notification says. One that is not known is nobody's.
func (s *server) notified(name string) {
	if name == "notifications/roots/list_changed" {
		s.mu.Lock()
		s.roots = nil
		s.mu.Unlock()
	}
}

// A method answers requests.
type method func(s *server, params json.RawMessage) (any, error)

// methodOf returns the method of a name, nil when there is none.
func methodOf(name string) method {
	switch name {
	case "initialize":
		return with((*server).initialize)
	case "ping":
		return with((*server).ping)
	case "tools/list":
		return with((*server).listTools)
	case "tools/call":
		return with((*server).callTool)
	case "resources/list":
		return with((*server).listResources)
	case "resources/templates/list":
		return with((*server).listTemplates)
	case "resources/read":
		return with((*server).readResource)
	}
	return nil
}

// with makes a method of a function with parameters of a type.
func with[P any](f func(s *server, params *P) (any, error)) method {
	return func(s *server, raw json.RawMessage) (any, error) {
		params := new(P)
		if len(raw) > 0 {
			if err := json.Unmarshal(raw, params); err != nil {
				return nil, jsonrpc2.Errorf(jsonrpc2.InvalidParams, "%v", err)
			}
		}
		return f(s, params)
	}
}

type object = map[string]any

type initializeParams struct {
	ProtocolVersion string `json:"protocolVersion"`
	Capabilities    struct {
		Roots *struct{} `json:"roots"`
	} `json:"capabilities"`
}

func (s *server) initialize(p *initializeParams) (any, error) {
	if p.ProtocolVersion == "" {
		return nil, jsonrpc2.NewError(jsonrpc2.InvalidParams, "protocolVersion is missing")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.began, s.hasRoots = true, p.Capabilities.Roots != nil
	version := versions[0]
	if slices.Contains(versions, p.ProtocolVersion) {
		version = p.ProtocolVersion
	}
	return object{
		"protocolVersion": version,
		"capabilities":    object{"tools": object{}, "resources": object{}},
		"serverInfo":      object{"name": "studiolint", "title": "Studiolint", "version": s.options.Version},
		"instructions":    instructions,
	}, nil
}

func (s *server) ping(*struct{}) (any, error) { return object{}, nil }

// listParams ask for a page of a list. There is one page.
type listParams struct {
	Cursor string `json:"cursor"`
}

func (p *listParams) check() error {
	if p.Cursor != "" {
		return jsonrpc2.Errorf(jsonrpc2.InvalidParams, "there is no page %q", p.Cursor)
	}
	return nil
}

// widgetURI is the address of a widget type.
const widgetURI = "studiolint://widget/"

func (s *server) listResources(p *listParams) (any, error) {
	list := make([]object, len(s.options.Types))
	for i, typ := range s.options.Types {
		list[i] = object{"uri": widgetURI + typ, "name": typ, "description": "Properties, events and outputs of " + typ, "mimeType": "application/json"}
	}
	return object{"resources": list}, p.check()
}

func (s *server) listTemplates(p *listParams) (any, error) {
	return object{"resourceTemplates": []object{{
		"uriTemplate": widgetURI + "{type}", "name": "widget", "description": "Properties, events and outputs of a widget type", "mimeType": "application/json",
	}}}, p.check()
}

func (s *server) readResource(p *struct {
	URI string `json:"uri"`
}) (any, error) {
	if p.URI == "" {
		return nil, jsonrpc2.NewError(jsonrpc2.InvalidParams, "uri is missing")
	}
	for _, typ := range s.options.Types {
		if p.URI == widgetURI+typ {
			told, err := s.options.Explain(typ)
			if err != nil {
				return nil, err
			}
			text, err := encode(told)
			return object{"contents": []object{{"uri": p.URI, "mimeType": "application/json", "text": text}}}, err
		}
	}
	data, err := json.Marshal(object{"uri": p.URI})
	if err != nil {
		return nil, err
	}
	return nil, &jsonrpc2.Error{Code: notFound, Message: fmt.Sprintf("there is no resource %q", p.URI), Data: data}
}
