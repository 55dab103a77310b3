package main

import (
	"encoding/json"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"
)

// The findings are the same for any order of the arguments, from any folder, for any
// number of jobs and processors; paths have forward slashes.
func TestSameFindings(t *testing.T) {
	flows, err := filepath.Abs("../../testdata/flows")
	if err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(flows, "*", "*"))
	if err != nil || len(names) < 5 {
		t.Fatalf("%q, %v", names, err)
	}
	// run returns the findings, each with the name of its file below the flows.
	run := func(t *testing.T, from string, args ...string) []string {
		s := shell{t, from, append(cleanEnv(t), "GOMAXPROCS="+[]string{"1", "2", "4"}[rand.IntN(3)])}
		file := filepath.Join(t.TempDir(), "report.json")
		if status, said := s.run(built(t), append([]string{"lint", "--no-config", "--format", "json", "-o", file}, args...)...); status > exitFindings {
			t.Fatalf("it ends with %d:\n%s", status, said)
		}
		var report struct {
			Diagnostics []struct {
				File, Rule, Message, Pointer, Fingerprint string
				Range                                     any
			}
		}
		if err := json.Unmarshal([]byte(readFile(t, file)), &report); err != nil {
			t.Fatal(err)
		}
		var list []string
		for _, d := range report.Diagnostics {
			if strings.Contains(d.File, "\\") {
				t.Errorf("the path %s", d.File)
			}
			d.File = d.File[strings.LastIndex(d.File, "/")+1:]
			text, err := json.Marshal(d)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, string(text))
		}
		sort.Strings(list)
		return list
	}
	want := run(t, flows, names...)
	if len(want) == 0 {
		t.Fatal("nothing is found")
	}
	for range 5 {
		shuffled := slices.Clone(names)
		rand.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		for _, from := range []string{flows, t.TempDir(), filepath.Dir(flows)} {
			args := slices.Clone(shuffled)
			for i := range args {
				if rel, err := filepath.Rel(from, args[i]); err == nil && rand.IntN(2) == 0 {
					args[i] = rel
				}
			}
			if got := run(t, from, args...); !slices.Equal(got, want) {
				t.Fatalf("from %s, %q: %d findings, want %d", from, args, len(got), len(want))
			}
		}
	}
	if got := run(t, filepath.Dir(flows), "flows"); !slices.Equal(got, want) {
		t.Errorf("as a folder: %d findings, want %d", len(got), len(want))
	}
}

// Which findings --max-problems shows does not depend on the jobs either.
func TestSameFirstFindings(t *testing.T) {
	flows, err := filepath.Abs("../../testdata/flows")
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"json", "text"} {
		var want string
		for _, jobs := range []string{"1", "4", "4", "4"} {
			s := shell{t, flows, append(cleanEnv(t), "GOMAXPROCS=4")}
			status, said := s.run(built(t), "lint", "--no-config", "--max-problems", "60", "--jobs", jobs, "--format", format, "broken", "good")
			if status > exitFindings {
				t.Fatalf("it ends with %d:\n%s", status, said)
			}
			if want == "" {
				want = said
			} else if said != want {
				t.Errorf("--format %s --jobs %s shows other findings", format, jobs)
			}
		}
	}
}
