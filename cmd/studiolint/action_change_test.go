package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// pullRequest is what the event of one tells of its two branches.
func pullRequest(base, head string) map[string]any {
	return map[string]any{"pull_request": map[string]any{"base": map[string]any{"sha": base}, "head": map[string]any{"sha": head}}}
}

// TestActionShowsChange has a pull request change flows in every way, beside files that
// are none.
func TestActionShowsChange(t *testing.T) {
	tool(t, "", "bash")
	t.Parallel()
	env := cleanEnv(t)
	origin := repository(t, env)
	flow := shared(t, "flows/good/ivr.json")
	origin.write("flows/ivr.json", flow)
	origin.write("flows/same.json", flow)
	origin.write("flows/gone.json", lostFlow(1))
	origin.write("flows/broken.json", flow)
	origin.write("other/ivr.json", flow)
	origin.write("photo.png", "\x89PNG\x00\x01")
	origin.commit("base")
	fork := strings.TrimSpace(origin.must("git", "rev-parse", "HEAD"))

	origin.must("git", "checkout", "--quiet", "-b", "change")
	origin.write("flows/ivr.json", strings.Replace(strings.ReplaceAll(flow, "main_menu", "first_menu"), "Harbour Dental", "Seaside <b>Dental</b>", 1))
	var again any
	if err := json.Unmarshal([]byte(flow), &again); err != nil {
		t.Fatal(err)
	}
	same, _ := json.Marshal(again)
	origin.write("flows/same.json", string(same))
	origin.must("git", "rm", "--quiet", "flows/gone.json")
	origin.write("flows/new one.json", strings.Replace(shared(t, "flows/good/survey.json"), `"next": "`, `"next": "lost `, 1))
	origin.write("flows/broken.json", `{"states": [}`)
	origin.write("other/ivr.json", strings.Replace(flow, "Harbour", "Seaside", 1))
	origin.write("photo.png", "\x89PNG\x00\x02")
	origin.write("photo.json", "\x00\x01\x02")
	origin.commit("change")
	head := strings.TrimSpace(origin.must("git", "rev-parse", "HEAD"))

	// Meanwhile the base goes on, and GitHub merges the two.
	origin.must("git", "checkout", "--quiet", "-b", "base", fork)
	origin.write("flows/other.json", flow)
	origin.commit("base goes on")
	origin.must("git", "checkout", "--quiet", "-b", "merge")
	origin.must("git", "-c", "user.name=T", "-c", "user.email=t@example.com", "merge", "--quiet", "--no-ff", "-m", "merge", "change")
	merged := strings.TrimSpace(origin.must("git", "rev-parse", "HEAD"))
	clone := func(t *testing.T, branch string, more ...string) string {
		t.Helper()
		dir := filepath.Join(t.TempDir(), "clone")
		origin.must("git", append(append([]string{"clone", "--quiet", "--branch=" + branch}, more...), "file://"+origin.dir, dir)...)
		return dir
	}
	for _, tt := range []struct{ name, dir, commit string }{
		{"the merge alone", clone(t, "merge", "--depth=1"), merged}, // as actions/checkout leaves it
		{"the merge and what was before", clone(t, "merge"), merged},
		{"the branch", clone(t, "change"), head},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := runAction(t, job{workspace: tt.dir, event: pullRequest(fork, head), inputs: map[string]string{"paths": "flows\n*.json"}})
			holds(t, "the summary", got.summary, "## studiolint: what changed in meaning\n", "### flows/ivr.json\n\n2 renamed, 1 changed\n",
				"- **first&#95;menu** was called ~~main&#95;menu~~ ([line ", "](https://github.example/someone/flows/blob/"+tt.commit+"/flows/ivr.json#L",
				"~~Harbour~~ **Seaside &#60;b&#62;**", "```mermaid\nflowchart TD\n", `["first_menu (changed)<br/>`,
				"### flows/gone.json\n\nthe file is gone: 2 removed", "### flows/new one.json\n\na new file: ",
				"/flows/new%20one.json#L", "error dangling-transition", "### flows/same.json\n\nno change in meaning\n",
				"### Not compared: 1 problem\n", tt.commit[:7]+":flows/broken.json:1:13: it cannot be compared", "## studiolint: ")
			for _, never := range []string{"flows/other.json", "other/ivr.json", "photo", "<b>"} {
				if strings.Contains(got.summary, never) {
					t.Errorf("the summary holds %q:\n%s", never, got.summary)
				}
			}
			holds(t, "the page", readFile(t, got.outputs["html-diff"]), "<title>studiolint diff</title>", "<ins>Seaside &lt;b&gt;</ins>", "it cannot be compared")
			if strings.Count(got.summary, "```mermaid") != 2 {
				t.Errorf("not the flow that is changed and that which is new are drawn:\n%s", got.summary)
			}
		})
	}

	t.Run("nothing changes", func(t *testing.T) {
		got := runAction(t, job{workspace: clone(t, "change"), event: pullRequest(head, head), inputs: map[string]string{"paths": "flows/ivr.json"}})
		if strings.Contains(got.summary, "what changed") || got.outputs["html-diff"] != "" || got.status != 0 {
			t.Errorf("it ends with %d and %v:\n%s", got.status, got.outputs, got.summary)
		}
	})
	t.Run("no way to the base", func(t *testing.T) {
		dir := clone(t, "change", "--depth=1")
		shell{t, dir, env}.must("git", "remote", "set-url", "origin", "file:///nowhere")
		got := runAction(t, job{workspace: dir, event: pullRequest(fork, head), inputs: map[string]string{"paths": "flows/ivr.json"}})
		if got.status != 0 {
			t.Errorf("it ends with %d:\n%s", got.status, got.printed)
		}
		holds(t, "the summary", got.summary, "is not shown, for want of the base commit", "fetch-depth: 0")
	})
}

// TestHostileChange has a stranger choose what a pull request calls things.
func TestHostileChange(t *testing.T) {
	tool(t, "", "bash")
	t.Parallel()
	r := repository(t, cleanEnv(t))
	names := []string{
		"a\n::error file=x::forged\nb", "::set-output name=html::x", "##[error]forged", "$(touch pwned)", "`touch pwned`", "```\n# forged\n", "<img src=x onerror=alert(1)>",
		"[x](http:evil)", "![x](http:evil)", "| a | b |", "@octocat #1", "end", "click n0 href \"javascript:alert(1)\"", "\"]; n0-->n1", "%%{init: {}}%%", "\x1b[31mred", "\u202etxt.exe", "~~~", "--output=x",
	}
	flow := shared(t, "flows/good/ivr.json")
	quoted := func(s string) string {
		data, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	file := func(name string) string { return "flows/" + strings.ReplaceAll(name, "/", "∕") + ".json" }
	for _, name := range names {
		r.write(file(name), flow)
	}
	r.commit("base")
	base := strings.TrimSpace(r.must("git", "rev-parse", "HEAD"))
	for _, name := range names {
		changed := strings.ReplaceAll(flow, `"main_menu"`, quoted(name))
		changed = strings.ReplaceAll(changed, "widgets.main_menu", "widgets.other")
		r.write(file(name), strings.Replace(changed, `"event": "keypress"`, `"event": `+quoted(name), 1))
	}
	if err := os.Symlink("/etc/passwd", filepath.Join(r.dir, "flows", "link.json")); err != nil {
		t.Fatal(err)
	}
	r.commit("change")
	head := strings.TrimSpace(r.must("git", "rev-parse", "HEAD"))
	got := runAction(t, job{workspace: r.dir, event: pullRequest(base, head), inputs: map[string]string{"fail-on": "never", "annotations": "false"}})
	if n := strings.Count(got.summary, "```mermaid\n"); n != len(names) {
		t.Errorf("%d flows are drawn, want %d", n, len(names))
	}
	for _, c := range got.commands {
		if c.Data != "not everything could be checked; the log of this step says why" { // the link
			t.Errorf("a runner obeys %+v", c)
		}
	}
	// Within a drawing no line is more than it should be, and without them none.
	var text strings.Builder
	fences := 0
	for line := range strings.Lines(got.summary) {
		switch {
		case strings.HasPrefix(line, "```"):
			fences++
		case fences%2 == 0:
			text.WriteString(line)
		case !regexp.MustCompile("^(flowchart TD|%% [^{%]*|n\\d+.*|(classDef|class|linkStyle) [\\w, :;#.-]+)\n$").MatchString(line):
			t.Errorf("a drawing holds %q", line)
		}
	}
	if fences != 2*len(names) {
		t.Errorf("%d fences, want %d", fences, 2*len(names))
	}
	for _, never := range []string{"<img", "](http:evil", "`touch", "\x1b", "\u202e", "@octocat", " #1", "root:", "\n# forged", "\n~~~"} {
		if strings.Contains(text.String(), never) {
			t.Errorf("the summary holds %q", never)
		}
	}
	for _, output := range []string{"html", "html-diff"} {
		page := readFile(t, got.outputs[output])
		for _, never := range []string{"<img", "\x1b", "\u202e", "root:"} {
			if strings.Contains(page, never) {
				t.Errorf("%s holds %q", output, never)
			}
		}
	}
	if _, err := os.Stat(filepath.Join(r.dir, "pwned")); err == nil {
		t.Error("a shell obeyed")
	}
}
