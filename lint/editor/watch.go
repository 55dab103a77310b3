package editor

import (
	"path/filepath"
	"slices"
	"time"

	"studiolint/lint/config"
	"studiolint/lint/files"
)

// A watch remembers when files were changed, for a client that does not tell.
type watch struct {
	seen map[string]stamp
}

// A stamp tells two states of a file apart.
type stamp struct {
	changed time.Time
	size    int64
}

// pollInterval is how often files are looked at when the client does not watch them.
const pollInterval = 2 * time.Second

// fileChanged is the kind of change that neither makes nor removes a file.
const fileChanged = 2

type fileEvent struct {
	URI  string `json:"uri"`
	Type int    `json:"type"`
}

// register asks the client to watch files.
func (s *server) register() {
	if !s.capabilities.Workspace.DidChangeWatchedFiles.DynamicRegistration {
		return
	}
	var watchers []map[string]any
	for _, pattern := range []string{"**/" + config.Name, "**/*.json", "**/*.json.*", "**/*.tf", "**/*.tftpl", "**/*.yaml", "**/*.yml"} {
		watchers = append(watchers, map[string]any{"globPattern": pattern})
	}
	for _, file := range []string{s.configFile(), s.baselineFile()} {
		if file != "" {
			watchers = append(watchers, map[string]any{"globPattern": file})
		}
	}
	s.client.call("client/registerCapability", map[string]any{"registrations": []any{map[string]any{
		"id": "files", "method": "workspace/didChangeWatchedFiles", "registerOptions": map[string]any{"watchers": watchers},
	}}}, nil)
}

type filesParams struct {
	Changes []fileEvent `json:"changes"`
}

func (s *server) filesChanged(p *filesParams) (any, error) {
	settings, listing := false, false
	touched := map[*folder]bool{}
	for _, e := range p.Changes {
		path, ok := pathOf(e.URI)
		if !ok {
			continue
		}
		if s.settles(path) {
			settings = true
			continue
		}
		f := s.folderOf(path)
		if f == nil || !f.ready {
			continue
		}
		name := f.group.name(path)
		if _, known := f.found[name]; known && e.Type == fileChanged {
			if s.documents[path] == nil {
				f.group.stop()
				f.group.session.Change(name, nil)
				touched[f] = true
			}
			continue
		}
		listing = true // a file or a folder that has come or gone
	}
	switch {
	case settings:
		s.refresh()
		return nil, nil
	case listing:
		for _, f := range s.folders {
			s.find(f)
		}
	}
	for f := range touched {
		s.check(f.group)
	}
	return nil, nil
}

// settles reports whether a file is a configuration, or one that configurations name.
func (s *server) settles(path string) bool {
	return isSetting(path) || path == s.configFile() || path == s.baselineFile() ||
		slices.ContainsFunc(s.groups(), func(g *group) bool { return slices.Contains(g.configurations.files(), path) })
}

// watchFiles looks at files from time to time when the client does not watch them.
func (s *server) watchFiles() {
	if s.capabilities.Workspace.DidChangeWatchedFiles.DynamicRegistration {
		return
	}
	s.watch.seen = s.stamps()
	go func() {
		tick := time.NewTicker(pollInterval)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				s.later(s.poll)
			case <-s.ctx.Done():
				return
			}
		}
	}()
}

// poll brings everything up to date with files that have changed.
func (s *server) poll() {
	if s.phase != running {
		return
	}
	before := s.watch.seen
	s.watch.seen = s.stamps()
	var p filesParams
	for path, now := range s.watch.seen {
		if was, known := before[path]; known && was != now {
			p.Changes = append(p.Changes, fileEvent{uriOf(path), fileChanged})
		}
	}
	if len(p.Changes) > 0 {
		_, _ = s.filesChanged(&p)
	}
}

// A stamper collects the states of files.
type stamper struct {
	root files.Root
	seen map[string]stamp
}

func (s stamper) add(path string) {
	if _, known := s.seen[path]; known || path == "" {
		return
	}
	s.seen[path] = stamp{}
	if info, err := s.root.Stat(path); err == nil {
		s.seen[path] = stamp{info.ModTime(), info.Size()}
	}
}

// addDocument adds the configurations that a document may have, also where there is
// none yet.
func (s stamper) addDocument(d *document) {
	if d.path == "" {
		return
	}
	for dir := filepath.Dir(d.path); dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		file := filepath.Join(dir, config.Name)
		if _, known := s.seen[file]; known {
			return
		}
		s.add(file)
	}
}

// stamps are the states of the files that findings depend on: configurations, the
// baseline, the files of the folders, and the folders that hold them, which change when
// a file comes or goes.
func (s *server) stamps() map[string]stamp {
	all := stamper{s.options.Check.Root, map[string]stamp{}}
	all.add(s.configFile())
	all.add(s.baselineFile())
	for _, d := range s.documents {
		all.addDocument(d)
	}
	for _, g := range s.groups() {
		for _, file := range g.configurations.files() {
			all.add(file)
		}
	}
	for _, f := range s.folders {
		all.add(f.dir)
		for name := range f.found {
			path := f.group.root.Abs(name)
			all.add(path)
			all.add(filepath.Dir(path))
		}
	}
	return all.seen
}
