// Package page writes what was found in flows as one HTML page: the list of findings
// beside the picture of the flow. The page needs nothing but itself: no network, no font,
// no program but its own, whose hash it names. All that comes from a flow is text.
package page

import (
	"bufio"
	"crypto/sha256"
	_ "embed" // the style and the program of the page
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"strings"

	"studiolint/lint/draw"
	"studiolint/lint/words"
)

//go:embed page.css
var style string

//go:embed page.js
var program string

// maxPictures is how many flows a page draws; of others it has the findings.
const maxPictures = 300

// A Page is what the page shows besides flows.
type Page struct {
	Title    string
	Summary  string   // in one line
	Problems []string // why something is missing
	RuleURL  func(id string) string

	Lists Subject
}

// A Subject is what the lists of a page tell of.
type Subject int

// The subjects.
const (
	Findings    Subject = iota
	Differences         // the sections are pairs: flows as they were and as they are
	Coverage
)

// A Section is a flow as the page has it, or findings that are in no flow. It holds
// nothing of the flow's file.
type Section struct {
	title    string
	note     string   // below the title in the list; "" for nothing
	leftOut  []string // what could not be drawn, a sentence each
	list     []byte   // the items of the list
	items    []listed
	pictures []picture // nil when there is none
}

// listed is what the filters know of an item: a severity or another kind, and a rule.
type listed struct{ kind, rule string }

// Write writes the page.
func (p *Page) Write(w io.Writer, sections []*Section) error {
	out := bufio.NewWriterSize(w, 1<<16)
	drawn := 0
	for _, s := range sections {
		if s.pictures == nil {
			continue
		}
		if drawn++; drawn > maxPictures {
			s.pictures = nil
		}
	}
	problems := p.Problems
	if drawn > maxPictures {
		problems = append(problems[:len(problems):len(problems)], fmt.Sprintf("%d flows are not drawn: a page draws %d", drawn-maxPictures, maxPictures))
	}
	fmt.Fprintf(out, head, hash(draw.Style+style), hash(program), Text(p.Title), draw.Style+style)
	p.writeHeader(out, sections, problems)
	out.WriteString("<main>\n")
	p.writeList(out, sections)
	p.writeCanvas(out, sections)
	fmt.Fprintf(out, tail, p.names().entry)
	fmt.Fprintf(out, "<script>%s</script>\n</body>\n</html>\n", program)
	return out.Flush()
}

// names are what the parts of a page are called.
type names struct{ list, entry, none, empty string }

func (p *Page) names() names {
	switch p.Lists {
	case Differences:
		return names{"Differences", "difference", "No difference fits the filters.", "No change in meaning."}
	case Coverage:
		return names{"Coverage", "entry", "No entry fits the filters.", "No test ran."}
	}
	return names{"Findings", "finding", "No finding fits the filters.", "Nothing was found."}
}

// writeCanvas writes the pictures: of pairs, one view for the flows as they were, and one
// for them as they are.
func (p *Page) writeCanvas(out *bufio.Writer, sections []*Section) {
	views := []struct{ label, head string }{{"The flow", ""}}
	class := ""
	if p.Lists == Differences {
		views = []struct{ label, head string }{{"The flow before", "Before"}, {"The flow after", "After"}}
		class = ` class="two"`
	}
	fmt.Fprintf(out, `<section id="canvas"%s aria-label="Canvas">`+"\n", class)
	for v, view := range views {
		if view.head != "" {
			fmt.Fprintf(out, `<h2 class="side">%s</h2>`, view.head)
		}
		fmt.Fprintf(out, `<div class="view" tabindex="0" role="group" aria-label="%s: arrow keys move it, plus and minus zoom">`+"\n", view.label)
		n := 0
		for _, s := range sections {
			if s.pictures == nil {
				continue
			}
			n++
			title := s.title
			if view.head != "" {
				title = view.head + ": " + title
			}
			fmt.Fprintf(out, `<div class="stage"><h2 class="printed">%s</h2>`+"\n", Text(title))
			out.Write(s.pictures[v].svg)
			out.WriteString(`</div><script type="application/json" class="data">`)
			out.Write(s.pictures[v].data)
			out.WriteString("</script>\n")
		}
		if n == 0 {
			out.WriteString("<p class=\"nothing\">There is no flow to draw.</p>\n")
		}
		out.WriteString("</div>\n")
	}
}

const head = `<!DOCTYPE html>
<html lang="en" class="flow">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>%s</title>
<style>%s</style>
</head>
<body>
`

const tail = `<div id="zoom" role="group" aria-label="Zoom"><button type="button" id="side" hidden></button><button type="button" id="in" aria-label="Zoom in">+</button><button type="button" id="out" aria-label="Zoom out">−</button><button type="button" id="fit">Fit</button></div>
</section>
<section id="details" aria-label="Widget" hidden></section>
</main>
<footer><p id="keys">Keys: <kbd>/</kbd> search, <kbd>j</kbd> <kbd>k</kbd> next and previous %s, <kbd>+</kbd> <kbd>−</kbd> <kbd>0</kbd> zoom, arrows move, <kbd>Esc</kbd> closes.</p>
<p id="said" role="status"></p></footer>
`

// hash is the source by which a policy allows a text.
func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// Text writes a text for HTML, with nothing hidden in it.
func Text(s string) string { return html.EscapeString(words.Visible(strings.ToValidUTF8(s, "\uFFFD"))) }

func (p *Page) writeHeader(out *bufio.Writer, sections []*Section, problems []string) {
	fmt.Fprintf(out, "<header>\n<h1>%s</h1>\n<p id=\"summary\">%s</p>\n", Text(p.Title), Text(p.Summary))
	for _, s := range problems {
		fmt.Fprintf(out, "<p class=\"problem\">%s</p>\n", Text(s))
	}
	out.WriteString("<div id=\"tools\">\n")
	writeChoice(out, sections)
	fmt.Fprintf(out, `<label>Search <input type="search" id="search" placeholder="widgets and %s"></label>`+"\n", strings.ToLower(p.names().list))
	kinds, rules := map[string]int{}, map[string]int{}
	var order []string
	for _, s := range sections {
		for _, item := range s.items {
			kinds[item.kind]++
			if item.rule == "" {
				continue
			}
			if rules[item.rule]++; rules[item.rule] == 1 {
				order = append(order, item.rule)
			}
		}
	}
	for _, k := range kindOrder {
		if n := kinds[k]; n > 0 {
			fmt.Fprintf(out, `<label class="severity"><input type="checkbox" checked value="%s"> %s</label>`+"\n", k, countOf(n, k))
		}
	}
	if len(order) > 0 {
		out.WriteString(`<label>Rule <select id="rules"><option value="">all</option>`)
		for _, r := range order {
			fmt.Fprintf(out, `<option value="%s">%s (%d)</option>`, Text(r), Text(r), rules[r])
		}
		out.WriteString("</select></label>\n")
	}
	out.WriteString("</div>\n</header>\n")
}

// kindOrder are the kinds of items in the order of their filters.
var kindOrder = []string{"added", "removed", "renamed", "rewired", "branch", "changed", "error", "warning", "note", "gone", "missed", "taken"}

// countOf says how many items of a kind there are.
func countOf(n int, kind string) string {
	switch kind {
	case "error", "warning", "note":
		return words.Plural(n, kind)
	case "branch":
		return strings.Replace(words.Plural(n, kind), "branchs", "branches", 1)
	case "gone":
		return words.Plural(n, "finding") + " gone"
	}
	return fmt.Sprintf("%d %s", n, kind)
}

// writeChoice writes the list from which one of several flows is chosen.
func writeChoice(out *bufio.Writer, sections []*Section) {
	var titles []string
	for _, s := range sections {
		if s.pictures != nil {
			titles = append(titles, s.title)
		}
	}
	if len(titles) < 2 {
		return
	}
	out.WriteString(`<label>Flow <select id="flows">`)
	for i, title := range titles {
		fmt.Fprintf(out, `<option value="%d">%s</option>`, i, Text(title))
	}
	out.WriteString("</select></label>\n")
}

func (p *Page) writeList(out *bufio.Writer, sections []*Section) {
	fmt.Fprintf(out, "<section id=\"list\" aria-label=\"%s\">\n<div id=\"widgets\"></div>\n", p.names().list)
	flow := -1
	all := 0
	for _, s := range sections {
		at := -1
		if s.pictures != nil {
			flow++
			at = flow
		}
		leftOut := s.leftOut
		if s.pictures == nil {
			leftOut = nil // all of it is
		}
		if len(s.items) == 0 && s.note == "" && len(leftOut) == 0 {
			continue
		}
		if len(s.items) > 0 || s.note != "" {
			all++
		}
		fmt.Fprintf(out, "<section class=\"file\" data-flow=\"%d\">", at)
		if len(sections) > 1 || s.title != p.Title { // else the page says it already
			fmt.Fprintf(out, "<h2>%s</h2>", Text(s.title))
		}
		out.WriteByte('\n')
		if s.note != "" {
			fmt.Fprintf(out, "<p class=\"summary\">%s</p>\n", Text(s.note))
		}
		writeLeftOut(out, leftOut)
		if len(s.items) > 0 {
			fmt.Fprintf(out, "<ol>\n%s</ol>", s.list)
		}
		out.WriteString("</section>\n")
	}
	if all == 0 {
		fmt.Fprintf(out, "<p class=\"nothing\">%s</p>\n", p.names().empty)
	}
	fmt.Fprintf(out, "<p class=\"nothing\" id=\"none\" hidden>%s</p>\n</section>\n", p.names().none)
}

// writeLeftOut writes, with the findings of a flow, what its picture lacks; behind one line when that is much.
func writeLeftOut(out *bufio.Writer, lines []string) {
	const most = 2
	if len(lines) > most {
		out.WriteString("<details class=\"leftout\"><summary>Not everything is drawn</summary>\n")
		defer out.WriteString("</details>\n")
	}
	for _, line := range lines {
		fmt.Fprintf(out, "<p class=\"leftout\">%s</p>\n", Text(line))
	}
}
