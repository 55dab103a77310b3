// Package placeholder tells what is filled in before a flow is deployed: by a tool
// (${NAME}, <%= NAME %>) or by a person (YOUR_DOMAIN, [NAME], a masked SID).
package placeholder

import (
	"slices"
	"strconv"
	"strings"

	"studiolint/lint/words"
	"studiolint/schemas"
)

// In reports whether a text is or holds a placeholder of any form.
func In(s string) bool {
	return mayHold(s) && (byTool.MatchString(s) || byPerson.MatchString(s))
}

// Left reports whether a text holds what a person was to replace.
func Left(s string) bool { return mayHold(s) && byPerson.MatchString(s) }

// Spans returns where a person was to replace something in a text, in bytes: from
// and up to.
func Spans(s string) [][2]int {
	if !mayHold(s) {
		return nil
	}
	var spans [][2]int
	for _, m := range byPerson.FindAllStringIndex(s, -1) {
		word := strings.TrimRight(strings.TrimPrefix(s[m[0]:m[1]], "://"), "@/:?#")
		start := m[0] + strings.Index(s[m[0]:m[1]], word)
		spans = append(spans, [2]int{start, start + len(word)})
	}
	return spans
}

// Token reports whether a text holds what certainly a tool fills in, whatever the
// text is: ${NAME}, %{ if }.
func Token(s string) bool { return strings.Contains(s, "${") || strings.Contains(s, "%{") }

// Marked returns what a tool certainly fills in at the beginning of a text, between marks of its own: ${NAME},
// <%= name %>, %%NAME%%; "" for nothing.
func Marked(s string) string {
	for _, m := range marks {
		if rest, ok := strings.CutPrefix(s, m.open); ok {
			name, _, closed := strings.Cut(rest, m.end)
			if closed && name != "" && !strings.ContainsAny(name, "\"\n") && (m.open != m.end || !strings.Contains(name, " ")) {
				return s[:len(m.open)+len(name)+len(m.end)]
			}
		}
	}
	return ""
}

var marks = []struct{ open, end string }{{"${", "}"}, {"<%", "%>"}, {"%%", "%%"}}

// Name reports whether a text, where a number, a SID or an address belongs, is only
// the name of one: ADMIN_PHONE_NUMBER, <channel>, {{service-url}}. A text for people may hold such
// words.
func Name(s string) bool {
	return s != "" && (mayName(s) && valueName.MatchString(s) || Dummy(s))
}

// mayName looks at the letters that a name begins and ends with.
func mayName(s string) bool {
	switch s[0] {
	case '<':
		return strings.HasSuffix(s, ">")
	case '[':
		return strings.HasSuffix(s, "]")
	case '{':
		return strings.HasSuffix(s, "}}") && strings.Contains(s, "-") && !strings.Contains(s, ".")
	}
	for i := range len(s) {
		if c := s[i]; !('A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_') {
			return false
		}
	}
	return startsWithCapital(s) && strings.Contains(s, "_")
}

// Filler returns where in a text for a person there are words that only stand for others,
// in bytes: from and up to.
func Filler(s string) (span [2]int, ok bool) {
	if !mayFill(s) {
		return span, false
	}
	m := filler.FindStringIndex(s)
	if m == nil {
		return span, false
	}
	word := strings.TrimSpace(s[m[0]:m[1]])
	start := m[0] + strings.Index(s[m[0]:m[1]], word)
	return [2]int{start, start + len(word)}, true
}

func mayFill(s string) bool {
	const longest = 60 // of a text that is nothing else
	if len(s) > longest {
		return strings.Contains(s, "psum")
	}
	return mayBeFiller(s)
}

// mayBeFiller looks at how a text begins and ends: most need no regular expression, which
// takes longer to be made than a small flow to be checked.
func mayBeFiller(s string) bool {
	if holdsLatin(s) {
		return true
	}
	first := s
	for first != "" && strings.IndexByte(" \t\n\f\r([\"'<", first[0]) >= 0 {
		first = first[1:]
	}
	if first == "" || !slices.ContainsFunc(fillerBegins[first[0]|0x20], func(word string) bool {
		return len(first) >= len(word) && strings.EqualFold(first[:len(word)], word)
	}) {
		return false
	}
	lower := strings.ToLower(s)
	lower = strings.TrimRight(strings.TrimLeft(lower, " \t\n\f\r([\"'<"), " \t\n\f\r.…!)]\"'>")
	return slices.ContainsFunc(fillerEnds, func(word string) bool { return strings.HasSuffix(lower, word) })
}

// holdsLatin reports whether a text may hold the word ipsum.
func holdsLatin(s string) bool {
	for i := 0; i+len("psum") <= len(s); i++ {
		if s[i]|0x20 == 'p' && strings.EqualFold(s[i:i+len("psum")], "psum") {
			return true
		}
	}
	return false
}

// Bracketed returns where in a text that is spoken words stand in brackets, which nobody
// writes for a voice to read, in bytes: from and up to.
func Bracketed(s string) (span [2]int, ok bool) {
	if strings.IndexByte(s, '[') < 0 {
		return span, false
	}
	m := bracketed.FindStringIndex(s)
	if m == nil || m[0] > 0 && !strings.ContainsRune(" \n\t\"'(,;:-", rune(s[m[0]-1])) || strings.Contains(s, "{%") {
		return span, false
	}
	return [2]int{m[0], m[1]}, true
}

// HostIn returns where in an address its host is, in bytes, and whether that is kept for
// examples or stands for one's own: api.example.com, yourdomain.com.
func HostIn(url string) (span [2]int, ok bool) {
	scheme, rest, ok := strings.Cut(url, "://")
	if !ok {
		return span, false
	}
	host := rest[:strings.IndexAny(rest+"/", "/?#")]
	start := len(scheme) + len("://")
	if i := strings.LastIndexByte(host, '@'); i >= 0 {
		host, start = host[i+1:], start+i+1
	}
	if i := strings.IndexByte(host, ':'); i >= 0 {
		host = host[:i]
	}
	lower := strings.ToLower(host)
	return [2]int{start, start + len(host)}, isSample(lower) || standsForOne(lower) || isCamelled(host) || isNoNumber(lower)
}

// isNoNumber reports whether a host is four numbers, as they are or in a name of Amazon's
// (ec2-11-22-33-444.compute-1.amazonaws.com), one of which is too large for the address of a computer.
func isNoNumber(host string) bool {
	const numbers, most = 4, 255
	rest, sign := host, "."
	if own, ok := strings.CutPrefix(host, "ec2-"); ok {
		own, _, _ = strings.Cut(own, ".")
		rest, sign = own, "-"
	}
	if rest == "" || !isDigit(rest[0]) || strings.Count(rest, sign) != numbers-1 {
		return false
	}
	large := false
	for part := range strings.SplitSeq(rest, sign) {
		n, err := strconv.Atoi(part)
		if err != nil || n < 0 {
			return false
		}
		large = large || n > most
	}
	return large
}

// isCamelled reports whether a host is named after what is to stand there, in capitals and small letters:
// placeholderDomain.twil.io, yourServer.example.net.
func isCamelled(host string) bool {
	return slices.ContainsFunc(camelled, func(word string) bool {
		rest, ok := strings.CutPrefix(host, word)
		return ok && startsWithCapital(rest)
	})
}

// camelled are the words with which such a name begins.
var camelled = []string{"placeholder", "your", "example", "changeMe", "changeme", "replaceMe", "replaceme"}

// isSample reports whether a host, in small letters, is kept for examples, or stands for one's own.
func isSample(host string) bool {
	if below, ok := schemas.SpecimenHost(host); ok {
		return isAbove(below)
	}
	above, last := splitHost(host)
	switch last {
	case "com", "org", "net", "io":
	default:
		return false
	}
	above, name := splitHost(strings.TrimSuffix(above, "."))
	switch {
	case !isAbove(above):
		return false
	case name == "domain":
		return last == "com"
	}
	own, ok := strings.CutPrefix(name, "my")
	if !ok {
		own, ok = strings.CutPrefix(name, "your")
	}
	return ok && slices.Contains(ownHosts, strings.TrimPrefix(own, "-"))
}

// standsForOne reports whether a label of a host says that it only stands for another one:
// placeholder, your-domain-1234, replace-me. Hosts that serve pictures or data of that name are none.
func standsForOne(host string) bool {
	if !words.HoldsAny(host, "placeholder", "your", "replace", "change") {
		return false
	}
	for label := range strings.SplitSeq(host, ".") {
		label = "-" + label + "-"
		for _, word := range sampleLabels {
			if strings.Contains(label, word) && !strings.HasSuffix(host, "placeholder.com") {
				return true
			}
		}
	}
	return false
}

// sampleLabels are parts of a label, between hyphens, of a host that is no host yet.
var sampleLabels = []string{"-placeholder-", "-your-domain-", "-yourdomain-", "-your-subdomain-", "-your-service-", "-your-functions-", "-replace-me-", "-replaceme-", "-change-me-", "-changeme-"}

// ownHosts are what one's own host is called, after my or your.
var ownHosts = []string{"domain", "company", "site", "website", "server", "app", "api", "host", "backend"}

// splitHost returns the last label of a host, and what is before it, with its dot.
func splitHost(host string) (above, last string) {
	i := strings.LastIndexByte(host, '.') + 1
	return host[:i], host[i:]
}

// isAbove reports whether labels with a dot after them, or nothing, may stand before a host.
func isAbove(labels string) bool { return labels != "." && strings.IndexByte(labels, '\n') < 0 }

// Whole reports whether a text stands for something that is filled in later as a
// whole, such as a definition: ${NAME}, {{ NAME }}, <NAME>, [NAME], @file, NAME.
func Whole(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" {
		return false
	}
	for _, opening := range []string{"$", "@", "%", "<", "{{", "{%"} {
		if strings.HasPrefix(s, opening) {
			return true
		}
	}
	name := strings.TrimSuffix(strings.TrimPrefix(s, "["), "]")
	return name != "" && 'A' <= name[0] && name[0] <= 'Z' &&
		strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == ""
}

// Begins reports whether a placeholder begins at a byte of a text, so that a template
// engine makes JSON of it.
func Begins(text []byte, at int) bool {
	for _, opening := range []string{"$", "%{", "<%", "{{", "{%", "{#"} {
		// Where a value belongs, the first brace passes for an object.
		if hasPrefix(text[at:], opening) || opening[0] == '{' && at > 0 && hasPrefix(text[at-1:], opening) {
			return true
		}
	}
	return false
}

func hasPrefix(text []byte, prefix string) bool {
	return len(text) >= len(prefix) && string(text[:len(prefix)]) == prefix
}

// Angled returns where in a message that only tells something words stand in angle brackets:
// your order of <date>. What tells how to write (text FIND <town>), and marks in pairs, are
// none.
func Angled(s string) (span [2]int, ok bool) {
	if strings.IndexByte(s, '<') < 0 || strings.Contains(s, "</") || strings.Contains(s, "{%") {
		return span, false
	}
	m := angled.FindStringIndex(s)
	if m == nil || tellsHow.MatchString(s) {
		return span, false
	}
	return [2]int{m[0], m[1]}, true
}
