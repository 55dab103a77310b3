package editor

import (
	"encoding/json"
	"time"

	"go.lsp.dev/jsonrpc2"
)

// A phase is a part of the life of a connection.
type phase uint8

const (
	begun    phase = iota // nothing but initialize is answered
	running               // from initialize to shutdown
	shutDown              // nothing but exit is listened to
)

type workspaceFolder struct {
	URI  string `json:"uri"`
	Name string `json:"name"`
}

type initializeParams struct {
	ProcessID  *int `json:"processId"`
	ClientInfo struct {
		Name string `json:"name"`
	} `json:"clientInfo"`
	RootURI               *string            `json:"rootUri"`
	RootPath              *string            `json:"rootPath"`
	InitializationOptions json.RawMessage    `json:"initializationOptions"`
	Capabilities          clientCapabilities `json:"capabilities"`
	WorkspaceFolders      []workspaceFolder  `json:"workspaceFolders"`
}

func (s *server) initialize(p *initializeParams) (any, error) {
	if s.phase != begun {
		return nil, jsonrpc2.NewError(jsonrpc2.InvalidRequest, "initialize was asked for before")
	}
	s.phase = running
	s.capabilities = p.Capabilities
	s.capabilities.neovim = p.ClientInfo.Name == "Neovim"
	s.encoding = p.Capabilities.encoding()
	s.settings = s.initialSettings(p.InitializationOptions)
	s.readBaseline()
	for _, f := range p.folders() {
		s.addFolder(f)
	}
	if p.ProcessID != nil && *p.ProcessID > 0 && s.options.Alive != nil {
		go s.watchParent(*p.ProcessID)
	}
	return map[string]any{
		"capabilities": s.provides(),
		"serverInfo":   map[string]any{"name": "studiolint", "version": s.options.Version},
	}, nil
}

// folders returns the URIs of the folders that the client works in.
func (p *initializeParams) folders() []string {
	var uris []string
	for _, f := range p.WorkspaceFolders {
		uris = append(uris, f.URI)
	}
	switch {
	case len(uris) > 0:
	case p.RootURI != nil && *p.RootURI != "":
		uris = append(uris, *p.RootURI)
	case p.RootPath != nil && *p.RootPath != "":
		uris = append(uris, uriOf(*p.RootPath))
	}
	return uris
}

func (s *server) initialized(*struct{}) (any, error) {
	s.register()
	for _, f := range s.folders {
		s.find(f)
	}
	s.watchFiles()
	return nil, nil
}

func (s *server) shutdown(*struct{}) (any, error) {
	s.phase = shutDown
	s.stop()
	return nil, nil
}

// exit ends the server.
func (s *server) exit() { s.ended = true }

// stop ends the checks that are running.
func (s *server) stop() {
	for _, g := range s.groups() {
		g.stop()
	}
}

// parentInterval is how often it is looked whether the process that started the server
// is still there: a client that was killed cannot say exit.
const parentInterval = 3 * time.Second

func (s *server) watchParent(pid int) {
	tick := time.NewTicker(parentInterval)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			if !s.options.Alive(pid) {
				s.later(s.exit)
				return
			}
		case <-s.ctx.Done():
			return
		}
	}
}
