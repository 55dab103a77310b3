package editor

import (
	"bytes"
	"slices"

	"studiolint/lint/fix"
)

// An edit collects changes of files for the client to make.
type edit struct {
	server  *server
	created []string // absolute names of files that there are not yet
	files   []string // absolute, in order
	edits   map[string][]textEdit
	texts   map[string]*text // as they are before, by file
}

func (s *server) newEdit() *edit {
	return &edit{server: s, edits: map[string][]textEdit{}, texts: map[string]*text{}}
}

// create makes a file.
func (e *edit) create(path string) { e.created = append(e.created, path) }

// replace makes one text of a file another one.
func (e *edit) replace(path string, before, after []byte) {
	e.add(path, before, fix.Changes(before, after)...)
}

// add changes some bytes of a file, whose text is given.
func (e *edit) add(path string, before []byte, changes ...fix.Replacement) {
	cut := 0
	d := e.server.documentAt(path)
	if d == nil && bytes.HasPrefix(before, byteOrderMark) {
		cut = len(byteOrderMark)
	}
	t := e.texts[path]
	switch {
	case t != nil:
	case d != nil && bytes.Equal(d.text.bytes, before):
		t = d.text
	default:
		t = newText(before[cut:], e.server.encoding)
	}
	e.texts[path] = t
	for _, c := range changes {
		if !slices.Contains(e.files, path) {
			e.files = append(e.files, path)
		}
		e.edits[path] = append(e.edits[path], textEdit{t.rangeOf(c.Start-cut, c.End-cut), string(c.Text)})
	}
}

// result is the edit as the client can take it, nil when there is none: of documents of
// a version, or else by URI.
func (e *edit) result() *workspaceEdit {
	if len(e.files) == 0 {
		return nil
	}
	can := &e.server.capabilities.Workspace.WorkspaceEdit
	if len(e.created) > 0 && !(can.DocumentChanges && slices.Contains(can.ResourceOperations, "create")) {
		return nil
	}
	result := &workspaceEdit{}
	if !can.DocumentChanges {
		result.Changes = map[string][]textEdit{}
		for _, path := range e.files {
			result.Changes[e.uri(path)] = e.edits[path]
		}
		return result
	}
	for _, path := range e.created {
		c := createFile{Kind: "create", URI: uriOf(path)}
		c.Options.IgnoreIfExists = true
		result.DocumentChanges = append(result.DocumentChanges, c)
	}
	for _, path := range e.files {
		var d documentEdit
		d.TextDocument.URI = e.uri(path)
		if open := e.server.documentAt(path); open != nil {
			d.TextDocument.Version = &open.version
		}
		d.Edits = e.edits[path]
		result.DocumentChanges = append(result.DocumentChanges, d)
	}
	return result
}

func (e *edit) uri(path string) string {
	if d := e.server.documentAt(path); d != nil {
		return d.uri
	}
	return uriOf(path)
}
