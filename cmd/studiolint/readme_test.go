package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// actionAddress is how the README refers to the action: who keeps a copy of this
// project writes its address and a commit there.
const actionAddress = "OWNER/studiolint@COMMIT"

func readFile(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// pages are what is written for users, and what they lead to in the project.
var pages = []string{
	"README.md", ".github/USE.md", ".github/CONFIGURATION.md", ".github/INTEGRATION.md", ".github/EDITORS.md",
	".github/TESTING.md", ".github/LIBRARY.md", ".github/SECURITY.md", ".github/CONTRIBUTING.md", ".github/RULES.md",
}

// readmeBlocks returns the blocks of code in the README and the pages it leads to that are of a
// language and hold a word, so that what people copy from there is what has been tested.
func readmeBlocks(t testing.TB, language, word string) []string {
	t.Helper()
	var blocks []string
	text := ""
	for _, page := range pages {
		text += readFile(t, "../../"+page)
	}
	for {
		_, rest, ok := strings.Cut(text, "```"+language+"\n")
		if !ok {
			break
		}
		block, after, ok := strings.Cut(rest, "```\n")
		if !ok {
			t.Fatalf("a block of %s in the README has no end", language)
		}
		if strings.Contains(block, word) {
			blocks = append(blocks, block)
		}
		text = after
	}
	if len(blocks) == 0 {
		t.Fatalf("the README has no block of %s with %q", language, word)
	}
	return blocks
}

// TestReadmeLinks follows every link of the README and its pages within the project, to a heading
// where it names one.
func TestReadmeLinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^()\s#:]*)(?:#([^()\s]+))?\)`)
	code := regexp.MustCompile("(?s)```.*?```|`[^`\n]*`")
	known := map[string]map[string]bool{} // the anchors of each page that a link names
	for _, page := range pages {
		text := code.ReplaceAllString(readFile(t, "../../"+page), "")
		for _, l := range link.FindAllStringSubmatch(text, -1) {
			to := page
			if l[1] != "" {
				to = filepath.Join(filepath.Dir(page), l[1])
			}
			if _, err := os.Stat("../../" + to); err != nil {
				t.Errorf("%s leads to %s, which is not there", page, l[1])
				continue
			}
			if l[2] == "" {
				continue
			}
			if known[to] == nil {
				known[to] = anchors(t, to)
			}
			if !known[to][l[2]] {
				t.Errorf("%s leads to %s#%s, and no heading there has that name", page, l[1], l[2])
			}
		}
	}
}

// anchors are the names that GitHub gives to the headings of a page.
func anchors(t *testing.T, page string) map[string]bool {
	marks := regexp.MustCompile(`[^\w\- ]`)
	names := map[string]bool{}
	for _, heading := range regexp.MustCompile("(?m)^#+ (.*)$").FindAllStringSubmatch(readFile(t, "../../"+page), -1) {
		names[strings.ReplaceAll(marks.ReplaceAllString(strings.ToLower(heading[1]), ""), " ", "-")] = true
	}
	return names
}

// TestReadmeIgnores checks that what the README says of accepting findings is read
// as it is meant.
func TestReadmeIgnores(t *testing.T) {
	s := shell{t, t.TempDir(), cleanEnv(t)}
	s.write(".studiolint.yaml", readmeBlocks(t, "yaml", "ignore:")[0])
	description := strings.TrimSpace(readmeBlocks(t, "json", "studiolint-ignore")[0])
	flow := shared(t, "flows/good/survey.json")
	before, rest, ok := strings.Cut(flow, `"description": "`)
	_, after, ok2 := strings.Cut(rest, `"`)
	if !ok || !ok2 {
		t.Fatal("the flow has no description")
	}
	s.write("flows/survey.json", before+description+after)
	// There is nothing to accept in that flow, which is all that may be said.
	status, out := s.run(built(t), "lint", "--quiet", "--fail-on", "never")
	if n := strings.Count(out, "[unused-ignore]"); status != 0 || n != 2 || strings.Count(out, "accepts nothing") != n {
		t.Errorf("it ends with %d:\n%s", status, out)
	}
}

// TestReadmeLibrary builds and runs the README's program as it stands there.
func TestReadmeLibrary(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("a program is built")
	}
	s := shell{t, t.TempDir(), cleanEnv(t)}
	s.write("main.go", readmeBlocks(t, "go", "package main")[0])
	s.write("flow.json", shared(t, "flows/broken/reception.json"))
	program := filepath.Join(s.dir, "library")
	(shell{t, filepath.Join("..", ".."), s.env}).must("go", "build", "-o", program, filepath.Join(s.dir, "main.go"))
	holds(t, "what it prints", s.must(program), "flow.json:136: \"hangup\" is no widget type")
}

// TestReadmeEnvironments promotes a flow as the README does, with its configuration, once
// with a task channel that is not listed and once without.
func TestReadmeEnvironments(t *testing.T) {
	block := readmeBlocks(t, "console", "studiolint promote")[0]
	command, want, _ := strings.Cut(block, "\n")
	args := strings.Fields(strings.TrimPrefix(command, "$ studiolint "))
	flow := func(environment int) string {
		return fmt.Sprintf(`{
  "states": [
    {"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingMessage", "next": "agents"}], "properties": {}},
    {
      "name": "agents",
      "type": "send-to-flex",
      "transitions": [{"event": "callComplete"}, {"event": "failedToEnqueue"}, {"event": "callFailure"}],
      "properties": {
        "workflow": "WW0000000000000000000000000000000%d",
        "channel": "TC00000000000000000000000000000001",
        "attributes": "{}"
      }
    }
  ],
  "initial_state": "Trigger"
}
`, environment)
	}
	s := shell{t, t.TempDir(), cleanEnv(t)}
	s.write("flows/dev/ivr.json", flow(1))
	s.write("flows/prod/old.json", flow(2))
	config := readmeBlocks(t, "yaml", "environments:")[0]
	s.write(".studiolint.yaml", config)
	if status, got := s.run(built(t), args...); status != exitFailed || got != want {
		t.Errorf("it ends with %d and prints\n%s\nnot\n%s", status, got, want)
	}
	s.write(".studiolint.yaml", strings.ReplaceAll(config, "values: {", "values: {channel: TC00000000000000000000000000000001, "))
	s.must(built(t), args...)
	if got := readFile(t, filepath.Join(s.dir, "flows/prod/ivr.json")); got != flow(2) {
		t.Errorf("it wrote\n%s", got)
	}
	s.must(built(t), "lint", "--only", "environment-mismatch", "--fail-on", "warning")
}

// TestReadmeTests runs the README's test file against the sample flow that it is about, and
// what it says of generating.
func TestReadmeTests(t *testing.T) {
	s := shell{t, t.TempDir(), cleanEnv(t)}
	s.write("ivr.flowtest.yaml", readmeBlocks(t, "yaml", "fakes:")[0])
	s.write("flows/ivr.json", shared(t, "flows/good/ivr.json"))
	holds(t, "the test", s.must(built(t), "test"), "1 test in 1 file: 1 passed")
	s.must(built(t), "test", "--generate", "ivr.flowtest.yaml", "flows/ivr.json")
	out := s.must(built(t), "test", "--coverage")
	holds(t, "what is covered", out, "flows/ivr.json: 17 of 17 widgets", "(100 %)")
}

// TestReadmeDiff has git hold an older version of a sample, in which the menu has another
// name, another text, and an open end: the README shows what diff says of it.
func TestReadmeDiff(t *testing.T) {
	tool(t, "", "git")
	block := readmeBlocks(t, "console", "studiolint diff")[0]
	command, want, _ := strings.Cut(block, "\n")
	args := strings.Fields(strings.TrimPrefix(command, "$ studiolint "))

	now := shared(t, "flows/good/ivr.json")
	older := now
	for _, change := range [][2]string{
		{`"main_menu"`, `"menu_1"`},
		{"widgets.main_menu.", "widgets.menu_1."},
		{"For appointments, press 1.", "For appointments, press 9."},
		{`"next": "main_menu_again",` + "\n          ", ""},
	} {
		if !strings.Contains(older, change[0]) {
			t.Fatalf("the sample has no %q", change[0])
		}
		older = strings.ReplaceAll(older, change[0], change[1])
	}
	r := repository(t, cleanEnv(t))
	r.write("flows/ivr.json", older)
	r.commit("older")
	r.write("flows/ivr.json", now)
	if got := r.must(built(t), args...); got != want {
		t.Errorf("the README shows\n%s\nit prints\n%s", want, got)
	}
}
