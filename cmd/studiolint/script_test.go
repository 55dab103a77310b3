package main

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expected output of the scripts and the generated documents")

func TestMain(m *testing.M) {
	testscript.Main(tidy{m}, map[string]func(){
		"studiolint": main,
	})
}

// tidy removes what outlives a single test.
type tidy struct{ *testing.M }

func (m tidy) Run() int {
	defer func() {
		for _, dir := range outlasting.dirs {
			os.RemoveAll(dir)
		}
	}()
	return m.M.Run()
}

// Each script in testdata/script runs the program as a person would.
func TestScripts(t *testing.T) {
	flows, err := filepath.Abs("../../testdata/flows")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: false,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("FLOWS", flows)
			env.Setenv("HOME", env.WorkDir)
			return nil
		},
		Condition: func(cond string) (bool, error) {
			if cond == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, nil
		},
	})
}
