package editor

import (
	"encoding/json"
	"path/filepath"
	"strings"

	"studiolint/lint/files"
	"studiolint/lint/finding"
	"studiolint/lint/input"
	"studiolint/lint/project"
)

// A document is a text that is open in the client.
type document struct {
	uri     string // as the client wrote it
	path    string // absolute; "" for a text that is none of ours by its URI
	version int
	text    *text

	folder *folder // in which it lies; nil for none
	alone  *group  // checks it as if there were nothing else; nil once its folder does

	// model is what was read of the last text that could be read: it answers while
	// the text is broken, too.
	model *model

	aligned alignment // from the model's text to the newest one

	shown *shown // nil before the first check
}

// A model is what is known of a text but for findings.
type model struct {
	text      *text
	file      *input.File
	documents []*project.Document
	root      files.Root // that the paths in it count from
}

// shown is what was found in a text.
type shown struct {
	text     *text
	findings []*finding.Diagnostic
	version  int
	root     files.Root // that the paths in them count from
}

// key is by what a document is known: its file, however its URI is written.
func key(uri string) string {
	if path, ok := pathOf(uri); ok {
		return path
	}
	return uri
}

// document returns the one of a URI, nil when it is not open.
func (s *server) document(uri string) *document { return s.documents[key(uri)] }

// documentAt returns the one of a file, nil when it is not open.
func (s *server) documentAt(path string) *document {
	if d := s.documents[path]; d != nil {
		return d
	}
	for _, d := range s.documents {
		if d.path == path { // one that was never saved
			return d
		}
	}
	return nil
}

func (s *server) didOpen(p *openParams) (any, error) {
	k := key(p.TextDocument.URI)
	if s.documents[k] != nil {
		s.client.log(messageWarning, "%s was opened twice; the second text counts", p.TextDocument.URI)
		s.forget(k)
	}
	d := &document{uri: p.TextDocument.URI, version: p.TextDocument.Version, path: s.pathFor(p.TextDocument.URI)}
	d.text = newText([]byte(p.TextDocument.Text), s.encoding)
	s.documents[k] = d
	if d.path == "" {
		return nil, nil // such as the older side of a comparison
	}
	if s.watch.seen != nil {
		stamper{s.options.Check.Root, s.watch.seen}.addDocument(d)
	}
	d.folder = s.folderOf(d.path)
	if d.folder == nil || !d.folder.checked {
		d.alone = s.newGroup(s.root(filepath.Dir(d.path)), nil)
	}
	for _, g := range d.groups() {
		g.open(d)
	}
	s.changed(d)
	return nil, nil
}

// pathFor returns the file that a document is, or would be when it is saved for the
// first time; "" when it is none that is checked.
func (s *server) pathFor(uri string) string {
	if path, ok := pathOf(uri); ok {
		return path
	}
	name, ok := strings.CutPrefix(uri, "untitled:")
	if !ok {
		return ""
	}
	dir := s.options.Check.Root.Dir
	if len(s.folders) > 0 {
		dir = s.folders[0].dir
	}
	return filepath.Join(dir, filepath.Base(filepath.FromSlash(name)))
}

func (s *server) didChange(p *changeParams) (any, error) {
	d := s.document(p.TextDocument.URI)
	if d == nil {
		s.client.log(messageWarning, "%s was changed and is not open", p.TextDocument.URI)
		return nil, nil
	}
	data := d.text.bytes
	for i, c := range p.ContentChanges {
		if c.Range == nil {
			d.aligned = d.aligned.then(spliceOf(data, []byte(c.Text)))
			data = []byte(c.Text)
			continue
		}
		t := d.text
		if i > 0 {
			t = newText(data, s.encoding)
		}
		start, startOK := t.offset(c.Range.Start)
		end, endOK := t.offset(c.Range.End)
		if !startOK || !endOK || end < start {
			// The protocol has no answer to that. What is made of it may be wrong, but
			// the next whole text is right again.
			s.client.log(messageWarning, "%s: a change from line %d to line %d lies outside the text", d.uri, c.Range.Start.Line+1, c.Range.End.Line+1)
			start, end = min(start, end), max(start, end)
		}
		data = t.replace(start, end, c.Text)
		d.aligned = d.aligned.then(splice{start, end, len(c.Text)})
	}
	d.version = p.TextDocument.Version
	d.text = newText(data, s.encoding)
	for _, g := range d.groups() {
		g.stop()
		g.session.Change(g.name(d.path), data)
	}
	s.changed(d)
	return nil, nil
}

// changed reads a text that is new, and checks it.
func (s *server) changed(d *document) {
	groups := d.groups()
	if len(groups) == 0 {
		return
	}
	g := groups[0]
	d.read(g)
	for _, g := range groups {
		s.check(g)
	}
}

// read makes the model of a text. One that cannot be read leaves the last model in place,
// as long as it may be that of a flow again.
func (d *document) read(g *group) {
	if g.excluded(d.path) {
		d.model = nil
		return
	}
	file, documents := g.session.Load(g.name(d.path))
	switch {
	case file != nil && file.Source.Readable():
		d.model, d.aligned = &model{text: d.text, file: file, documents: documents, root: g.root}, nil
	case file == nil && json.Valid(d.text.bytes):
		d.model = nil
	}
}

func (s *server) didSave(p *documentParams) (any, error) {
	d := s.document(p.TextDocument.URI)
	if d == nil {
		return nil, nil
	}
	if isSetting(d.path) {
		s.refresh()
	}
	for _, g := range d.groups() {
		s.check(g)
	}
	return nil, nil
}

func (s *server) didClose(p *documentParams) (any, error) {
	k := key(p.TextDocument.URI)
	if s.documents[k] == nil {
		return nil, nil
	}
	uri := s.documents[k].uri
	s.forget(k)
	if !s.capabilities.pulls() {
		s.client.notify("textDocument/publishDiagnostics", publishParams{URI: uri, Diagnostics: []diagnostic{}})
	}
	return nil, nil
}

// forget closes a document.
func (s *server) forget(k string) {
	d := s.documents[k]
	delete(s.documents, k)
	for _, g := range d.groups() {
		g.stop()
		if g.folder == nil {
			g.answerAll()
			continue
		}
		g.close(d)
		s.check(g)
	}
}

// groups are those that check a document. The first one answers what is asked of it.
func (d *document) groups() []*group {
	var list []*group
	if d.folder != nil && d.folder.ready {
		list = append(list, d.folder.group)
	}
	if d.alone != nil {
		list = append(list, d.alone)
	}
	return list
}

// showing is the group whose findings are shown.
func (d *document) showing() *group {
	if d.alone != nil {
		return d.alone
	}
	if d.folder != nil {
		return d.folder.group
	}
	return nil
}

// groups are all that there are.
func (s *server) groups() []*group {
	var list []*group
	for _, f := range s.folders {
		list = append(list, f.group)
	}
	for _, d := range s.documents {
		if d.alone != nil {
			list = append(list, d.alone)
		}
	}
	return list
}
