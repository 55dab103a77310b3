package report

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"studiolint/lint/finding"
	"studiolint/lint/source"
)

// render writes a result in a format.
func render(t testing.TB, format string, r *finding.Result, o Options) string {
	t.Helper()
	f, ok := Find(format)
	if !ok {
		t.Fatalf("no format %q", format)
	}
	var b bytes.Buffer
	if err := f.Write(&b, r, o); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.String()
}

// found makes a finding with its places.
func found(rule *finding.Rule, at finding.Placer, message string, change ...func(*finding.Diagnostic)) *finding.Diagnostic {
	d := finding.New(rule, at, "%s", message)
	for _, f := range change {
		f(d)
	}
	d.Resolve()
	return d
}

// result makes the result of a run that found these.
func result(list ...*finding.Diagnostic) *finding.Result {
	r := &finding.Result{Rules: catalogue, Diagnostics: list}
	files := map[string]bool{}
	for _, d := range list {
		files[d.File] = true
	}
	r.Files = len(files)
	r.Flows = len(files)
	return r
}

// write is the fix of writing other bytes at a place.
func write(title string, safe bool, at source.Place, text string) finding.Fix {
	return finding.Fix{Title: title, Safe: safe, Changes: []source.Edit{at.File.Place(at.Span).Replace(text)}}
}

// at is the first place where a text stands in a file.
func at(t testing.TB, f *source.File, text string) source.Place {
	t.Helper()
	i := strings.Index(string(f.Bytes), text)
	if i < 0 {
		t.Fatalf("%s holds no %q", f.Path, text)
	}
	return f.Place(source.Span{Start: i, End: i + len(text)})
}

var (
	dangling = &finding.Rule{ID: "dangling-transition", Title: "A transition leads to a widget that does not exist",
		Group: finding.Wiring, Severity: finding.Error, Rejected: true,
		Doc: "`next` must name a widget of the same flow.\nTwilio rejects the flow otherwise.\n\n- look for a typing mistake\n- mind the case\n\n```\n\"next\":\n  \"menu\"\n```\n\nSee [the docs](https://www.twilio.com/docs/studio)."}
	schemaRule = &finding.Rule{ID: "schema", Title: "The flow does not fit Studio's schema",
		Group: finding.Text, Severity: finding.Error, Rejected: true, Doc: "Types, required members and events."}
	voice = &finding.Rule{ID: "voice-without-call", Title: "A widget needs a call where there is none",
		Group: finding.Paths, Severity: finding.Warning, Doc: "It fails when it runs."}
	mark = &finding.Rule{ID: "byte-order-mark", Title: "The file begins with a byte order mark",
		Group: finding.Text, Severity: finding.Warning}
	repeat = &finding.Rule{ID: "repeat-limit", Title: "A widget leads back to itself without a counter",
		Group: finding.Paths, Severity: finding.Note, Doc: "Studio cuts it off after ten repeats (81001)."}
	style = &finding.Rule{ID: "default-name", Title: "A widget has the name the editor gave it",
		Group: finding.Values, Severity: finding.Off, Doc: "By choice only."}
	tooLarge = &finding.Rule{ID: "definition-size", Title: "The definition is too large",
		Group: finding.Text, Severity: finding.Error, Rejected: true, Doc: "Twilio takes less than 1 MB."}

	catalogue = []*finding.Rule{schemaRule, mark, tooLarge, dangling, voice, repeat, style}
)

const ivr = `{
	"description": "Grüße 日本語 👋",
	"states": [
		{"name": "Trigger", "transitions": [{"event": "incomingMessage", "next": "greet"}]},
		{"name": "greet", "properties": {"text": "日本語", "timeout": "5"}, "transitions": [{"event": "sent", "next": "mneu"}]},
		{"name": "menu", "transitions": [{"event": "noMatch", "next": "menu"}]}
	]
}
`

// sample is a run that has something of everything.
func sample(t testing.TB) *finding.Result {
	flow := source.Parse("flows/ivr.json", []byte(ivr))
	states := flow.Root().Get("states")
	next := func(i int) source.Node { return states.At(i).Get("transitions").At(0).Get("next") }
	minified := source.Parse("flows/mini füllt #1.json", []byte(`{"description":"`+strings.Repeat("lorem 👋 ", 300)+`","states":[{"name":"a","next":"b"}],"tail":"`+strings.Repeat("x", 500)+`"}`))
	request := source.Parse("request.json", []byte(`{"Definition": "{\"states\": [{\"name\": \"a\", \"next\": \"b\"}]}"}`))
	inner := request.Root().Get("Definition").Parse()
	bom := source.Parse("flows/bom.json", []byte("\ufeff{\"states\": []}\n"))
	large := &source.File{Path: "flows/large.json", Bytes: []byte(`{"states": [`), Size: 20 << 20}

	r := result(
		found(schemaRule, states.At(1).Get("properties").Get("timeout"),
			`"timeout" must be a whole number, not the text "5": write 5`,
			func(d *finding.Diagnostic) {
				d.Widget = "greet"
				d.Says("#/states/1/properties/timeout", "string found, integer expected")
				d.Fixes = []finding.Fix{write("Write 5", true, d.At, "5")}
			}),
		found(dangling, next(1), `"greet" goes to "mneu" on "sent", but no widget has that name; did you mean "menu"?`,
			func(d *finding.Diagnostic) {
				d.Widget = "greet"
				d.Relate(states.At(2).Get("name"), `"menu" is here`)
			}),
		found(voice, states.At(2).Get("name"), `"menu" needs a call, but a message leads to it`,
			func(d *finding.Diagnostic) {
				d.Widget = "menu"
				d.Path = []finding.Step{
					{Widget: "Trigger", Event: "incomingMessage", At: next(0).Place()},
					{Widget: "greet", Event: "sent", At: next(1).Place()},
					{Widget: "menu", At: states.At(2).Get("name").Place()},
				}
			}),
		found(repeat, next(2), `"menu" leads back to itself on "noMatch"`, func(d *finding.Diagnostic) { d.Widget = "menu" }),
		found(repeat, next(2), `accepted long ago`, func(d *finding.Diagnostic) {
			d.Suppressed = &finding.Suppression{Kind: "baseline", Reason: "in the baseline"}
		}),
		found(repeat, next(0), `accepted in the flow`, func(d *finding.Diagnostic) {
			d.Suppressed = &finding.Suppression{Kind: "directive", Reason: "we count elsewhere"}
		}),
		found(dangling, at(t, minified, `"b"`), `"a" goes to "b", but no widget has that name`),
		found(mark, bom.Place(source.Span{Start: 0, End: 3}), "the file begins with a byte order mark; Twilio's tools fail on it",
			func(d *finding.Diagnostic) {
				d.Fixes = []finding.Fix{write("Remove it", true, d.At, "")}
			}),
		found(tooLarge, large.Place(source.Span{}), "the file has 20 MB; Twilio takes less than 1 MB"),
		found(dangling, inner.Root().Get("states").At(0).Get("next"), `"a" goes to "b", but no widget has that name`,
			func(d *finding.Diagnostic) {
				d.Fixes = []finding.Fix{{Title: "Go to a", Changes: []source.Edit{d.At.Node.SetText("a")}}}
			}),
	)
	r.Files, r.Flows, r.Skipped, r.Unread = 7, 6, 2, []string{"src/main.ts"}
	r.Problems = []error{
		errors.New("read flows/locked.json: permission denied"),
		&finding.InternalError{Rule: "schema", File: "flows/ivr.json", Cause: "index out of range", Stack: []byte("goroutine 1")},
	}
	return r
}

// nasty is a name that holds what some format takes for its own.
const nasty = "a\nb\r%0A::error::x\t`whoami`$(id)|<script>alert(1)</script>]]>&amp;\x00\x1b[31m\u202eevil\u2066\u200b\u00a0\xff @user https://evil.example www.evil.example #1 [x](1) ##[error]x ##vso[task] \\| {{flow}}"

// hostile is a run over files whose authors mean harm.
func hostile(testing.TB) *finding.Result {
	var list []*finding.Diagnostic
	for i, name := range []string{nasty, strings.Repeat("n", 10_000), strings.Repeat("wörd ", 2000), "::error::x", " ::x", "x:1:2: error: y [schema]", `]]>"'<&`, ""} {
		f := source.Parse(fmt.Sprintf("%s/%d.json", name[:min(len(name), 200)], i), []byte(`{"name": "`+name+`"}`))
		span := source.Span{Start: 9, End: len(f.Bytes) - 1}
		list = append(list, found(dangling, f.Place(span), fmt.Sprintf("%s goes to %q: error: y [schema]", name, name), func(d *finding.Diagnostic) {
			d.Widget = name
			d.Says("#/"+name, name)
			d.Relate(f.Place(span), name)
			d.Path = []finding.Step{{Widget: name, Event: name, At: f.Place(span)}, {Widget: name, At: f.Place(span)}}
			d.Fixes = []finding.Fix{write(name, true, d.At, name)}
		}))
	}
	r := result(list...)
	r.Problems, r.Unread = []error{errors.New("cannot read " + nasty)}, []string{nasty}
	r.Diagnostics[1].Suppressed = &finding.Suppression{Kind: "ignore", Reason: nasty}
	return r
}

// many is a run with n findings in a few files.
func many(n int) *finding.Result {
	files := make([]*source.File, 10)
	for i := range files {
		files[i] = source.Parse(fmt.Sprintf("flows/%d.json", i), []byte(ivr))
	}
	list := make([]*finding.Diagnostic, n)
	for i := range list {
		node := files[i%10].Root().Get("states").At(1).Get("transitions").At(0).Get("next")
		rule := catalogue[i%6]
		list[i] = found(rule, node, fmt.Sprintf(`"greet" goes to "mneu%d", but no widget has that name; did you mean "menu"?`, i))
	}
	return result(list...)
}
