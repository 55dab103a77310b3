package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What stands before a finding counts as many columns as its unit says, and Neovim, with
// the README's settings, puts the cursor on it.
func TestColumns(t *testing.T) {
	s := shell{t, t.TempDir(), cleanEnv(t)}
	flow := strings.Join(strings.Fields(strings.Replace(strings.ReplaceAll(lostFlow(1), "hello 1", "hello_1"), `"description": "`, `"description": "é😀 `, 1)), " ")
	s.write("flow.json", flow)
	before, _, _ := strings.Cut(flow, `"lost_`)
	if !strings.Contains(before, "é😀") {
		t.Fatal(flow)
	}
	runes := len([]rune(before)) + 1
	for unit, column := range map[string]int{"bytes": len(before) + 1, "utf16": runes + 1, "runes": runes} {
		_, out := s.run(built(t), "lint", "--quiet", "--columns", unit)
		if want := fmt.Sprintf("flow.json:1:%d: error:", column); !strings.Contains(out, want) {
			t.Errorf("%s: no %q in\n%s", unit, want, out)
		}
	}
	if status, out := s.run(built(t), "lint", "--columns", "inches"); status != 2 || !strings.Contains(out, "utf16, bytes or runes") {
		t.Error(status, out)
	}

	nvim := tool(t, "", "nvim")
	s.env = append(s.env, "PATH="+filepath.Dir(built(t))+string(os.PathListSeparator)+os.Getenv("PATH"), "XDG_CONFIG_HOME="+t.TempDir(), "NVIM_LOG_FILE="+filepath.Join(t.TempDir(), "log"))
	s.write("settings.lua", readmeBlocks(t, "lua", "makeprg")[0])
	s.must(nvim, "--headless", "--clean", "-n", "-c", "luafile settings.lua", "-c", "silent make!", "-c", "cfirst", "-c", "call writefile([strpart(getline('.'), col('.') - 1, 6)], 'out.txt')", "-c", "quitall!", "--", "flow.json")
	if at := strings.TrimSpace(readFile(t, filepath.Join(s.dir, "out.txt"))); at != `"lost_` {
		t.Errorf("the cursor is at %q", at)
	}
}
