package placeholder

import (
	"slices"
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// byTool are the forms that deployment tools fill in, when one is the whole of
// a value or a part of it, and some that people use: Terraform and shell (${NAME},
// %{ if }), square brackets, YOUR_… and the like.
var byTool = pattern.Lazy(`[$%]\{|^\$[A-Z_][A-Z0-9_]*$|://\$[A-Za-z_]` +
	`|^\[[A-Za-z][A-Za-z0-9_ -]*\]$|^<[A-Za-z][A-Za-z0-9_ -]*>$` +
	`|\b(?:YOUR|MY|REPLACE|INSERT|CHANGE)[_-][A-Z0-9_-]+\b` +
	`|\b[A-Z]{2}[xX]{6,}` +
	`|^__[A-Za-z0-9_]+__$|^<%.*%>$|^@@?[A-Z_]+@@?$|^\{\{[A-Z][A-Z0-9_]*\}\}$|^#\{[^}]+\}#?$`)

// byPerson is what a person was to replace. Each alternative is one habit:
// YOUR_NAME and YOUR-NAME, MY_DOMAIN, REPLACE_ME, TOKEN_HERE, and these in other languages; in an address
// user:password@, SERVER_NAME, your-domain, menu-XXXX-dev, {{server-domain}} and [DOMAIN]; an account of
// Google's with XXXX; <your name>, [Your name], and, as the whole of a text, [NAME], %NAME%, <the name>,
// <NAME>, {{NAME}} and masked SIDs; what a shell would fill in, $NAME and $the_name as a whole and as a host;
// TODO at the beginning. Within a text, {{NAME}} needs an underscore:
// Studio's variables have small letters.
var byPerson = pattern.Lazy(`\bYOUR[_-][A-Z0-9_-]*[A-Z0-9]\b` +
	`|\bMY_(?:[A-Z0-9]+_)*(?:URL|SID|NUMBER|PHONE|DOMAIN|KEY|TOKEN|HOST|ENDPOINT|NAME|ID)\b` +
	`|\b(?:REPLACE|CHANGE)[_-]?(?:ME|THIS)(?:[_-][A-Z0-9]+)*\b|\bREPLACE_WITH_[A-Z0-9_]+\b|\bINSERT_(?:[A-Z0-9]+_)*HERE\b|\b[A-Z0-9]+(?:_[A-Z0-9]+)*_HERE\b` +
	`|` + foreign +
	`|(?:://|\bsips?:)[^\s/?#@:"'<>{}$]*:(?:[A-Z]+(?:_[A-Z]+)+|(?i:pass|passwd|password|pwd|secret|token))@` +
	`|://[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+` +
	`|://your?[_-](?:[a-z0-9]+[_-])*(?:url|endpoint|domain|server|serverless|service|services|function|functions|host|site|app|api|company|subdomain|callback|webhook|websocket|backend|bot|project|instance|tenant|org|organization|ngrok|tunnel)\b[a-z0-9_-]*` +
	`|://(?:[A-Za-z0-9-]*-)?[xX]{4,}(?:-[A-Za-z0-9-]+)?` +
	`|://\{\{\s*[a-z][a-z0-9]*(?:-[a-z0-9]+)+\s*\}\}(?:[/:?#]|$)` +
	`|://[\[<]{1,2}[A-Za-z][A-Za-z0-9_ -]*[\]>]{1,2}` +
	`|\b(?:UA|GTM|AW|G)-X{4,}(?:-[XY0-9]+)?\b` +
	`|[\[<](?i:your|insert|enter)[ _-][^\[\]<>]{1,60}[\]>]` +
	`|^%[A-Z]{2}[A-Z0-9_]+%$|^<[a-z]+(?:[ _-][a-z]+)+>$` +
	`|^\[[A-Z][A-Z0-9_ -]{2,}\]$` +
	`|^<[A-Z][A-Z0-9_ -]{2,}>$` +
	`|\{\{\s*[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\s*\}\}` +
	`|^\{\{\s*[A-Z]{3,}\s*\}\}$` +
	`|^[A-Z]{2}[xX*]{6,}[0-9A-Za-z*]*$|^[A-Z]x{8,}$` +
	`|^\$[A-Z][A-Z0-9_]{2,}$|^\$[a-z]+(?:_[a-z]+)+$|://\$[A-Za-z_]\w*` +
	`|^\s*(?:` + words.Unwritten + `)(?:\s*$|\s*[:;(\[-]|\n)`)

// foreign is how people who write Spanish, Portuguese, French, German and Italian name what is to be
// replaced: REMPLACER_PAR_LE_TOKEN, REEMPLAZAR_AQUI, TU_API_KEY, DEIN_TOKEN, CLE_API_ICI. The words for your
// need what a program is given behind them: TON_NOM may be a key.
const foreign = `\b(?:REMPLACE[RZ]?|REEMPLA(?:ZAR|ZA|CE)|SUBSTITU(?:IR|A)|SUSTITU(?:IR|YE|YA)|TROCAR|CAMBIAR|` +
	`ERSETZEN?|SOSTITUI(?:RE)?|INSERER|INSERTAR|INSERIR|EINFUEGEN)_(?:(?:PAR|POR|CON|DURCH|MIT|AQUI|ICI|` +
	`HIER|QUI|ME|MOI|VOTRE|TON|TA|TU|SU|SEU|SUA|IHRE?N?|DEINE?N?)(?:_[A-Z0-9]+)*\b|AQUÍ(?:(?:_[A-Z0-9]+)+\b|\B))|\b(?:VOTRE|TON|TA|` +
	`VUESTR[OA]|TU|SU|SEU|SUA|TEU|TUA|IHRE?N?|DEINE?N?|TUO)_(?:[A-Z0-9]+_)*(?:URL|SID|TOKEN|CLE|CLAVE|` +
	`CHAVE|KEY|SCHLUESSEL|PASSWORT|SENHA|CONTRASE[NÑ]A|SECRET|SECRETO|SEGREDO|DOMAINE|DOMINIO|DOMAIN|` +
	`ENDPOINT|HOST)\b|\b[A-Z0-9]+(?:_[A-Z0-9]+)*_(?:TOKEN|CLE|CLAVE|CHAVE|KEY|URL|SID|API)_(?:(?:ICI|` +
	`HIER|QUI)\b|AQU(?:I\b|Í\B))`

// valueName is a name in the place of a number, a SID or an address.
var valueName = pattern.Lazy(`^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:SID|ID|NUMBER|PHONE|URL|URI|ADDRESS|ENDPOINT|DOMAIN|HOST|SENDER|RECIPIENT)` +
	`|<[A-Za-z][A-Za-z0-9_ -]*>|\[[A-Za-z][A-Za-z0-9_ -]*\]` +
	`|\{\{\s*[a-z][a-z0-9]*(?:-[a-z0-9]+)+\s*\}\})$`)

// noNumber is a telephone number that nobody has, those aside that are kept for examples: one digit again
// and again; 1 2 3 4 5 6 7 8 9; zeros, or zeros and a last digit, after a country code; X for digits.
var noNumber = pattern.Lazy(`^\+?[0-9 ().-]*[xX]{3,}[0-9xX ().-]*$` +
	`|^\+?1?(?:0{7,}|1{7,}|2{7,}|3{7,}|4{7,}|5{7,}|6{7,}|7{7,}|8{7,}|9{7,})$` +
	`|^\+?(?:1|1?0)?123456789?0?$` +
	`|^\+[1-9][0-9]{0,5}12345678(?:90?)?$|^\+1[2-9][0-9]{2}1234567$` +
	`|^\+[1-9][0-9]{0,4}(?:0{7,}|0{6,}[1-9])$`)

// filler is a text that stands where words for a person were to come: the editor's or a
// template's hint, nonsense Latin, and what somebody typed to try a widget out.
var filler = pattern.Lazy(`(?i)\blorem ipsum\b` +
	`|^[\s(\["'<]*(?:response message|(?:insert|enter|type|put|add) (?:your |the |some |a )?(?:text|message|prompt|greeting|response)(?: here)?|(?:your |some )?(?:text|message|prompt|greeting) (?:goes )?here` +
	`|(?:sample|dummy|placeholder|filler) (?:text|message|prompt|greeting)|(?:(?:hello|hi|this is|just|only|a)[\s,]+){0,3}test(?:ing)?(?:[\s,]+(?:test(?:ing)?|message|call|text|123|1[ ,]*2[ ,]*3))*|(?:asdf)+(?:gh)?|x{3,}|text to (?:say|speech|speak|send)|(?:your|the) (?:text|message|prompt)|qwerty|blah?(?: blah?)*|foo ?bar)[\s.…!)\]"'>]*$`)

// fillerBegins, by their first letters, and fillerEnds are the words that a text begins and
// ends with which is all filler.
var (
	fillerBegins = [256][]string{
		'a': {"add", "asdf", "a "}, 'b': {"bla"}, 'd': {"dummy"}, 'e': {"enter"}, 'f': {"filler", "foo"}, 'g': {"greeting"}, 'h': {"hello", "hi"}, 'i': {"insert"}, 'j': {"just"}, 'o': {"only"}, 'm': {"message"},
		'p': {"put", "prompt", "placeholder"}, 'q': {"qwerty"}, 'r': {"response"}, 's': {"some", "sample"}, 't': {"type", "text", "test", "the", "this"}, 'x': {"xxx"}, 'y': {"your"},
	}
	fillerEnds = []string{"text", "message", "prompt", "greeting", "response", "here", "test", "testing", "3", "call", "asdf", "asdfgh", "qwerty", "bla", "blah", "bar", "xxx", "say", "speech", "speak", "send"}
)

// Signs are those of which every text has one that holds a placeholder of any form.
// A Name or a Number may have none.
const Signs = source.Markup | source.Token | source.Brackets | source.Slashes | source.Capitals | source.Crosses | source.Underscores

// May reports whether a string may hold a placeholder of any form, as few do. In what has only markup of
// Liquid, that is a name in capitals.
func May(n source.Node) bool {
	return n.Has(Signs&^source.Markup) || n.Has(source.Markup) && printsCapital(n.Text())
}

// printsCapital reports whether an output of Liquid begins with a capital letter.
func printsCapital(text string) bool {
	for i := strings.Index(text, "{{"); i >= 0; i = strings.Index(text, "{{") {
		if text = text[i+len("{{"):]; startsWithCapital(strings.TrimLeft(text, " \t\n\f\r")) {
			return true
		}
	}
	return false
}

// mayHold looks in one pass for what every match of byTool and byPerson has.
// Nearly all texts have none of it, and the regular expressions would take longer
// than all rules together.
func mayHold(s string) bool {
	for i := 0; i < len(s); i++ {
		if !begins[s[i]] {
			continue // as nearly all
		}
		if c := s[i]; c < 'A' || c > 'Z' {
			if marksOne(s, i) {
				return true
			}
			continue
		}
		end := i + 1
		for end < len(s) && 'A' <= s[end] && s[end] <= 'Z' {
			end++
		}
		if end > i+1 && callsForFilling(s[i:end], s[end:]) || strings.HasPrefix(s[i:], "Xx") {
			return true
		}
		i = end - 1
	}
	return false
}

// begins are the characters that a placeholder may begin with.
var begins = func() (is [256]bool) {
	for _, c := range []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZ[<$@%#{_:x") {
		is[c] = true
	}
	return is
}()

// marksOne reports whether the mark at a place is followed by what a placeholder has
// after it.
func marksOne(s string, at int) bool {
	rest := s[at+1:]
	switch s[at] {
	case '[', '<':
		return opensOne(s, at)
	case '$':
		return at == 0 || strings.HasPrefix(rest, "{") || isHost(s, at)
	case '@':
		return at == 0 || endsWithPassword(s[:at])
	case '%', '#':
		return strings.HasPrefix(rest, "{") || isBetweenPercent(s, at)
	case '{':
		name, ok := strings.CutPrefix(rest, "{")
		return ok && startsWithCapital(strings.TrimLeft(name, " \t\n\f\r"))
	case '_':
		return at == 0 && strings.HasPrefix(rest, "_")
	case ':':
		host, ok := strings.CutPrefix(rest, "//")
		return ok && (startsWithCapital(host) || strings.HasPrefix(host, "you") || strings.HasPrefix(host, "{{"))
	case 'x':
		return rest != "" && rest[0]|0x20 == 'x'
	}
	return true
}

// isBetweenPercent reports whether a text stands between percent signs, the first of which is at a
// place.
func isBetweenPercent(s string, at int) bool {
	return at == 0 && strings.HasPrefix(s, "%") && strings.HasSuffix(s, "%") && len(s) > 3 && startsWithCapital(s[1:]) && startsWithCapital(s[2:])
}

// isHost reports whether an address has its host at a place.
func isHost(s string, at int) bool { return strings.HasSuffix(s[:at], "://") }

// opensOne is marksOne for a bracket.
func opensOne(s string, at int) bool {
	return at == 0 && isEnclosed(s) || isHost(s, at) || asksFor(s[at+1:])
}

// isEnclosed reports whether a text is one name in the brackets that it begins with, or one
// tag of a template.
func isEnclosed(s string) bool {
	last := s[len(s)-1]
	if s[0] == '<' && last == '>' && strings.HasPrefix(s, "<%") {
		return true
	}
	if s[0] == '[' && last != ']' || s[0] == '<' && last != '>' {
		return false
	}
	for i := 1; i < len(s)-1; i++ {
		if c := s[i]; (c|0x20 < 'a' || c|0x20 > 'z') && (c < '0' || c > '9') && c != '_' && c != ' ' && c != '-' {
			return false
		}
	}
	return true
}

// asksFor reports whether a text may begin with your, insert or enter.
func asksFor(s string) bool {
	if len(s) < 2 {
		return false
	}
	switch second := s[1] | 0x20; s[0] | 0x20 {
	case 'y':
		return second == 'o'
	case 'i', 'e':
		return second == 'n'
	}
	return false
}

// endsWithPassword reports whether a text may end with a user and a password of an
// address: a word after a colon, with another colon before it.
func endsWithPassword(s string) bool {
	user := strings.TrimRight(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_")
	return len(user) < len(s) && strings.HasSuffix(user, ":") && strings.Count(user, ":") > 1
}

func startsWithCapital(s string) bool { return s != "" && 'A' <= s[0] && s[0] <= 'Z' }

// callsForFilling reports whether a word in capitals, or what comes after it, is
// how a placeholder begins or ends.
func callsForFilling(word, rest string) bool {
	for _, start := range [...]string{"YOUR", "MY", "REPLACE", "CHANGE", "INSERT"} {
		if strings.HasPrefix(word, start) {
			return true
		}
	}
	if strings.HasPrefix(rest, "_") && slices.Contains(foreignStarts, word) {
		return true
	}
	return slices.Contains(foreignEnds, word) || word == "HERE" || words.MarksUnwritten(word) || strings.Contains(word, "XX") ||
		strings.HasPrefix(rest, "x") || strings.HasPrefix(rest, "*")
}

// foreignStarts are the first words of what foreign finds, foreignEnds the last ones that need no first.
var (
	foreignStarts = []string{
		"REMPLACE", "REMPLACER", "REMPLACEZ", "REEMPLAZAR", "REEMPLAZA", "REEMPLACE", "SUBSTITUIR", "SUBSTITUA", "SUSTITUIR", "SUSTITUYE",
		"SUSTITUYA", "TROCAR", "CAMBIAR", "ERSETZE", "ERSETZEN", "SOSTITUI", "SOSTITUIRE", "INSERER", "INSERTAR", "INSERIR",
		"EINFUEGEN", "VOTRE", "TON", "TA", "VUESTRO", "VUESTRA", "TU", "SU", "SEU", "SUA",
		"TEU", "TUA", "IHR", "IHRE", "IHREN", "DEIN", "DEINE", "DEINEN", "TUO",
	}
	foreignEnds = []string{"AQUI", "ICI", "HIER", "QUI"}
)

// bracketed is a word or a few in brackets.
var bracketed = pattern.Lazy(`\[\pL[\pL' _-]{2,28}\]`)

// angled is a word or a few in angle brackets, in small letters.
var angled = pattern.Lazy(`<\p{Ll}[\p{L}' _-]{2,28}>`)

// tellsHow are words with which a message says what to write to it.
var tellsHow = pattern.Lazy(`(?i)\b(?:reply|respond|send|text|type|write|enter|envi[ea]|envíe|respond[ae]|escrib[ae]|escreva|digit[ae]|manda?|schreib|antworte|sende|envoyez|répondez|tapez|format|example|usage)`)
