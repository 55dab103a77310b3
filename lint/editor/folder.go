package editor

import (
	"path/filepath"
	"slices"
	"strings"

	"studiolint/lint/input"
)

// maxFolderFiles is how many files of a folder are kept for the rules that look across
// files. A person may open a whole disk.
const maxFolderFiles = 3000

// A folder is one that the client works in. Its files are found and checked in the
// background; until that is done, each document is checked as if it were alone.
type folder struct {
	dir   string // absolute
	group *group
	found map[string]input.Candidate // by the name that the session knows it by

	finding bool // it is being looked through
	again   bool // and is to be looked through once more
	ready   bool // its files are in the session
	checked bool // and were checked
	large   bool // it has too many files
}

// addFolder adds a folder of the client.
func (s *server) addFolder(uri string) {
	path, ok := pathOf(uri)
	if !ok || slices.ContainsFunc(s.folders, func(f *folder) bool { return f.dir == path }) {
		return
	}
	f := &folder{dir: path, found: map[string]input.Candidate{}}
	f.group = s.newGroup(s.root(path), f)
	s.folders = append(s.folders, f)
}

// folderOf returns the innermost folder that a file lies in, nil for none.
func (s *server) folderOf(path string) *folder {
	var best *folder
	for _, f := range s.folders {
		rel, err := filepath.Rel(f.dir, path)
		if err == nil && filepath.IsLocal(rel) && !f.large && (best == nil || len(f.dir) > len(best.dir)) {
			best = f
		}
	}
	return best
}

func (s *server) foldersChanged(p *struct {
	Event struct {
		Added, Removed []workspaceFolder
	} `json:"event"`
}) (any, error) {
	for _, gone := range p.Event.Removed {
		path, _ := pathOf(gone.URI)
		s.folders = slices.DeleteFunc(s.folders, func(f *folder) bool {
			if f.dir == path {
				f.group.stop()
				f.group.answerAll()
			}
			return f.dir == path
		})
	}
	for _, added := range p.Event.Added {
		s.addFolder(added.URI)
	}
	for _, f := range s.folders {
		s.find(f)
	}
	s.rehome()
	return nil, nil
}

// rehome gives each document to the folder that it lies in now.
func (s *server) rehome() {
	for _, d := range s.documents {
		if d.path == "" {
			continue
		}
		if f := s.folderOf(d.path); f != d.folder {
			d.folder = f
			if d.alone == nil {
				d.alone = s.newGroup(s.root(filepath.Dir(d.path)), nil)
			}
			for _, g := range d.groups() {
				g.open(d)
			}
			s.changed(d)
		}
	}
}

// find looks through a folder, in the background.
func (s *server) find(f *folder) {
	if f.finding {
		f.again = true
		return
	}
	f.finding = true
	options := input.FindOptions{Root: f.group.root, Ignored: s.options.Ignored, Exclude: f.group.finder.Excluded}
	go func() {
		candidates, _ := input.Find([]string{"."}, options) // a folder that is gone holds nothing
		s.later(func() { s.foundFiles(f, candidates) })
	}()
}

// foundFiles brings the session up to date with what is in a folder now.
func (s *server) foundFiles(f *folder, candidates []input.Candidate) {
	f.finding = false
	if f.again {
		f.again = false
		s.find(f)
		return
	}
	if !slices.Contains(s.folders, f) {
		return
	}
	if len(candidates) > maxFolderFiles {
		s.tooLarge(f, len(candidates))
		return
	}
	now := make(map[string]input.Candidate, len(candidates))
	for _, c := range candidates {
		now[c.Path] = c
	}
	changed := !f.ready
	f.group.stop()
	for name := range f.found {
		if _, still := now[name]; !still && s.documents[f.group.root.Abs(name)] == nil {
			f.group.session.Close(name)
			changed = true
		}
	}
	for name, c := range now {
		if _, before := f.found[name]; !before && s.documents[f.group.root.Abs(name)] == nil {
			f.group.session.Open(c)
			changed = true
		}
	}
	f.found = now
	if !f.ready {
		f.ready = true
		for _, d := range s.documents {
			if d.folder == f {
				f.group.open(d)
			}
		}
	}
	if changed || f.group.again {
		s.check(f.group)
	}
}

// openAll opens every file that was found in a session that is new.
func (f *folder) openAll() {
	for _, c := range f.found {
		f.group.session.Open(c)
	}
}

// tooLarge gives a folder up: its documents are checked one by one.
func (s *server) tooLarge(f *folder, files int) {
	f.large = true
	f.found, f.ready, f.checked = nil, false, false
	s.tell(messageInfo, strings.TrimSpace(filepath.Base(f.dir))+" holds too many files to know them all; each document is checked as if it were alone")
	s.rehome()
}
