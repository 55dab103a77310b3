package editor

// The messages of the Language Server Protocol 3.17, as far as they are used here, with
// the protocol's names for their members.

type position struct {
	Line      int `json:"line"`
	Character int `json:"character"`
}

// A span is the protocol's Range.
type span struct {
	Start position `json:"start"`
	End   position `json:"end"`
}

type location struct {
	URI   string `json:"uri"`
	Range span   `json:"range"`
}

type textEdit struct {
	Range   span   `json:"range"`
	NewText string `json:"newText"`
}

type documentID struct {
	URI     string `json:"uri"`
	Version *int   `json:"version,omitzero"`
}

// A documentEdit changes a document of a version; null for one that is not open.
type documentEdit struct {
	TextDocument struct {
		URI     string `json:"uri"`
		Version *int   `json:"version"`
	} `json:"textDocument"`
	Edits []textEdit `json:"edits"`
}

// A workspaceEdit has either of the two forms.
type workspaceEdit struct {
	Changes         map[string][]textEdit `json:"changes,omitzero"`
	DocumentChanges []any                 `json:"documentChanges,omitzero"`
}

type createFile struct {
	Kind    string `json:"kind"`
	URI     string `json:"uri"`
	Options struct {
		IgnoreIfExists bool `json:"ignoreIfExists"`
	} `json:"options"`
}

type diagnostic struct {
	Range              span                 `json:"range"`
	Severity           int                  `json:"severity"`
	Code               string               `json:"code,omitzero"`
	CodeDescription    *codeDescription     `json:"codeDescription,omitzero"`
	Source             string               `json:"source"`
	Message            string               `json:"message"`
	Tags               []int                `json:"tags,omitzero"`
	RelatedInformation []relatedInformation `json:"relatedInformation,omitzero"`
	Data               *diagnosticData      `json:"data,omitzero"`
}

// diagnosticData is kept by the client and comes back with a request for actions.
type diagnosticData struct {
	Fingerprint string `json:"fingerprint"`
}

type codeDescription struct {
	Href string `json:"href"`
}

type relatedInformation struct {
	Location location `json:"location"`
	Message  string   `json:"message"`
}

// The severities and tags of a diagnostic.
const (
	severityError       = 1
	severityWarning     = 2
	severityInformation = 3

	tagUnnecessary = 1
)

type publishParams struct {
	URI         string       `json:"uri"`
	Version     *int         `json:"version,omitzero"`
	Diagnostics []diagnostic `json:"diagnostics"`
}

// The kinds of message that a person sees.
const (
	messageError   = 1
	messageWarning = 2
	messageInfo    = 3
)

type messageParams struct {
	Type    int    `json:"type"`
	Message string `json:"message"`
}

type openParams struct {
	TextDocument struct {
		URI     string `json:"uri"`
		Version int    `json:"version"`
		Text    string `json:"text"`
	} `json:"textDocument"`
}

type changeParams struct {
	TextDocument struct {
		URI     string `json:"uri"`
		Version int    `json:"version"`
	} `json:"textDocument"`
	ContentChanges []contentChange `json:"contentChanges"`
}

// A contentChange without a range is the whole text.
type contentChange struct {
	Range *span  `json:"range"`
	Text  string `json:"text"`
}

type documentParams struct {
	TextDocument documentID `json:"textDocument"`
}

type positionParams struct {
	TextDocument documentID `json:"textDocument"`
	Position     position   `json:"position"`
}
