package editor

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
)

// byFile parts findings by the file that they are in.
func byFile(r *lint.Result) map[string][]*finding.Diagnostic {
	found := map[string][]*finding.Diagnostic{}
	for _, d := range r.Diagnostics {
		if d.Suppressed == nil {
			found[d.File] = append(found[d.File], d)
		}
	}
	return found
}

// shownOf returns which findings of a document are shown. As long as the other files of
// its folder are not known, those that depend on them are not.
func (s *server) shownOf(d *document, found []*finding.Diagnostic) []*finding.Diagnostic {
	if d.folder == nil || d.alone == nil {
		return found
	}
	var list []*finding.Diagnostic
	for _, f := range found {
		if !f.Rule.AcrossFiles {
			list = append(list, f)
		}
	}
	return list
}

// publish shows what was found in a document, unless the client asks for it.
func (s *server) publish(d *document) {
	if s.capabilities.pulls() {
		return
	}
	version := d.shown.version
	s.client.notify("textDocument/publishDiagnostics", publishParams{
		URI: d.uri, Version: &version, Diagnostics: s.diagnostics(d.shown.root, d.shown.findings),
	})
}

// publishConfigurations shows what was found in the configurations of a group.
func (s *server) publishConfigurations(g *group, found map[string][]*finding.Diagnostic) {
	shown := map[string][]diagnostic{}
	for name, list := range found {
		if path := g.root.Abs(name); isSetting(path) {
			shown[uriOf(path)] = s.diagnostics(g.root, list)
		}
	}
	for uri, wrong := range s.wrongConfigurations(g) {
		shown[uri] = append(shown[uri], wrong...)
	}
	for uri := range s.published {
		if _, still := shown[uri]; !still && !s.elsewhere(g, uri) {
			shown[uri] = []diagnostic{}
		}
	}
	for uri, list := range shown {
		if len(list) == 0 && s.published[uri] == 0 {
			continue
		}
		s.client.notify("textDocument/publishDiagnostics", publishParams{URI: uri, Diagnostics: list})
		s.published[uri] = len(list)
		if len(list) == 0 {
			delete(s.published, uri)
		}
	}
}

// elsewhere reports whether a configuration belongs to another group, so that this one
// cannot say that nothing is wrong with it.
func (s *server) elsewhere(g *group, uri string) bool {
	path, _ := pathOf(uri)
	if slices.Contains(g.configurations.files(), path) {
		return false
	}
	return slices.ContainsFunc(s.groups(), func(other *group) bool {
		return other != g && slices.Contains(other.configurations.files(), path)
	})
}
