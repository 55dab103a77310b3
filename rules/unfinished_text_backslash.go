package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportBackslashes reports the texts for a person in which a line break is written as a backslash
// and a letter: once, since they were most likely made by the same hand.
func reportBackslashes(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if len(w.Facts.Content) == 0 || w.Needs() != schemas.NeedsMessage && w.Needs() != schemas.NeedsCall {
			continue
		}
		n := effects.Prompt(w)
		start, end := writtenBreak(n.Text())
		if end == 0 || !p.Flow.Reachable(w) {
			continue
		}
		sees, breaks := "shows", n.Text()[start:end]
		if w.Needs() == schemas.NeedsCall {
			sees = "reads out"
		}
		switch {
		case d == nil:
			d = p.Reportf(n.Part(start, end), "%s %s %s as it stands here, and not a line break; write the break itself (in the file: %s)",
				w.Label(), sees, words.Quote(breaks), breaks[:2]).Identify(w.Label())
		default:
			d.Also(n.Part(start, end), "so does "+w.Label())
		}
	}
}

// writtenBreak returns where a text has a backslash and the letter of a line break as text, those after
// it included; 0, 0 where it has none. Liquid has such in its arguments, and so have JSON and the
// paths of Windows.
func writtenBreak(text string) (start, end int) {
	if strings.IndexByte(text, '\\') < 0 || strings.HasPrefix(strings.TrimSpace(text), "{\"") {
		return 0, 0
	}
	for at := 0; at < len(text); {
		switch rest := text[at:]; {
		case strings.HasPrefix(rest, "{{"), strings.HasPrefix(rest, "{%"):
			closed := strings.IndexByte(rest, '}')
			if closed < 0 {
				return 0, 0
			}
			at += closed + 1
		case breaksLines(rest) > 0 && !inPath(text, at):
			for end = at; breaksLines(text[end:]) > 0; {
				end += breaksLines(text[end:])
			}
			return at, end
		default:
			at++
		}
	}
	return 0, 0
}

// breaksLines returns how long the written line break is with which a text begins; 0 for none.
func breaksLines(text string) int {
	if strings.HasPrefix(text, `\n`) || strings.HasPrefix(text, `\r`) {
		return len(`\n`)
	}
	return 0
}

// inPath reports whether a backslash stands in a path: C:\new, \\server\reports.
func inPath(text string, at int) bool {
	word := text[strings.LastIndexAny(text[:at], " \n\t")+1 : at]
	return strings.HasSuffix(word, `\`) || strings.Contains(word, `:\`) || strings.HasPrefix(word, `\\`) ||
		len(word) == len("C:") && word[1] == ':'
}
