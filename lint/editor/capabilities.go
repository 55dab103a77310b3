package editor

// clientCapabilities are what the client can do, as far as that makes a difference.
type clientCapabilities struct {
	General struct {
		PositionEncodings []encoding `json:"positionEncodings"`
	} `json:"general"`
	TextDocument struct {
		PublishDiagnostics struct {
			RelatedInformation     bool      `json:"relatedInformation"`
			CodeDescriptionSupport bool      `json:"codeDescriptionSupport"`
			DataSupport            bool      `json:"dataSupport"`
			TagSupport             *struct{} `json:"tagSupport"`
		} `json:"publishDiagnostics"`
		Diagnostic *struct{} `json:"diagnostic"`
		Hover      struct {
			ContentFormat []string `json:"contentFormat"`
		} `json:"hover"`
		DocumentSymbol struct {
			HierarchicalDocumentSymbolSupport bool `json:"hierarchicalDocumentSymbolSupport"`
		} `json:"documentSymbol"`
		FoldingRange struct {
			RangeLimit int `json:"rangeLimit"`
		} `json:"foldingRange"`
	} `json:"textDocument"`
	Workspace struct {
		DidChangeWatchedFiles struct {
			DynamicRegistration    bool `json:"dynamicRegistration"`
			RelativePatternSupport bool `json:"relativePatternSupport"`
		} `json:"didChangeWatchedFiles"`
		WorkspaceEdit struct {
			DocumentChanges    bool     `json:"documentChanges"`
			ResourceOperations []string `json:"resourceOperations"`
		} `json:"workspaceEdit"`
		Diagnostics refreshSupport `json:"diagnostics"`
		CodeLens    refreshSupport `json:"codeLens"`
		InlayHint   refreshSupport `json:"inlayHint"`
	} `json:"workspace"`

	neovim bool
}

type refreshSupport struct {
	RefreshSupport bool `json:"refreshSupport"`
}

// encoding returns the first of the client's units that is known here.
func (c *clientCapabilities) encoding() encoding {
	for _, e := range c.General.PositionEncodings {
		switch e {
		case utf8Units, utf16Units, utf32Units:
			return e
		}
	}
	return utf16Units
}

// pulls reports whether the client asks for findings itself. It would show those that
// are pushed a second time.
func (c *clientCapabilities) pulls() bool { return c.TextDocument.Diagnostic != nil }

// showsNoCode reports whether a client shows the message of a finding alone: of the first
// versions of Neovim that is known.
func (c *clientCapabilities) showsNoCode() bool {
	return c.neovim && !c.TextDocument.PublishDiagnostics.CodeDescriptionSupport
}

// provides is what the server can do.
func (s *server) provides() map[string]any {
	return map[string]any{
		"positionEncoding": s.encoding,
		"textDocumentSync": map[string]any{
			"openClose": true,
			"change":    2, // incremental
			"save":      map[string]any{"includeText": false},
		},
		"diagnosticProvider": map[string]any{
			"identifier":            "studiolint",
			"interFileDependencies": true,
			"workspaceDiagnostics":  true,
		},
		"codeActionProvider":        map[string]any{"codeActionKinds": []string{kindQuickFix, kindFixAll}},
		"executeCommandProvider":    map[string]any{"commands": []string{explainCommand}},
		"hoverProvider":             true,
		"definitionProvider":        true,
		"referencesProvider":        true,
		"documentHighlightProvider": true,
		"renameProvider":            map[string]any{"prepareProvider": true},
		"completionProvider":        map[string]any{"triggerCharacters": []string{`"`, ".", "|", "[", "{", "%", " "}},
		"documentSymbolProvider":    true,
		"foldingRangeProvider":      true,
		"codeLensProvider":          map[string]any{"resolveProvider": false},
		"inlayHintProvider":         true,
		"selectionRangeProvider":    true,
		"workspaceSymbolProvider":   true,
		"workspace": map[string]any{
			"workspaceFolders": map[string]any{"supported": true, "changeNotifications": true},
		},
	}
}
