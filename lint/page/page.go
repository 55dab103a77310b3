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
	"studiolint/lint/finding"
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
}

// A Section is a flow as the page has it, or findings that are in no flow. It holds
// nothing of the flow's file.
type Section struct {
	LeftOut []string // what could not be drawn, a sentence each

	title    string
	list     []byte // the items of the findings
	svg      []byte // nil when there is no picture
	data     []byte // JSON
	findings []listed
}

// Title is what the flow is called.
func (s *Section) Title() string { return s.title }

// listed is what the filters know of a finding.
type listed struct {
	severity finding.Severity
	rule     string
}

// Write writes the page.
func (p *Page) Write(w io.Writer, sections []*Section) error {
	out := bufio.NewWriterSize(w, 1<<16)
	drawn := 0
	for _, s := range sections {
		if s.svg == nil {
			continue
		}
		if drawn++; drawn > maxPictures {
			s.svg, s.data = nil, nil
		}
	}
	problems := p.Problems
	if drawn > maxPictures {
		problems = append(problems[:len(problems):len(problems)], fmt.Sprintf("%d flows are not drawn: a page draws %d", drawn-maxPictures, maxPictures))
	}
	fmt.Fprintf(out, head, hash(draw.Style+style), hash(program), text(p.Title), draw.Style+style)
	p.writeHeader(out, sections, problems)
	out.WriteString("<main>\n")
	writeList(out, sections)
	out.WriteString(`<section id="canvas" aria-label="Canvas"><div id="view" tabindex="0" role="group" aria-label="The flow: arrow keys move it, plus and minus zoom">` + "\n")
	n := 0
	for _, s := range sections {
		if s.svg == nil {
			continue
		}
		n++
		fmt.Fprintf(out, `<div class="stage"><h2 class="printed">%s</h2>`+"\n", text(s.title))
		out.Write(s.svg)
		out.WriteString(`</div><script type="application/json" class="data">`)
		out.Write(s.data)
		out.WriteString("</script>\n")
	}
	if n == 0 {
		out.WriteString("<p class=\"nothing\">There is no flow to draw.</p>\n")
	}
	out.WriteString(tail)
	fmt.Fprintf(out, "<script>%s</script>\n</body>\n</html>\n", program)
	return out.Flush()
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

const tail = `</div>
<div id="zoom" role="group" aria-label="Zoom"><button type="button" id="in" aria-label="Zoom in">+</button><button type="button" id="out" aria-label="Zoom out">−</button><button type="button" id="fit">Fit</button></div>
</section>
<section id="details" aria-label="Widget" hidden></section>
</main>
<footer><p id="keys">Keys: <kbd>/</kbd> search, <kbd>j</kbd> <kbd>k</kbd> next and previous finding, <kbd>+</kbd> <kbd>−</kbd> <kbd>0</kbd> zoom, arrows move, <kbd>Esc</kbd> closes.</p>
<p id="said" role="status"></p></footer>
`

// hash is the source by which a policy allows a text.
func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// text writes a text for HTML, with nothing hidden in it.
func text(s string) string { return html.EscapeString(words.Visible(strings.ToValidUTF8(s, "\uFFFD"))) }

func (p *Page) writeHeader(out *bufio.Writer, sections []*Section, problems []string) {
	fmt.Fprintf(out, "<header>\n<h1>%s</h1>\n<p id=\"summary\">%s</p>\n", text(p.Title), text(p.Summary))
	for _, s := range problems {
		fmt.Fprintf(out, "<p class=\"problem\">%s</p>\n", text(s))
	}
	out.WriteString("<div id=\"tools\">\n")
	writeChoice(out, sections)
	out.WriteString(`<label>Search <input type="search" id="search" placeholder="widgets and findings"></label>` + "\n")
	counts, rules := map[finding.Severity]int{}, map[string]int{}
	var order []string
	for _, s := range sections {
		for _, f := range s.findings {
			counts[f.severity]++
			if rules[f.rule]++; rules[f.rule] == 1 {
				order = append(order, f.rule)
			}
		}
	}
	for _, s := range []finding.Severity{finding.Error, finding.Warning, finding.Note} {
		if counts[s] > 0 {
			fmt.Fprintf(out, `<label class="severity"><input type="checkbox" checked value="%s"> %s</label>`+"\n", s, words.Plural(counts[s], s.String()))
		}
	}
	if len(order) > 0 {
		out.WriteString(`<label>Rule <select id="rules"><option value="">all</option>`)
		for _, r := range order {
			fmt.Fprintf(out, `<option value="%s">%s (%d)</option>`, text(r), text(r), rules[r])
		}
		out.WriteString("</select></label>\n")
	}
	out.WriteString("</div>\n</header>\n")
}

// writeChoice writes the list from which one of several flows is chosen.
func writeChoice(out *bufio.Writer, sections []*Section) {
	var titles []string
	for _, s := range sections {
		if s.svg != nil {
			titles = append(titles, s.title)
		}
	}
	if len(titles) < 2 {
		return
	}
	out.WriteString(`<label>Flow <select id="flows">`)
	for i, title := range titles {
		fmt.Fprintf(out, `<option value="%d">%s</option>`, i, text(title))
	}
	out.WriteString("</select></label>\n")
}

func writeList(out *bufio.Writer, sections []*Section) {
	out.WriteString("<section id=\"list\" aria-label=\"Findings\">\n<div id=\"widgets\"></div>\n")
	flow := -1
	all := 0
	for _, s := range sections {
		at := -1
		if s.svg != nil {
			flow++
			at = flow
		}
		if len(s.findings) == 0 {
			continue
		}
		all += len(s.findings)
		fmt.Fprintf(out, "<section class=\"file\" data-flow=\"%d\"><h2>%s</h2>\n<ol>\n", at, text(s.title))
		out.Write(s.list)
		out.WriteString("</ol></section>\n")
	}
	if all == 0 {
		out.WriteString("<p class=\"nothing\">Nothing was found.</p>\n")
	}
	out.WriteString("<p class=\"nothing\" id=\"none\" hidden>No finding fits the filters.</p>\n</section>\n")
}
