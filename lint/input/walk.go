package input

import (
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"studiolint/lint/glob"
)

// A selection says what a walk through a folder is looking for. Paths are
// relative to the folder.
type selection interface {
	takes(file string) bool    // the file is a candidate
	enters(folder string) bool // there may be candidates in the folder
}

// everything takes the files that may hold a flow by their names, from all
// folders that people write in, and those that are to be looked at.
type everything struct{ glance bool }

func (e everything) takes(file string) bool {
	return HasFlowName(path.Base(file)) || e.glance && isGlanced(file)
}
func (everything) enters(folder string) bool { return !isSkipped(path.Base(folder)) }

// templateSuffixes are what the names of JSON files carry after .json when a
// deployment step fills them in.
var templateSuffixes = []string{
	".tpl", ".tmpl", ".gotmpl", ".template", ".tftpl", ".j2", ".jinja", ".jinja2", ".mustache", ".hbs", ".erb",
}

// HasFlowName reports whether a file of that name may hold a flow: JSON, or a
// template of it, or Terraform and Markdown, which may hold anything; its content tells.
func HasFlowName(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, ".json") || strings.HasSuffix(name, ".tf") || isTemplate(name) || isMarkdown(name)
}

// isTemplate reports whether the name of a file says that it is filled in before it is
// used.
func isTemplate(name string) bool {
	name = strings.ToLower(path.Base(name))
	for _, suffix := range templateSuffixes {
		if stem, ok := strings.CutSuffix(name, suffix); ok {
			return suffix == ".tftpl" || strings.HasSuffix(stem, ".json")
		}
	}
	return false
}

// isSkipped reports whether a folder of that name holds other people's files, or
// those of a tool.
func isSkipped(name string) bool {
	return name == "node_modules" || name == "vendor" || strings.HasPrefix(name, ".")
}

// A pattern is a selection by a glob.
type pattern struct {
	whole    glob.Pattern
	segments []glob.Pattern // nil when the text cannot be cut at its slashes
}

func newPattern(text string) (pattern, error) {
	whole, err := glob.Compile(text)
	p := pattern{whole: whole}
	for s := range strings.SplitSeq(text, "/") {
		segment, wrong := glob.Compile(s)
		if wrong != nil { // {a,b/c}
			p.segments = nil
			break
		}
		p.segments = append(p.segments, segment)
	}
	return p, err
}

func (p pattern) takes(file string) bool { return p.whole.Match(file) }

func (p pattern) enters(folder string) bool {
	name := path.Base(folder)
	if isSkipped(name) && !p.names(name) {
		return false
	}
	if p.segments == nil {
		return true
	}
	for i, step := range strings.Split(folder, "/") {
		switch {
		case i >= len(p.segments)-1:
			return p.segments[len(p.segments)-1].String() == "**"
		case p.segments[i].String() == "**":
			return true
		case !p.segments[i].Match(step):
			return false
		}
	}
	return true
}

// names reports whether the pattern asks for folders of that name, rather than
// for any folder.
func (p pattern) names(folder string) bool {
	if p.segments == nil {
		return strings.Contains(p.whole.String(), folder)
	}
	return slices.ContainsFunc(p.segments, func(s glob.Pattern) bool {
		text := s.String()
		return text != "" && !strings.ContainsRune("*?[", rune(text[0])) && s.Match(folder)
	})
}

// glob adds the files that match a pattern.
func (f *finder) glob(text string) {
	base, rest := glob.Split(text)
	if info, err := f.options.Root.Stat(base); err != nil || !info.IsDir() {
		f.problem(text, "the pattern matches nothing: there is no folder "+pathText(base)+"; check the spelling and the folder you are in", err)
		return
	}
	pattern, err := newPattern(rest)
	if err != nil {
		f.problem(text, err.Error(), err)
		return
	}
	matches, unusable := f.walk(base, pattern)
	switch {
	case matches > 0:
	case unusable == "":
		f.problem(text, "the pattern matches no file; check the spelling, and that ** stands between slashes", nil)
	default:
		f.problem(text, "the pattern matches no file that can be read, only "+unusable+"; write /** after it for what is in a folder", nil)
	}
}

// walk adds the files of a folder. It returns how many the selection takes, those
// that are excluded or listed already included, and one of the things it takes
// that are no files.
func (f *finder) walk(root string, s selection) (matches int, unusable string) {
	real, err := f.options.Root.Real(root)
	if err != nil {
		f.problems = append(f.problems, Unreadable(root, err))
		return 0, ""
	}
	if f.leaves(root) {
		return 1, ""
	}
	w := walker{finder: f, root: root, real: real, selection: s}
	_, whole := s.(everything)
	if whole && f.options.Ignored != nil {
		w.folder("", f.options.Root.Repository(real))
		f.addFound(w.committed())
		return w.matches, w.unusable
	}
	w.folder("", "")
	f.addFound(w.found)
	return w.matches, w.unusable
}

// A walker goes through one folder and those below it.
type walker struct {
	*finder
	root, real string // the folder as given, and without links
	selection  selection
	found      []entry
	matches    int
	unusable   string
}

// folder goes through one folder, given relative to the root. The repository is the one
// around it, unless it is one itself.
func (w *walker) folder(rel, repository string) {
	name := path.Join(w.root, rel)
	entries, err := w.options.Root.ReadDir(name)
	if err != nil {
		w.problems = append(w.problems, Unreadable(name, err))
	}
	if repository != "" && slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == ".git" }) {
		repository = filepath.Join(w.real, filepath.FromSlash(rel))
	}
	for _, e := range entries {
		child := path.Join(rel, e.Name())
		if e.IsDir() && w.selection.enters(child) && !w.excluded(path.Join(w.root, child)) {
			w.folder(child, repository)
		}
		if !w.selection.takes(child) {
			continue
		}
		switch mode := e.Type(); {
		case mode.IsRegular():
			w.file(child, filepath.Join(w.real, filepath.FromSlash(child)), repository, false)
		case mode&fs.ModeSymlink != 0:
			w.link(child, repository)
		case mode.IsDir():
			w.unusable = "folders such as " + pathText(path.Join(w.root, child))
		default:
			w.unusable = "a " + special(mode) + " (" + pathText(path.Join(w.root, child)) + ")"
		}
	}
}

// link follows a link to a file of the folder. Links to folders lead to what is
// listed anyway, or out, or round in a circle.
func (w *walker) link(rel, repository string) {
	w.unusable = "a symbolic link that leads out of the folder or to no file (" + pathText(path.Join(w.root, rel)) + ")"
	target, err := w.options.Root.Real(filepath.Join(w.real, filepath.FromSlash(rel)))
	if err != nil {
		return
	}
	inside, err := filepath.Rel(w.real, target)
	if err != nil || !filepath.IsLocal(inside) {
		return
	}
	if info, err := w.options.Root.Lstat(target); err == nil && info.Mode().IsRegular() {
		w.file(rel, target, repository, true)
	}
}

func (w *walker) file(rel, real, repository string, link bool) {
	w.matches++
	if name := path.Join(w.root, rel); !w.excluded(name) {
		_, whole := w.selection.(everything)
		w.found = append(w.found, entry{
			path: name, real: real, link: link, repository: repository,
			glance: whole && !HasFlowName(path.Base(rel)),
		})
	}
}

// committed returns what was found without what its repository ignores. Nothing is left
// out of a folder that is ignored itself: a person has named it.
func (w *walker) committed() []entry {
	names := map[string][]string{}
	for _, e := range w.found {
		if e.repository != "" {
			names[e.repository] = append(names[e.repository], e.real)
		}
	}
	ignored := map[string]bool{}
	for repository, list := range names {
		if repository != w.real && !strings.HasPrefix(repository, w.real+string(filepath.Separator)) {
			list = append(list, w.real)
		}
		maps.Copy(ignored, w.options.Ignored(repository, list))
	}
	if ignored[w.real] {
		return w.found
	}
	return slices.DeleteFunc(w.found, func(e entry) bool { return ignored[e.real] })
}
