package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/source"
)

// isPlaceholder reports whether a string holds what is filled in before it is
// deployed, so that its value is not known.
func isPlaceholder(p *lint.Pass, n source.Node) bool {
	return placeholderText(p, n.Text()) || isValueName(p, n)
}

// placeholderText is isPlaceholder for a text wherever it stands.
func placeholderText(p *lint.Pass, s string) bool {
	return mayHoldFillIn(s) && (toolFillIn().MatchString(s) || fillIn().MatchString(s)) || p.Config.IsPlaceholder(s)
}

// holdsFillIn reports whether a text holds what a person was to replace.
func holdsFillIn(s string) bool { return mayHoldFillIn(s) && fillIn().MatchString(s) }

// fillIns returns where a person was to replace something in a string.
func fillIns(p *lint.Pass, n source.Node) [][2]int {
	text := n.Text()
	var spans [][2]int
	if mayHoldFillIn(text) {
		for _, m := range fillIn().FindAllStringIndex(text, -1) {
			word := strings.TrimSuffix(strings.TrimPrefix(text[m[0]:m[1]], "://"), "@")
			start := m[0] + strings.Index(text[m[0]:m[1]], word)
			spans = append(spans, [2]int{start, start + len(word)})
		}
	}
	if spans == nil && isValueName(p, n) {
		spans = [][2]int{{0, len(text)}}
	}
	return spans
}

// toolFillIn are the forms that deployment tools fill in, when one is the whole of
// a value or a part of it, and some that people use: Terraform and shell (${NAME},
// %{ if }), square brackets, YOUR_… and the like.
var toolFillIn = lazily(`[$%]\{|^\$[A-Z_][A-Z0-9_]*$|://\$[A-Z_]` +
	`|^\[[A-Za-z][A-Za-z0-9_ -]*\]$|^<[A-Za-z][A-Za-z0-9_ -]*>$` +
	`|\b(?:YOUR|MY|REPLACE|INSERT|CHANGE)[_-][A-Z0-9_-]+\b` +
	`|\b[A-Z]{2}[xX]{6,}` +
	`|^__[A-Za-z0-9_]+__$|^<%.*%>$|^@@?[A-Z_]+@@?$|^\{\{[A-Z][A-Z0-9_]*\}\}$|^#\{[^}]+\}#?$`)

// fillIn is what a person was to replace. Each alternative is one habit:
// YOUR_NAME and YOUR-NAME, MY_DOMAIN, REPLACE_ME, TOKEN_HERE; in an address
// user:password@, SERVER_NAME, your-domain, menu-XXXX-dev and [DOMAIN]; an account of
// Google's with XXXX; <your name>, [Your name], and, as the whole of a text, [NAME],
// <NAME>, {{NAME}} and masked SIDs. Within a text, {{NAME}} needs an underscore:
// Studio's variables have small letters.
var fillIn = lazily(`\bYOUR[_-][A-Z0-9_-]*[A-Z0-9]\b` +
	`|\bMY_(?:[A-Z0-9]+_)*(?:URL|SID|NUMBER|PHONE|DOMAIN|KEY|TOKEN|HOST|ENDPOINT|NAME|ID)\b` +
	`|\b(?:REPLACE|CHANGE)[_-]?(?:ME|THIS)\b|\bREPLACE_WITH_[A-Z0-9_]+\b|\bINSERT_(?:[A-Z0-9]+_)*HERE\b|\b[A-Z0-9]+(?:_[A-Z0-9]+)*_HERE\b` +
	`|(?:://|\bsips?:)[^\s/?#@:"'<>{}$]*:(?:[A-Z]+(?:_[A-Z]+)+|(?i:pass|passwd|password|pwd|secret|token))@` +
	`|://[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+` +
	`|://your?[_-](?:[a-z0-9]+[_-])*(?:url|endpoint|domain|server|serverless|service|services|function|functions|host|site|app|api|company|subdomain|callback|webhook|websocket|backend|bot|project|instance|tenant|org|organization|ngrok|tunnel)\b[a-z0-9_-]*` +
	`|://(?:[A-Za-z0-9-]*-)?[xX]{4,}(?:-[A-Za-z0-9-]+)?` +
	`|://[\[<][A-Za-z][A-Za-z0-9_ -]*[\]>]` +
	`|\b(?:UA|GTM|AW|G)-X{4,}(?:-[XY0-9]+)?\b` +
	`|[\[<](?i:your|insert|enter)[ _-][^\[\]<>]{1,60}[\]>]` +
	`|^\[[A-Z][A-Z0-9_ -]{2,}\]$` +
	`|^<[A-Z][A-Z0-9_ -]{2,}>$` +
	`|\{\{\s*[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\s*\}\}` +
	`|^\{\{\s*[A-Z]{3,}\s*\}\}$` +
	`|^[A-Z]{2}[xX*]{6,}[0-9A-Za-z*]*$`)

// mayHoldFillIn looks in one pass for what every match of toolFillIn and fillIn has.
// Nearly all texts have none of it, and the regular expressions would take longer
// than all rules together.
func mayHoldFillIn(s string) bool {
	for i := 0; i < len(s); i++ {
		rest := s[i+1:]
		switch c := s[i]; c {
		case '[', '<', '$', '@':
			return true
		case '%', '#':
			if strings.HasPrefix(rest, "{") {
				return true
			}
		case '{':
			if name, ok := strings.CutPrefix(rest, "{"); ok && startsWithCapital(strings.TrimLeft(name, " \t\n\f\r")) {
				return true
			}
		case '_':
			if i == 0 && strings.HasPrefix(rest, "_") {
				return true
			}
		case ':':
			if host, ok := strings.CutPrefix(rest, "//"); ok && (startsWithCapital(host) || strings.HasPrefix(host, "you")) {
				return true
			}
		case 'x':
			if rest != "" && rest[0]|0x20 == 'x' {
				return true
			}
		default:
			if c < 'A' || c > 'Z' {
				continue
			}
			end := i + 1
			for end < len(s) && 'A' <= s[end] && s[end] <= 'Z' {
				end++
			}
			if s[i:end] != s[i:i+1] && callsForFilling(s[i:end], s[end:]) || strings.HasPrefix(s[i:], "Xx") {
				return true
			}
			i = end - 1
		}
	}
	return false
}

func startsWithCapital(s string) bool { return s != "" && 'A' <= s[0] && s[0] <= 'Z' }

// callsForFilling reports whether a word in capitals, or what comes behind it, is
// how a placeholder begins or ends.
func callsForFilling(word, rest string) bool {
	for _, start := range [...]string{"YOUR", "MY", "REPLACE", "CHANGE", "INSERT"} {
		if strings.HasPrefix(word, start) {
			return true
		}
	}
	return word == "HERE" || strings.Contains(word, "XX") || strings.HasPrefix(rest, "x") || strings.HasPrefix(rest, "*")
}

// valueName is a name in the place of a number, a SID or an address.
var valueName = lazily(`^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:SID|ID|NUMBER|PHONE|URL|URI|ADDRESS|ENDPOINT|DOMAIN|HOST|SENDER|RECIPIENT)` +
	`|<[A-Za-z][A-Za-z0-9_ -]*>|\[[A-Za-z][A-Za-z0-9_ -]*\])$`)

// isValueName reports whether a name stands where a widget wants a number, a SID or
// an address: ADMIN_PHONE_NUMBER, <channel>. A text for people may hold such words.
func isValueName(p *lint.Pass, n source.Node) bool {
	text := n.Text()
	if text == "" || !startsWithCapital(text) && text[0] != '<' && text[0] != '[' || p.Flow == nil || !valueName().MatchString(text) {
		return false
	}
	w := p.Flow.WidgetAt(n)
	if w == nil || n.Parent() != w.Properties {
		return false
	}
	f := w.Facts.Property(n.Key())
	return f != nil && (len(f.SID) > 0 || isAddress(f) || f.Format == "phone-or-address" || f.Format == "sip-address")
}
