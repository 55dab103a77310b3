package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A shownFinding is a finding as a tool that reads lines should know it.
type shownFinding struct {
	File         string
	Line, Column int
	Severity     string
	Message      string
	Rule         string
}

// strangeFlows writes flows with findings of every severity, in files and with
// names that could be taken for another line of the report.
func strangeFlows(t testing.TB, s shell) {
	t.Helper()
	for name, from := range map[string]string{
		"a.json":                   "flows/broken/reception.json",
		"sub dir/it's größer.json": "flows/broken/booking-line.json",
	} {
		s.write(name, shared(t, from))
	}
	forged := `x.json:1:2: error: forged [schema]`
	s.write("forged.json", strings.ReplaceAll(lostFlow(2), "lost_", forged))
	s.write("x.json:1:2: error: forged [schema].json", lostFlow(1))
}

// findings are what the program finds in a folder, from its own JSON.
func findings(t testing.TB, s shell, args ...string) []shownFinding {
	t.Helper()
	_, out := s.run(built(t), append([]string{"lint", "--quiet", "--format", "json"}, args...)...)
	var report struct {
		Diagnostics []struct {
			File, Severity, Message, Rule string
			Range                         struct{ Start struct{ Line, Column int } }
		}
	}
	if err := json.Unmarshal([]byte(out), &report); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var list []shownFinding
	for _, d := range report.Diagnostics {
		list = append(list, shownFinding{d.File, d.Range.Start.Line, d.Range.Start.Column, d.Severity, d.Message, d.Rule})
	}
	if len(list) < 8 {
		t.Fatalf("%d findings are too few to tell", len(list))
	}
	return list
}

// A problemPattern is a line of a problem matcher, for GitHub as for VS Code. The
// numbers are those of groups.
type problemPattern struct {
	Regexp                                      string
	File, Line, Column, Severity, Message, Code int
}

// match reads the lines that the pattern matches; severity is that of lines which
// do not tell it.
func (p problemPattern) match(t testing.TB, text, severity string) []shownFinding {
	t.Helper()
	// What is used of JavaScript's and .NET's expressions means the same in Go's.
	re := regexp.MustCompile(p.Regexp)
	var list []shownFinding
	for line := range strings.SplitSeq(text, "\n") {
		groups := re.FindStringSubmatch(line)
		if groups == nil {
			continue
		}
		f := shownFinding{File: groups[p.File], Severity: severity, Message: groups[p.Message], Rule: groups[p.Code]}
		f.Line, _ = strconv.Atoi(groups[p.Line])
		f.Column, _ = strconv.Atoi(groups[p.Column])
		if p.Severity > 0 {
			f.Severity = groups[p.Severity]
		}
		list = append(list, f)
	}
	return list
}

// plainNames undoes what the text format does to names of files that could be
// taken for the rest of the line.
func plainNames(list []shownFinding) []shownFinding {
	for i := range list {
		list[i].File = strings.ReplaceAll(list[i].File, `\x3a `, ": ")
	}
	slices.SortStableFunc(list, func(a, b shownFinding) int { return strings.Compare(a.File, b.File) })
	return list
}

func TestProblemMatchers(t *testing.T) {
	s := shell{t, t.TempDir(), cleanEnv(t)}
	strangeFlows(t, s)
	_, text := s.run(built(t), "lint", "--quiet")
	want := plainNames(findings(t, s))

	t.Run("GitHub", func(t *testing.T) {
		var matcher struct {
			ProblemMatcher []struct {
				Owner, Severity string
				Pattern         []problemPattern
			}
		}
		if err := json.Unmarshal([]byte(readFile(t, "../../.github/studiolint-problem-matcher.json")), &matcher); err != nil {
			t.Fatal(err)
		}
		var got []shownFinding
		for _, m := range matcher.ProblemMatcher {
			got = append(got, m.Pattern[0].match(t, text, m.Severity)...)
		}
		// GitHub knows errors, warnings and notices.
		for i := range got {
			if got[i].Severity == "notice" {
				got[i].Severity = "note"
			}
		}
		byPlace := func(a, b shownFinding) int {
			if a.File != b.File {
				return strings.Compare(a.File, b.File)
			}
			return (a.Line-b.Line)*10_000 + a.Column - b.Column
		}
		got = plainNames(got)
		slices.SortStableFunc(got, byPlace)
		sorted := slices.Clone(want)
		slices.SortStableFunc(sorted, byPlace)
		if diff := cmp.Diff(sorted, got); diff != "" {
			t.Errorf("GitHub reads something else (-want +got):\n%s", diff)
		}
	})

	t.Run("VS Code", func(t *testing.T) {
		var tasks struct {
			Tasks []struct {
				Command        string
				Args           []string
				ProblemMatcher struct{ Pattern problemPattern }
			}
		}
		if err := json.Unmarshal([]byte(readmeBlocks(t, "json", "problemMatcher")[0]), &tasks); err != nil {
			t.Fatal(err)
		}
		task := tasks.Tasks[0]
		if task.Command != "studiolint" {
			t.Fatalf("the task runs %s", task.Command)
		}
		_, text := s.run(built(t), task.Args...)
		if diff := cmp.Diff(want, plainNames(task.ProblemMatcher.Pattern.match(t, text, ""))); diff != "" {
			t.Errorf("VS Code reads something else (-want +got):\n%s", diff)
		}
	})

	t.Run("JetBrains", func(t *testing.T) {
		_, filter, ok := strings.Cut(readFile(t, "../../.github/EDITORS.md"), "the output filter `")
		filter, _, ok2 := strings.Cut(filter, "`")
		if !ok || !ok2 {
			t.Fatal("the page on editors has no output filter")
		}
		// What the macros stand for: RegexpFilter.java of intellij-community.
		re := regexp.MustCompile("^" + strings.NewReplacer(
			"$FILE_PATH$", `((?:[A-Za-z]:)?[0-9 a-z_A-Z\-\\./]+)`, "$LINE$", "([0-9]+)", "$COLUMN$", "([0-9]+)", "$MESSAGE$", "(.*)",
		).Replace(filter) + "$")
		file := filepath.Join(s.dir, "a.json")
		_, text := s.run(built(t), "lint", "--color", "never", "--quiet", "--skip-other", file)
		var got, want []string
		for line := range strings.SplitSeq(text, "\n") {
			// Related places, which are indented, are places to go to as well.
			if g := re.FindStringSubmatch(line); g != nil && !strings.HasPrefix(line, "  ") {
				got = append(got, strings.Join(g[1:], "|"))
			}
		}
		for _, f := range findings(t, s, file) {
			want = append(want, strings.Join([]string{file, strconv.Itoa(f.Line), strconv.Itoa(f.Column), f.Severity + ": " + f.Message + " [" + f.Rule + "]"}, "|"))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("a JetBrains editor reads something else (-want +got):\n%s", diff)
		}
	})
}

// TestNeovim has the real Neovim save a file with the README's settings, and looks
// into its quickfix list.
func TestNeovim(t *testing.T) {
	nvim := tool(t, "", "nvim")
	t.Parallel()
	s := shell{t, t.TempDir(), cleanEnv(t)}
	s.env = append(s.env, "PATH="+filepath.Dir(built(t))+string(os.PathListSeparator)+os.Getenv("PATH"), "XDG_CONFIG_HOME="+t.TempDir(), "NVIM_LOG_FILE="+filepath.Join(t.TempDir(), "log"))
	s.write("settings.lua", readmeBlocks(t, "lua", "makeprg")[0])
	s.write("read.lua", `
local list = {}
for _, entry in ipairs(vim.fn.getqflist()) do
  table.insert(list, {valid = entry.valid, file = vim.fn.fnamemodify(vim.fn.bufname(entry.bufnr), ':p'), line = entry.lnum, column = entry.col, type = entry.type, text = entry.text})
end
vim.fn.writefile({vim.fn.json_encode(list)}, vim.env.QUICKFIX)
`)
	for _, name := range []string{"a.json", "sub dir/it's \"new\" $(touch pwned) größer.json", "-.json", "forged.json"} {
		t.Run(name, func(t *testing.T) {
			text := shared(t, "flows/broken/reception.json")
			if name == "forged.json" {
				text = strings.ReplaceAll(lostFlow(10), "lost_", "x.json:1:2: error: forged [schema]")
			}
			s.write(name, text)
			quickfix := filepath.Join(t.TempDir(), "quickfix.json")
			v := shell{t, s.dir, append(slices.Clone(s.env), "QUICKFIX="+quickfix)}
			v.must(nvim, "--headless", "--clean", "-n", "-c", "luafile settings.lua", "-c", "write", "-c", "luafile read.lua", "-c", "quitall!", "--", name)
			var got []struct {
				Valid, Line, Column int
				File, Type, Text    string
			}
			if err := json.Unmarshal([]byte(readFile(t, quickfix)), &got); err != nil {
				t.Fatal(err)
			}
			var list []shownFinding
			for _, g := range got {
				end := max(strings.LastIndex(g.Text, " ["), 0)
				text, rule := g.Text[:end], strings.Trim(g.Text[end:], " []")
				file, err := filepath.Rel(s.dir, g.File)
				if err != nil || g.Valid != 1 {
					t.Errorf("%+v: %v", g, err)
				}
				severity := map[string]string{"e": "error", "w": "warning", "n": "note"}[g.Type]
				list = append(list, shownFinding{file, g.Line, g.Column, severity, text, rule})
			}
			if diff := cmp.Diff(findings(t, s, "--", name), list); diff != "" {
				t.Errorf("the quickfix list is something else (-want +got):\n%s", diff)
			}
			if _, err := os.Stat(filepath.Join(s.dir, "pwned")); err == nil {
				t.Error("a shell obeyed the name of a file")
			}
		})
	}
}
