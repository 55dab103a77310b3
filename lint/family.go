package lint

import (
	"slices"
	"sync"

	"studiolint/lint/config"
	"studiolint/lint/input"
	"studiolint/lint/project"
)

// A family is files that may have to do with each other, and with no other file of the
// run. They are loaded when the first of them is to be checked, and dropped after the last.
type family struct {
	files []int // of the run, in order
	told  project.Told

	load  sync.Once
	units []*unit
	all   *project.Project

	mu   sync.Mutex
	left int // how many are to be checked
}

// A survey knows which files of a run may have to do with each other, before they are
// loaded.
type survey struct {
	families map[int]*family // by file; none for a file that has to do with no other
	owning   []int           // the files that may hold documents with SIDs, in order
	empty    []bool          // by file: it is known to hold nothing
	unread   map[int]error   // why an empty file is to be told all the same
}

// known returns the survey, if there is one already.
func (s *stream) known() *survey {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.surveyed
}

// pass says that a file was checked without its family. That is so of one that seems to
// have to do with others: it holds a SID somewhere in its texts.
func (s *stream) pass(i int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.passed[i] = true
	if s.surveyed != nil && s.surveyed.families[i] != nil {
		s.surveyed.families[i].passed()
	}
}

// makeSurvey finds the families of a run.
func (s *stream) makeSurvey() *survey {
	s.mu.Lock()
	alone := slices.Clone(s.passed)
	s.mu.Unlock()
	v := s.look(alone)
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, f := range v.families {
		if s.passed[i] {
			f.passed()
		}
	}
	s.surveyed = v
	return v
}

// look looks at all files but those that are known to be alone, without loading them
// where that can be helped.
func (s *stream) look(alone []bool) *survey {
	v := &survey{families: map[int]*family{}, empty: make([]bool, len(alone)), unread: map[int]error{}}
	owner := map[string]int{} // by SID: the first file that may go by it
	for i, list := range s.ownSIDs(v, alone) {
		if len(list) > 0 {
			v.owning = append(v.owning, i)
		}
		for _, sid := range list {
			if _, known := owner[sid]; !known {
				owner[sid] = i
			}
		}
	}
	told := project.ToldBy(s.tellingConfigs())
	if len(owner) == 0 && len(told.Configs) == 0 {
		return v
	}
	related := newSets(len(s.candidates) + 1)
	configured := len(s.candidates) // stands for the configurations
	if len(told.Paths) > 0 {
		for i, c := range s.candidates {
			if told.Paths[s.options.Root.Abs(c.Path)] {
				related.join(i, configured)
			}
		}
	}
	wanted := func(sid string) bool {
		_, owned := owner[sid]
		return owned || told.SIDs[sid]
	}
	for i, list := range s.allSIDs(v, alone, wanted) {
		for _, sid := range list {
			if told.SIDs[sid] {
				related.join(i, configured)
			}
			if of, owned := owner[sid]; owned {
				related.join(i, of)
			}
		}
	}
	v.gather(related, configured, told)
	return v
}

// gather makes families of the sets that hold several files, and of what configurations
// tell.
func (v *survey) gather(related sets, configured int, told project.Told) {
	members := make([]int, len(related))
	for i := range related {
		members[related.first(i)]++
	}
	known := map[int]*family{}
	for i := range related {
		first := related.first(i)
		if i == configured || members[first] == 1 {
			continue
		}
		f := known[first]
		if f == nil {
			f = &family{}
			if first == related.first(configured) {
				f.told = told
			}
			known[first] = f
		}
		f.files = append(f.files, i)
		f.left++
		v.families[i] = f
	}
}

// ownSIDs returns for each file the SIDs that documents in it may go by. It notes which
// files are empty.
func (s *stream) ownSIDs(v *survey, alone []bool) [][]string {
	list := make([][]string, len(s.candidates))
	spread(len(s.candidates), s.jobs, func(i int) {
		if alone[i] {
			return
		}
		look, err := s.candidates[i].OwnSIDs(s.options.Root, func(sid string) { list[i] = append(list[i], sid) })
		switch {
		case look == input.Unsure:
			o := s.outline(i)
			list[i] = o.Own
		case look == input.Empty:
			v.empty[i] = true
			if err != nil {
				s.mu.Lock()
				v.unread[i] = err
				s.mu.Unlock()
			}
		}
	})
	return list
}

// allSIDs returns for each file those that stand in it, of the SIDs that are wanted.
func (s *stream) allSIDs(v *survey, alone []bool, wanted func(sid string) bool) [][]string {
	list := make([][]string, len(s.candidates))
	spread(len(s.candidates), s.jobs, func(i int) {
		if alone[i] || v.empty[i] {
			return
		}
		add := func(sid string) {
			if wanted(sid) && !slices.Contains(list[i], sid) {
				list[i] = append(list[i], sid)
			}
		}
		if look, _ := s.candidates[i].SIDs(s.options.Root, add); look == input.Unsure {
			o := s.outline(i)
			for _, sid := range slices.Concat(o.Own, o.Names) {
				add(sid)
			}
		}
	})
	return list
}

// outline loads a file for its outline alone.
func (s *stream) outline(i int) project.Outline {
	return project.OutlineOf(s.load(i).Documents)
}

// tellingConfigs returns the configurations that tell of flows and belong to a file that
// holds documents, in the order of those files.
func (s *stream) tellingConfigs() []*config.Config {
	var list []*config.Config
	if !slices.ContainsFunc(s.configs, tells) {
		return nil
	}
	for i, c := range s.candidates {
		if c.Glance {
			continue
		}
		of, err := s.options.Configs.For(c.Path)
		if err == nil && tells(of) && !slices.Contains(list, of) && len(s.load(i).Documents) > 0 {
			list = append(list, of)
		}
	}
	return list
}

func tells(c *config.Config) bool { return len(c.Subflows) > 0 || len(c.Flex.FlexFlows) > 0 }

// findFlowSIDs returns two SIDs by which the run tells flows, if there are as many.
func (s *stream) findFlowSIDs() []string {
	var list []string
	for _, i := range s.survey().owning {
		for _, sid := range s.outline(i).Flows {
			if !slices.Contains(list, sid) {
				list = append(list, sid)
			}
		}
		if len(list) >= 2 {
			break
		}
	}
	return list
}

// open reads the files, unless that was done, and returns one of them, of which the unit
// may be at hand.
func (f *family) open(s *stream, file int, u *unit) opened {
	f.load.Do(func() { f.gather(s, file, u) })
	i, _ := slices.BinarySearch(f.files, file)
	return opened{f.units[i], file, f.all, f}
}

// passed says that one of the files was checked.
func (f *family) passed() {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.left--; f.left == 0 {
		f.units, f.all = nil, nil
	}
}

// gather loads the files, and relates them to each other.
func (f *family) gather(s *stream, file int, u *unit) {
	f.units = make([]*unit, len(f.files))
	spread(len(f.files), s.jobs, func(i int) {
		if f.units[i] = u; f.files[i] != file || u == nil {
			f.units[i] = s.load(f.files[i])
		}
	})
	var documents []*project.Document
	for _, u := range f.units {
		documents = append(documents, u.Documents...)
	}
	f.all = project.Among(s.options.Root, documents, f.told, s.flowSIDs)
}

// sets are disjoint sets of numbers: a union-find forest.
type sets []int

func newSets(n int) sets {
	s := make(sets, n)
	for i := range s {
		s[i] = i
	}
	return s
}

// first returns the number that stands for the set of another.
func (s sets) first(i int) int {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

func (s sets) join(a, b int) { s[s.first(a)] = s.first(b) }
