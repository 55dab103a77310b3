package input

import (
	"cmp"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"studiolint/lint/engine"
	"studiolint/lint/files"
	"studiolint/lint/glob"
)

// A Candidate is a file that may hold a document.
type Candidate struct {
	Path  string // as given, with forward slashes
	Named bool   // a person named it, rather than a folder or a pattern

	// SkipOther passes over a named file that holds nothing of Studio's, as if
	// it had been found: for hooks, which name every file that was changed.
	SkipOther bool

	// Glance only looks whether the file seems to hold a flow: its name is that of
	// no document.
	Glance bool

	// Engine fills in the file before it is used; nil when its name tells whether one
	// does.
	Engine *engine.Engine

	data []byte // the text, when it does not come from disk
}

// FromBytes returns a candidate whose text is at hand: standard input, an editor's
// buffer, an archive of a test.
func FromBytes(path string, data []byte) Candidate {
	if data == nil {
		data = []byte{}
	}
	return Candidate{Path: path, Named: true, data: data}
}

// FromBytes reports whether the text does not come from a file.
func (c Candidate) FromBytes() bool { return c.data != nil }

// WithText returns the candidate with another text; with that of the disk for nil.
func (c Candidate) WithText(data []byte) Candidate {
	c.data = data
	return c
}

// FindOptions say how to find files.
type FindOptions struct {
	Root files.Root // where files and folders are looked for

	Stdin     io.Reader // read when an argument is "-"; nil for none
	StdinName string    // the path that standard input goes by; "<stdin>" by default

	// Exclude reports whether a file that was found is left out, and whether a
	// folder is not entered; nil for none. Paths are those a Candidate would
	// have. A file that a person names is not left out, unless SkipOther is set:
	// a hook names files that nobody chose.
	Exclude func(path string) bool

	// Ignored returns which files and folders of a git repository, all with absolute
	// names, are not to be committed; nil for none. It is asked about what was found in
	// folders.
	Ignored func(repository string, names []string) map[string]bool

	// Glance adds the files of folders that hold no document by their names, but in
	// which people write flows too, to be looked at.
	Glance bool

	SkipOther bool // for every candidate
}

// Find returns the files that the arguments stand for: files, folders, patterns
// with **, and "-" for standard input; the current folder when there are none.
// They are in the order of the arguments and below each in the order of their
// paths, each file once. The problems are arguments and folders that cannot be
// used, each a *PathError; the rest is listed all the same.
//
// In folders, files that may hold a flow by their names are candidates: .json
// and templates of it. Folders named .git, node_modules or vendor and hidden
// ones are passed over unless an argument names them. Symbolic links are
// followed where an argument names them; in a folder, only links to files that
// lie in that folder too.
func Find(args []string, o FindOptions) (candidates []Candidate, problems []error) {
	f := finder{options: o, seen: map[string]int{}, spelled: map[string]string{}}
	if len(args) == 0 {
		args = []string{"."}
	}
	for _, arg := range args {
		f.argument(arg)
	}
	return f.candidates, f.problems
}

// A finder collects what the arguments stand for.
type finder struct {
	options    FindOptions
	candidates []Candidate
	problems   []error

	seen    map[string]int    // the index of a candidate by its path without links
	spelled map[string]string // that path by its lower case
	stdin   bool              // standard input has been read
}

// spelling returns the path without links under which a file was seen first: another one
// where the file system does not tell upper case from lower.
func (f *finder) spelling(real string) string {
	lower := strings.ToLower(real)
	first, known := f.spelled[lower]
	if !known {
		f.spelled[lower] = real
		return real
	}
	if first != real && f.options.Root.Same(first, real) {
		return first
	}
	return real
}

func (f *finder) problem(path, why string, err error) {
	f.problems = append(f.problems, &PathError{Path: path, Why: why, Err: err})
}

func (f *finder) argument(arg string) {
	if arg == "" {
		f.problem(arg, "an empty name stands for nothing; name a file or folder, or . for the current folder", nil)
		return
	}
	if arg == "-" {
		f.standardInput()
		return
	}
	name := path.Clean(filepath.ToSlash(arg))
	info, err := f.options.Root.Stat(name)
	switch {
	case err == nil && info.IsDir():
		f.walk(name, everything{glance: f.options.Glance})
	case err == nil && info.Mode().IsRegular():
		f.named(name)
	case err == nil:
		f.problems = append(f.problems, notRegular(name, info.Mode()))
	default:
		f.missing(name, err)
	}
}

// missing treats an argument that is no file or folder: it may be a pattern.
func (f *finder) missing(name string, err error) {
	if info, e := f.options.Root.Lstat(name); e == nil && info.Mode()&fs.ModeSymlink != 0 {
		f.problem(name, "it is a symbolic link that leads to nothing that can be read; mend or remove the link ("+cause(err)+")", err)
		return
	}
	if !glob.HasWildcard(name) {
		f.problems = append(f.problems, Unreadable(name, err))
		return
	}
	if !glob.Valid(name) {
		f.problem(name, "it is not a valid pattern: a bracket is not closed; close it, or write \\ before it if it is part of a name", glob.ErrPattern)
		return
	}
	f.glob(name)
}

// named adds a file that a person named.
func (f *finder) named(name string) {
	if f.options.SkipOther && f.excluded(name) {
		return
	}
	real, err := f.options.Root.Real(name)
	if err != nil {
		f.problems = append(f.problems, Unreadable(name, err))
		return
	}
	if f.leaves(name) {
		return
	}
	real = f.spelling(real)
	if i, ok := f.seen[real]; ok {
		f.candidates[i].Named, f.candidates[i].Glance = true, false
		return
	}
	f.add(entry{path: name, real: real}, true)
}

// leaves tells of what an argument names within the repository and lies elsewhere.
func (f *finder) leaves(name string) bool {
	if !f.options.Root.Leaves(name) {
		return false
	}
	f.problem(name, "it is a link that leads out of the repository, and is not followed; put a copy in its place", nil)
	return true
}

func (f *finder) add(e entry, named bool) {
	f.seen[e.real] = len(f.candidates)
	f.candidates = append(f.candidates, Candidate{
		Path: e.path, Named: named, SkipOther: f.options.SkipOther,
		Glance: !named && e.glance,
	})
}

// addFound adds what was found below one folder, each file once.
func (f *finder) addFound(entries []entry) {
	// A link and its target are one file, which goes by its own name: links
	// stand last when the double ones are removed.
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.links(), b.links()), cmp.Compare(a.path, b.path))
	})
	for i := range entries {
		entries[i].real = f.spelling(entries[i].real)
	}
	entries = slices.DeleteFunc(entries, func(e entry) bool {
		_, known := f.seen[e.real]
		if !known {
			f.seen[e.real] = -1 // until it is added below
		}
		return known
	})
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Compare(a.path, b.path) })
	for _, e := range entries {
		f.add(e, false)
	}
}

func (f *finder) excluded(path string) bool {
	return f.options.Exclude != nil && f.options.Exclude(path)
}

func (f *finder) standardInput() {
	if f.stdin {
		return
	}
	f.stdin = true
	name := f.options.StdinName
	if name == "" {
		name = "<stdin>"
	}
	if f.options.SkipOther && f.excluded(filepath.ToSlash(name)) {
		return
	}
	if f.options.Stdin == nil {
		f.problem(name, "there is no standard input; name a file instead of -", nil)
		return
	}
	data, err := io.ReadAll(io.LimitReader(f.options.Stdin, MaxSize+1))
	if err != nil {
		f.problem(name, "standard input cannot be read: "+cause(err), err)
		return
	}
	if len(data) > MaxSize {
		f.problem(name, "more than 16 MB came from standard input, and no flow is as long (Twilio takes 1 MB); nothing of it was checked", nil)
		return
	}
	c := FromBytes(filepath.ToSlash(name), data)
	c.SkipOther = f.options.SkipOther
	f.candidates = append(f.candidates, c)
}

// An entry is a file that was found.
type entry struct {
	path string // as a Candidate has it
	real string // absolute and without symbolic links
	link bool   // the path itself is a symbolic link

	repository string // the nearest git repository around it, absolute; "" for none
	glance     bool   // its name is that of no document
}

// links returns how many links the file's own name is.
func (e entry) links() int {
	if e.link {
		return 1
	}
	return 0
}
