package script

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"studiolint/lint/engine"
	"studiolint/lint/files"
	"studiolint/lint/flow"
	"studiolint/lint/form"
	"studiolint/lint/input"
	"studiolint/lint/sim"
	"studiolint/lint/source"
	"studiolint/lint/yaml"
	"studiolint/schemas"
)

// A Loader reads the flows that are tried, each once. It is safe for several goroutines.
type Loader struct {
	Root files.Root

	// Settings returns what the configuration of a flow's file says: the widget types that
	// are known, and where subflows lie, absolute, by SID. It may be nil.
	Settings func(path string) (schemas.Catalogue, map[string]string, error)

	// Engine returns what the configuration of a flow's file says that fills it in, nil when
	// it says nothing. It may be nil.
	Engine func(path string) *engine.Engine

	// Hide returns what puts asterisks in the place of what nobody may show of a flow's file;
	// it is asked when something of the flow is shown. It may be nil.
	Hide func(path string) func(text string) string

	mu    sync.Mutex
	known map[string]*loaded
	files map[string]bool // that were read, or looked for
}

// Files returns the files of flows and of answers that were read, or looked for.
func (l *Loader) Files() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Sorted(maps.Keys(l.files))
}

// reads notes that a file is read.
func (l *Loader) reads(name string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.files == nil {
		l.files = map[string]bool{}
	}
	l.files[name] = true
}

type loaded struct {
	once     sync.Once
	program  *sim.Program
	subflows map[string]string
	err      error
}

// Program returns the flow at a path, which may name one of several flows of a file after
// a #, and where the configuration says that subflows lie.
func (l *Loader) Program(name string) (*sim.Program, map[string]string, error) {
	l.mu.Lock()
	if l.known == nil {
		l.known = map[string]*loaded{}
	}
	one := l.known[name]
	if one == nil {
		one = &loaded{}
		l.known[name] = one
	}
	l.mu.Unlock()
	one.once.Do(func() { one.program, one.subflows, one.err = l.load(name) })
	return one.program, one.subflows, one.err
}

func (l *Loader) load(name string) (*sim.Program, map[string]string, error) {
	name, which := fileAndFlow(l.Root, name)
	l.reads(name)
	var catalogue schemas.Catalogue
	var subflows map[string]string
	if l.Settings != nil {
		var err error
		if catalogue, subflows, err = l.Settings(name); err != nil {
			return nil, nil, err
		}
	}
	candidate := input.Candidate{Path: name, Named: true}
	if l.Engine != nil {
		candidate.Engine = l.Engine(name)
	}
	file, err := candidate.Load(l.Root)
	if err != nil {
		return nil, nil, err
	}
	if file.Source.Syntax != nil {
		return nil, nil, unreadable(file, file.Source)
	}
	d, err := pick(file, which)
	if err != nil {
		for _, text := range file.Texts {
			if text.Syntax != nil {
				return nil, nil, unreadable(file, text)
			}
		}
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	f := flow.New(d.Definition, catalogue)
	if f.Filled = file.Filled; f.Open() {
		return nil, nil, fmt.Errorf("%s: expressions of Terraform leave it open which widgets there are, or what they are called: %s", name, renderFirst)
	}
	p := sim.Compile(f, name)
	if l.Hide != nil {
		hide := sync.OnceValue(func() func(string) string { return l.Hide(name) })
		p.Hide = func(text string) string { return hide()(text) }
	}
	return p, subflows, nil
}

// renderFirst is what to do with a template that cannot be run as it is.
const renderFirst = "fill it in first, and name what comes out"

// unreadable says why a text of a file cannot be read.
func unreadable(file *input.File, text *source.File) error {
	outer, span := source.Place{File: text, Span: text.Syntax.Span}.Locate()
	at := outer.Position(span.Start)
	err := fmt.Errorf("%s:%d:%d: %w", file.Source.Path, at.Line, at.Column, text.Syntax)
	if file.Filled != nil {
		err = fmt.Errorf("%w; if that is for %s, %s", err, file.Filled.Engine().Name, renderFirst)
	}
	return err
}

// fileAndFlow takes apart what names a flow: the path of a file, and after a # which of its
// flows. A # may be part of the name of a file that is there.
func fileAndFlow(root files.Root, name string) (file, which string) {
	if _, err := root.Stat(name); err == nil {
		return name, ""
	}
	for at := strings.LastIndexByte(name, '#'); at > 0; at = strings.LastIndexByte(name[:at], '#') {
		if _, err := root.Stat(name[:at]); err == nil {
			return name[:at], name[at+1:]
		}
	}
	file, which, _ = strings.Cut(name, "#")
	return file, which
}

// pick returns the flow of a file, or the one of that name among several.
func pick(file *input.File, which string) (*input.Document, error) {
	var found []*input.Document
	var names []string
	for _, d := range file.Documents {
		if d.Kind == input.Legacy {
			return nil, fmt.Errorf("it is an export of the first Studio editor, which nothing can run; export the flow again")
		}
		if !d.Definition.Exists() {
			continue
		}
		name := cmp.Or(nameOf(d.Node), strconv.Itoa(len(names)+1))
		if which == "" || which == name || which == d.Node.Get("sid").Text() {
			found = append(found, d)
		}
		names = append(names, name)
	}
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(names) == 0:
		return nil, fmt.Errorf("it holds no flow definition that can be run; studiolint lint says more")
	case len(found) == 0:
		return nil, fmt.Errorf("no flow of it is called %q%s", which, form.Meant(which, names))
	}
	return nil, fmt.Errorf("it holds %d flows (%s): name one, as %s#%s",
		len(found), strings.Join(names, ", "), path.Base(file.Source.Path), names[0])
}

// nameOf returns the friendly name of a resource or request, or else the name of the
// resource of Terraform that it stands in; "" for none.
func nameOf(n source.Node) string {
	for _, key := range []string{"friendly_name", "FriendlyName", "friendlyName"} {
		if name := n.Get(key).Text(); name != "" {
			return name
		}
	}
	return cmp.Or(n.Get("sid").Text(), resourceOf(n))
}

// resourceOf returns the name of the resource of Terraform in which a definition stands, or
// of the value that it is; "" elsewhere.
func resourceOf(n source.Node) string {
	for n.Place().File.Outer().Exists() {
		n = n.Place().File.Outer()
	}
	file := n.Place().File
	switch names := strings.Split(n.Key(), "."); {
	case strings.HasSuffix(strings.ToLower(file.Path), ".tf.json"):
		return n.Parent().Key()
	case !file.IsTerraform():
		return ""
	case len(names) > 3: // resource.TYPE.NAME.definition
		return names[2]
	default:
		return names[len(names)-1]
	}
}

// resolve returns the path of a file that a suite names, as a run knows it. It may not lead
// out of the repository of the suite, or without one out of its folder.
func (s *Suite) resolve(root files.Root, name string, at yaml.Span) (string, error) {
	name = strings.ReplaceAll(name, `\`, "/")
	if path.IsAbs(name) || filepath.IsAbs(filepath.FromSlash(name)) {
		return "", form.ErrorAt(s.file, source.Span(at), "%q is an absolute path, which means something else on every machine: write it from this file", name)
	}
	full, bound := within(root, s.Path, name)
	if bound != "" {
		return "", form.ErrorAt(s.file, source.Span(at), "%q leads out of the %s of this file", name, bound)
	}
	return full, nil
}

// within returns the path of a file that is named from another, as a run knows it, and what it
// leads out of when it may not be read from there: the repository of that file, or without one
// its folder.
func within(root files.Root, from, name string) (full, outOf string) {
	folder := path.Dir(from)
	full = path.Join(folder, name)
	bound, what := root.Repository(root.Abs(folder)), "repository"
	if bound == "" {
		bound, what = root.Abs(folder), "folder (it lies in no repository)"
	}
	if _, ok := files.Below(bound, root.Abs(full)); !ok {
		return full, what
	}
	bare, _ := fileAndFlow(root, full)
	real, err := root.Real(bare)
	if err != nil {
		return full, "" // who reads it says what is wrong
	}
	if realBound, err := root.Real(bound); err == nil {
		if _, ok := files.Below(realBound, real); !ok {
			return full, what
		}
	}
	return full, ""
}
