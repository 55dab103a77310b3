package page

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"studiolint/lint/draw"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/schemas"
)

const evil = `<img src=x onerror="hacked=1"><script>hacked=1</script></script></svg><b>'"&amp;` + "\u202e"

func parse(t testing.TB, text string) *flow.Flow {
	t.Helper()
	f := source.Parse("flow.json", []byte(text))
	if f.Syntax != nil {
		t.Fatalf("%v", f.Syntax)
	}
	return flow.New(f.Root(), schemas.Catalogue{})
}

// chain writes a flow of n widgets, of which each leads to the next and some back.
func chain(n int, name func(i int) string, say string) string {
	quote := func(s string) string {
		b, _ := json.Marshal(s)
		return string(b)
	}
	var b strings.Builder
	fmt.Fprintf(&b, `{"initial_state": "Trigger", "states": [{"name": "Trigger", "type": "trigger", "properties": {}, "transitions": [{"event": "incomingCall", "next": %s}]}`, quote(name(1)))
	for i := 1; i < n; i++ {
		next := name(i + 1)
		if i+1 == n {
			next = "gone"
		}
		fmt.Fprintf(&b, `, {"name": %s, "type": "split-based-on", "properties": {"input": %s}, "transitions": [{"event": "noMatch", "next": %s}, {"event": "match", "next": %s,
			"conditions": [{"friendly_name": "x", "type": "equal_to", "value": %s, "arguments": ["{{trigger.call.From}}"]}]}]}`,
			quote(name(i)), quote(say+"{{widgets."+name(max(1, i-1))+".x}}"), quote(next), quote(name(1+i/2)), quote(say))
	}
	return b.String() + "]}"
}

// samplePage is a page of three flows: a small one, a hostile one and a large one.
func samplePage(t testing.TB) []byte {
	t.Helper()
	one := &finding.Rule{ID: "rule-a", Severity: finding.Error}
	other := &finding.Rule{ID: "rule-b", Severity: finding.Warning}
	p := Page{Title: "studiolint", Summary: "something was found", Problems: []string{evil}, RuleURL: func(id string) string { return "https://rules.example/#" + id }}
	var sections []*Section
	for i, f := range []*flow.Flow{
		parse(t, chain(9, func(i int) string { return fmt.Sprint("w", i) }, "needle")),
		parse(t, chain(9, func(i int) string { return fmt.Sprint(evil, i) }, evil)),
		parse(t, chain(1000, func(i int) string { return fmt.Sprint("w", i) }, "text")),
	} {
		var found []*finding.Diagnostic
		for j, w := range f.Widgets[:8] {
			rule := one
			if j%2 == 1 {
				rule = other
			}
			d := finding.New(rule, w, "%s is wrong", w.Name)
			d.Widget = w.Name
			if path, ok := f.PathTo(w); ok {
				d.Along(finding.Steps(path, w))
			}
			d.Resolve()
			found = append(found, d)
		}
		if i == 0 {
			found[0], found[4] = found[4], found[0]
		}
		s, err := p.Section(f, found, draw.Options{Title: fmt.Sprint("flow ", i, evil)})
		if err != nil {
			t.Fatal(err)
		}
		sections = append(sections, s)
	}
	sections = append(sections, p.Loose("loose "+evil, []*finding.Diagnostic{finding.New(one, source.Place{}, "%s", evil)}))
	var b bytes.Buffer
	if err := p.Write(&b, sections); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What is seen of the page by a browser.
type seen struct {
	trouble
	Findings, Boxes int
	Clicked         struct {
		Selected, Details string
		Path              int
		Off               float64
	}
	Closed                  bool
	Widget, Followed        string
	Hits                    int
	Searched                string
	WithoutWarnings, Others int
	OfRule, Second          int
	IdleKeys                []string
	Mouse                   []bool
	Hostile                 struct {
		Shown, Foreign int
		Hacked         bool
		Label          string
	}
	HostileDetails string
	ListOff        float64 // how far the head of the chosen flow is from the top of the list
	ForeignLater   int
	Frame          float64
	Large          int
	Phone          struct {
		Selected     string
		Wide, Canvas float64
	}
	Printed, WithoutScript int
}

// browse does with a page what a program of testdata says, and reads what it saw.
func browse(t *testing.T, program string, page []byte, seen any) {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser needs its time")
	}
	skip := t.Skipf
	if os.Getenv("STUDIOLINT_NO_SKIP") != "" {
		skip = t.Fatalf
	}
	modules := os.Getenv("STUDIOLINT_NODE_MODULES")
	if _, err := os.Stat(filepath.Join(modules, "playwright-core")); modules == "" || err != nil {
		skip("playwright-core is not installed (npm packages are looked for in STUDIOLINT_NODE_MODULES)")
	}
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		skip("chromium is not installed")
	}
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, page, 0o666); err != nil {
		t.Fatal(err)
	}
	out, err := drive(t, chromium, program, file)
	if errors.Is(err, context.DeadlineExceeded) {
		// On a busy machine a browser without a screen may stop to draw frames.
		t.Logf("%s did not come to its end; it is begun again", program)
		out, err = drive(t, chromium, program, file)
	}
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if err := json.Unmarshal(out, seen); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

// drive runs a program in testdata that drives the browser, for some minutes at most.
func drive(t *testing.T, chromium, program, file string) (out []byte, err error) {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), 4*time.Minute)
	defer stop()
	cmd := exec.CommandContext(ctx, "node", "testdata/"+program, file, os.Getenv("STUDIOLINT_PICTURES"))
	cmd.Env = append(os.Environ(), "STUDIOLINT_CHROMIUM="+chromium)
	cmd.WaitDelay = 10 * time.Second // for the browser, which has the same output
	out, err = cmd.Output()
	return out, cmp.Or(ctx.Err(), err)
}

func expect(t *testing.T, ok bool, format string, args ...any) {
	t.Helper()
	if !ok {
		t.Errorf(format, args...)
	}
}

// trouble is what is seen of any page.
type trouble struct{ Troubles, Requests, Axe []string }

// none fails when the page complains, asks for something, or shuts somebody out.
func (s *trouble) none(t *testing.T) {
	t.Helper()
	expect(t, len(s.Troubles) == 0, "the console says %q", s.Troubles)
	expect(t, len(s.Requests) == 0, "the page asks for %q", s.Requests)
	expect(t, len(s.Axe) == 0, "axe-core says:\n%s", strings.Join(s.Axe, "\n"))
}

// The page does what it is for in a real browser, and nothing of a flow is more than text.
func TestBrowser(t *testing.T) {
	var s seen
	browse(t, "browser.mjs", samplePage(t), &s)
	s.none(t)
	expect(t, s.Findings == 25 && s.Boxes == 9, "%d findings, %d widgets", s.Findings, s.Boxes)
	expect(t, s.Clicked.Selected == "w4" && s.Clicked.Path == 4 && s.Clicked.Off < 3 && strings.Contains(s.Clicked.Details, "w4 is wrong"), "a finding leads to %+v", s.Clicked)
	expect(t, s.Closed, "Escape does not close")
	for _, want := range []string{"Findings", "Leads to", "Comes from", "Properties"} {
		expect(t, strings.Contains(s.Clicked.Details, want), "the details of a widget lack %q: %q", want, s.Clicked.Details)
	}
	expect(t, strings.Contains(s.Widget, "Leads to") && s.Followed != "", "a widget shows %q and leads to %q", s.Widget, s.Followed)
	expect(t, s.Hits == 8 && s.Searched == "w1", "%d hits, %q", s.Hits, s.Searched)
	expect(t, s.WithoutWarnings == 0 && s.Others == 13 && s.OfRule == 12, "the filters leave %d, %d, %d", s.WithoutWarnings, s.Others, s.OfRule)
	expect(t, s.Second >= 0 && len(s.IdleKeys) == 0, "finding %d is current; these keys do nothing: %v", s.Second, s.IdleKeys)
	expect(t, len(s.Mouse) == 2 && s.Mouse[0] && s.Mouse[1], "the mouse: %v", s.Mouse)
	expect(t, s.Hostile.Shown == 1 && !s.Hostile.Hacked && s.Hostile.Foreign == 0 && s.ForeignLater == 0, "a hostile flow: %+v, %d", s.Hostile, s.ForeignLater)
	expect(t, s.ListOff < 2, "the findings of the chosen flow are %.0f from the top", s.ListOff)
	expect(t, strings.Contains(s.HostileDetails, "<script>hacked=1</script>"), "the details are %q", s.HostileDetails)
	t.Logf("%.1f ms of the page's thread for each frame", s.Frame)
	expect(t, s.Large == 1000 && s.Frame < 33, "%d widgets, %.1f ms for each frame", s.Large, s.Frame)
	expect(t, s.Phone.Selected == "w4" && s.Phone.Wide <= 0 && s.Phone.Canvas > 250, "a phone shows %+v", s.Phone)
	expect(t, s.Printed == 3 && s.WithoutScript == 25, "%d flows are printed; without a program there are %d findings", s.Printed, s.WithoutScript)
}

// What is written is the same each time, and its policy allows its own program and style
// alone.
func TestPage(t *testing.T) {
	first := string(samplePage(t))
	if first != string(samplePage(t)) {
		t.Error("the page differs from one time to the next")
	}
	for _, want := range []string{"default-src 'none'; style-src '" + hash(draw.Style+style) + "'; script-src '" + hash(program) + "';", "<style>" + draw.Style + style + "</style>", "<script>" + program + "</script>"} {
		if !strings.Contains(first, want) {
			t.Errorf("the page lacks %.80s", want)
		}
	}
	for _, never := range []string{"<img", "<b>", "unsafe", " style=", "\u202e"} {
		if strings.Contains(first, never) {
			t.Errorf("the page holds %q", never)
		}
	}
	if n := strings.Count(first, "<script"); n != 4 {
		t.Errorf("%d scripts", n)
	}
}

// A page of one flow says once what it is called.
func TestOneFlow(t *testing.T) {
	f := parse(t, chain(3, func(i int) string { return fmt.Sprint("w", i) }, "text"))
	d := finding.New(&finding.Rule{ID: "rule-a", Severity: finding.Error}, f.Widgets[1], "wrong")
	p := Page{Title: "ivr.json"}
	for _, test := range []struct {
		title string
		heads int
	}{{"ivr.json", 0}, {"another.json", 1}} {
		s, err := p.Section(f, []*finding.Diagnostic{d}, draw.Options{Title: test.title})
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := p.Write(&b, []*Section{s}); err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(b.String(), "<h2>"+test.title+"</h2>"); n != test.heads {
			t.Errorf("%s: %d heads in the list", test.title, n)
		}
	}
}

// What the pictures lack stands with the flows, behind a line when it is much, and never above the page.
func TestLeftOut(t *testing.T) {
	const lost = `, {"name": "%s", "type": "send-message", "properties": {}, "transitions": [{"event": "sent", "next": "gone"}, {"event": "failed", "next": "gone"}]}`
	p := Page{Title: "studiolint"}
	var sections []*Section
	for i, widgets := range []string{"", fmt.Sprintf(lost, "a"), fmt.Sprintf(lost, "b") + fmt.Sprintf(lost, "c")} {
		text := strings.TrimSuffix(chain(2, func(i int) string { return fmt.Sprint("w", i) }, ""), "]}") + widgets + "]}"
		s, err := p.Section(parse(t, strings.ReplaceAll(text, `"gone"`, `"gone`+strings.Repeat("!", i)+`"`)), nil, draw.Options{Title: fmt.Sprint("flow ", i)})
		if err != nil {
			t.Fatal(err)
		}
		sections = append(sections, s)
	}
	var b bytes.Buffer
	if err := p.Write(&b, sections); err != nil {
		t.Fatal(err)
	}
	header, rest, _ := strings.Cut(b.String(), "</header>")
	list, _, _ := strings.Cut(rest, `<section id="canvas"`)
	expect(t, !strings.Contains(header, "is drawn"), "above the page: %s", header)
	expect(t, strings.Contains(list, "Nothing was found."), "nothing was found, but the list is %s", list)
	for i, want := range []int{1, 3, 5} {
		_, own, _ := strings.Cut(list, fmt.Sprintf("<h2>flow %d</h2>", i))
		own, _, _ = strings.Cut(own, "</section>")
		expect(t, strings.Count(own, "no arrow is drawn") == want, "flow %d says %s", i, own)
		expect(t, strings.Contains(own, "<details") == (want > 2), "flow %d folds %s", i, own)
	}
}
