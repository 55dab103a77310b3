package accept

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"studiolint/lint/config"
	"studiolint/lint/finding"
	"studiolint/lint/project"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// maxDirectives is how many directives of a flow count.
const maxDirectives = 1000

// A directive accepts findings in the flow it stands in.
type directive struct {
	exception
	document *project.Document
	at       source.Place
	problem  string // why it does not count; "" when it does
}

// directives reads those in a flow's description.
func (run *Run) directives(d *project.Document) []*directive {
	if d.Flow == nil {
		return nil
	}
	description := d.Flow.Definition.Get("description")
	decoded := description.Decoded()
	text := decoded.Text
	starts := run.directiveStarts(text, d.Config)
	var list []*directive
	for i, start := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		if n := strings.IndexAny(text[start:end], "\r\n"); n >= 0 {
			end = start + n
		}
		written := strings.TrimRight(text[start:end], " \t;")
		next := run.parseDirective(written[len(finding.DirectiveWord):], d.Config)
		next.document = d
		next.at = description.Place()
		next.at.Span = decoded.Span(start, start+len(written))
		if i == maxDirectives {
			next.problem = fmt.Sprintf("a flow has at most %d directives; this one and those after it do not count", maxDirectives)
			return append(list, next)
		}
		list = append(list, next)
	}
	return list
}

// directiveStarts returns where directives begin: the word at the beginning of a
// line or after a semicolon, and elsewhere when the name of a rule follows, so
// that prose about directives is none.
func (run *Run) directiveStarts(text string, c *config.Config) []int {
	var starts []int
	for at := 0; len(starts) <= maxDirectives; {
		i := strings.Index(text[at:], finding.DirectiveWord)
		if i < 0 {
			break
		}
		start := at + i
		at = start + len(finding.DirectiveWord)
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[at:])
		if isWordRune(before) || isWordRune(after) {
			continue
		}
		lead := strings.TrimRight(text[:start], " \t-*#")
		if lead == "" || strings.ContainsAny(lead[len(lead)-1:], "\r\n;") || run.rule(firstWord(text[at:]), c) != nil {
			starts = append(starts, start)
		}
	}
	return starts
}

func isWordRune(r rune) bool {
	return r == '-' || r == '_' || r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// firstWord returns the word at the beginning of a text, up to a space or colon.
func firstWord(s string) string {
	s = strings.TrimLeft(s, " \t")
	if i := strings.IndexFunc(s, func(r rune) bool { return r == ':' || r == ';' || unicode.IsSpace(r) }); i >= 0 {
		s = s[:i]
	}
	return s
}

// parseDirective reads what follows the word.
func (run *Run) parseDirective(s string, c *config.Config) *directive {
	d := &directive{}
	head, reason, _ := strings.Cut(s, ":")
	d.rule = firstWord(head)
	d.last = run.isLast(d.rule)
	widget := strings.TrimSpace(head)[len(d.rule):]
	if widget = strings.Trim(strings.TrimSpace(widget), `"'`); widget != "" && widget != "*" {
		d.widgets = []string{widget}
	}
	d.why = finding.Suppression{Kind: "directive", Reason: strings.TrimSpace(reason)}
	const form = finding.DirectiveWord + " RULE WIDGET: reason"
	switch {
	case d.rule == "":
		d.problem = fmt.Sprintf("this directive names no rule, so it does not count; write %q", form)
	case run.rule(d.rule, c) == nil:
		d.problem = fmt.Sprintf("this directive does not count, since there is no rule %q%s", d.rule, words.DidYouMean(d.rule, run.ruleIDs(c)))
	case d.why.Reason == "":
		d.problem = fmt.Sprintf("this directive gives no reason, so it does not count; write %q", form)
	}
	return d
}

// ruleIDs returns the IDs of the rules in the order of the catalogue, those that a
// configuration declares last.
func (run *Run) ruleIDs(c *config.Config) []string {
	var ids []string
	for _, r := range append(run.Rules[:len(run.Rules):len(run.Rules)], run.house(c)...) {
		ids = append(ids, r.ID)
	}
	return ids
}
