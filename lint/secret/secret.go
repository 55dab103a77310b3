// Package secret knows credentials by their form, and by the name that they stand under.
package secret

import (
	"encoding/base64"
	"math"
	"math/bits"
	"slices"
	"strings"
	"sync"

	"studiolint/lint/pattern"
)

// MinLength is how many bytes a credential has at least.
const MinLength = 6

// maxPair is how many bytes the value of a pair has at most.
const maxPair = 300

// A Form is how the credentials of one service look.
type Form struct {
	Kind    string                   // for messages: a Slack token
	Weak    bool                     // it is the address of what only takes what it is sent
	Mark    string                   // stands in every match: looked for first, because it is cheap
	beside  string                   // stands in every match too
	pattern *pattern.Expression      // compiled when the mark has been found
	accept  func(secret string) bool // nil: every match is one
}

// forms are the credentials that are known by their form alone. The last group
// in a pattern is the secret part of the match; one before it is the user name.
var forms = sync.OnceValue(func() []*Form {
	var all []*Form
	both := func(kind, mark, beside string, expression *pattern.Expression, accept func(string) bool) {
		all = append(all, &Form{kind, false, mark, beside, expression, accept})
	}
	form := func(kind, mark string, expression *pattern.Expression, accept func(string) bool) {
		both(kind, mark, "", expression, accept)
	}
	form("a Twilio account SID with its auth token", "AC", pattern.Lazy(`\bAC[0-9a-f]{32}:([0-9a-f]{32})\b`), nil)
	form("a Twilio API key with its secret", "SK", pattern.Lazy(`\bSK[0-9a-f]{32}:([A-Za-z0-9]{32})\b`), nil)
	both("a user name with its password", "@", "://", pattern.Lazy(`[A-Za-z][A-Za-z0-9+.-]*://([^\s/?#@:"'<>]*):([^\s/?#@"'<>]+)@`), isPassword)
	both("a key in place of a user name", "@", "://", pattern.Lazy(`[A-Za-z][A-Za-z0-9+.-]*://([^\s/?#@:"'<>]{16,}):[xX]?@`), isKey)
	both("a SIP user with its password", "@", "sip", pattern.Lazy(`\bsips?:([^\s/?#@:;"'<>]+):([^\s/?#@"'<>]+)@`), isPassword)
	inbox := func(kind, mark string, expression *pattern.Expression) {
		form(kind, mark, expression, nil)
		all[len(all)-1].Weak = true
	}
	form("a private key", "-----BEGIN", pattern.Lazy(`-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----[^-]*(?:-----END (?:[A-Z]+ )*PRIVATE KEY-----)?`), nil)

	form("the address of a Slack webhook", "hooks.slack.com", pattern.Lazy(`hooks\.slack\.com/(?:services|workflows|triggers)/([A-Za-z0-9/]{20,})`), nil)
	form("a Slack token", "xox", pattern.Lazy(`\bxox[abeoprs]-[A-Za-z0-9-]{20,}`), nil)
	form("the address of a Teams webhook", "office.com/webhook", pattern.Lazy(`office\.com/webhook(?:b2)?/([A-Za-z0-9@/-]{30,})`), nil)
	form("the address of a workflow with its signature", "logic.azure.com", pattern.Lazy(`logic\.azure\.com[^\s"']*[?&]sig=([A-Za-z0-9%_-]{20,})`), nil)
	form("the key of an Azure function", "azurewebsites.net", pattern.Lazy(`azurewebsites\.net/[^\s"']*[?&]code=([A-Za-z0-9%/_=+-]{20,})`), nil)
	form("the address of a Discord webhook", "/api/webhooks/", pattern.Lazy(`discord(?:app)?\.com/api/webhooks/[0-9]+/([A-Za-z0-9_-]{20,})`), nil)
	inbox("the address of a Zapier webhook", "hooks.zapier.com", pattern.Lazy(`hooks\.zapier\.com/hooks/(?:catch|standard)/([0-9]+/[A-Za-z0-9]{5,})`))
	inbox("the address of an Airtable webhook", "hooks.airtable.com", pattern.Lazy(`hooks\.airtable\.com/workflows/v[0-9]+/genericWebhook/[A-Za-z0-9]+/[A-Za-z0-9]+/([A-Za-z0-9]{10,})`))
	inbox("the address of a Make webhook", "hook.", pattern.Lazy(`\bhook\.(?:[a-z0-9]+\.)?(?:make|integromat)\.com/([A-Za-z0-9]{20,})`))
	form("the address of an IFTTT webhook", "maker.ifttt.com", pattern.Lazy(`maker\.ifttt\.com/[^\s"']*/with/key/([A-Za-z0-9_-]{15,})`), nil)
	form("the address of a Google Chat webhook", "chat.googleapis.com", pattern.Lazy(`chat\.googleapis\.com/[^\s"']*[?&]token=([A-Za-z0-9%_-]{20,})`), nil)

	form("an AWS access key", "KIA", pattern.Lazy(`\bAKIA[0-9A-Z]{16}\b`), nil)
	form("a Google API key", "AIza", pattern.Lazy(`\bAIza[0-9A-Za-z_-]{35}`), nil)
	form("a GitHub token", "ghp_", pattern.Lazy(`\bghp_[A-Za-z0-9]{36,}`), nil)
	form("a GitHub token", "gho_", pattern.Lazy(`\bgho_[A-Za-z0-9]{36,}`), nil)
	form("a GitHub token", "ghu_", pattern.Lazy(`\bghu_[A-Za-z0-9]{36,}`), nil)
	form("a GitHub token", "ghs_", pattern.Lazy(`\bghs_[A-Za-z0-9]{36,}`), nil)
	form("a GitHub token", "ghr_", pattern.Lazy(`\bghr_[A-Za-z0-9]{36,}`), nil)
	form("a GitHub token", "github_pat_", pattern.Lazy(`\bgithub_pat_[A-Za-z0-9_]{40,}`), nil)
	form("a Stripe key", "k_live_", pattern.Lazy(`\b[sr]k_live_[0-9A-Za-z]{16,}`), nil)
	form("a SendGrid key", "SG.", pattern.Lazy(`\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}`), nil)
	form("an Airtable token", "pat", pattern.Lazy(`\bpat[A-Za-z0-9]{14}\.[0-9a-f]{64}\b`), nil)
	form("an OpenAI key", "sk-", pattern.Lazy(`\bsk-(?:(?:proj|svcacct|admin|ant)-)?[A-Za-z0-9_-]{20,}`), isRandom)
	form("a Mailgun key", "key-", pattern.Lazy(`\bkey-[0-9a-f]{32}\b`), nil)
	form("a HubSpot token", "pat-", pattern.Lazy(`\bpat-(?:na|eu)[0-9]-[0-9a-f]{8}-[0-9a-f-]{27}`), nil)
	form("the token of a Telegram bot", ":AA", pattern.Lazy(`\b[0-9]{8,10}:AA[A-Za-z0-9_-]{33}`), nil)
	form("a Voiceflow key", "VF.", pattern.Lazy(`\bVF\.(?:[A-Z]{2}\.)?[0-9a-f]{24}\.[A-Za-z0-9]{12,}`), nil)
	form("a signed token", "eyJ", pattern.Lazy(`\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}`), nil)
	form("a bearer token", "earer ", pattern.Lazy(`\b[Bb]earer\s+([A-Za-z0-9._~+/-]{20,}=*)`), isRandom)
	form("a user name with its password", "asic ", pattern.Lazy(`\b[Bb]asic\s+([A-Za-z0-9+/]{8,}={0,2})`), isBasic)
	return all
})

// Marks tell which forms may stand in a text.
type Marks struct {
	forms []*Form
	// first and second have, by byte, a bit for each form whose mark has it as its first or
	// second byte, or is shorter.
	first, second [256]uint64
}

// AllMarks are those of all forms.
var AllMarks = sync.OnceValue(func() *Marks {
	m := &Marks{forms: forms()}
	for i, form := range m.forms {
		m.first[form.Mark[0]] |= 1 << i
		if len(form.Mark) > 1 {
			m.second[form.Mark[1]] |= 1 << i
			continue
		}
		for c := range m.second {
			m.second[c] |= 1 << i
		}
	}
	return m
})

// In returns the forms whose marks stand in a text.
func (m *Marks) In(text string) []*Form {
	// One pass tells which marks may be there; only those are looked for.
	var is, one uint64
	for i := range len(text) {
		c := text[i]
		if may := one & m.second[c]; may != 0 {
			is |= m.those(may&^is, text[i-1:])
		}
		one = m.first[c]
	}
	if may := one &^ is; may != 0 {
		is |= m.those(may, text[len(text)-1:]) // a mark of one letter
	}
	var forms []*Form
	for ; is != 0; is &= is - 1 {
		forms = append(forms, m.forms[bits.TrailingZeros64(is)])
	}
	return forms
}

// those returns which of some forms have the mark that a text begins with.
func (m *Marks) those(may uint64, text string) (is uint64) {
	for ; may != 0; may &= may - 1 {
		if at := bits.TrailingZeros64(may); strings.HasPrefix(text, m.forms[at].Mark) {
			is |= 1 << at
		}
	}
	return is
}

// isBasic reports whether a text is the user name and password of basic
// authentication.
func isBasic(s string) bool {
	plain, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		return false
	}
	name, password, ok := strings.Cut(string(plain), ":")
	return ok && name != "" && isPassword(password) &&
		strings.IndexFunc(string(plain), func(r rune) bool { return r < ' ' || r > '~' }) < 0
}

// isPassword reports whether a text may be a password, rather than the word for
// one or a variable of a shell.
func isPassword(s string) bool { return s != "" && s[0] != '$' && s[0] != '%' && !IsExample(s) }

// isKey reports whether a user name is a key, as with services that want no password.
func isKey(s string) bool { return isRandom(s) && !isPublic(s) }

// standInWord matches what people write where a credential will stand, in small letters
// and without signs between the words: the word for one, whosever it is.
var standInWord = pattern.Lazy(`^(?:my|your|the|api|auth|access|account|basic|client|app|login|sip|twilio)*` +
	`(?:password|passwort|pass|passwd|pwd|secret|token|key|credentials|username|user` +
	`|none|null|undefined|true|false|redacted|removed|hidden|test|dummy|example|sample|changeme|todo|basic|bearer)$`)

// standInName matches what is written as the names of constants are: API_PASSWORD
// stands for a password and is none.
var standInName = pattern.Lazy(`^[A-Z]+(?:_[A-Z]+)+$`)

// IsExample reports whether a value is a word for a credential, or masked.
func IsExample(value string) bool {
	bare := plainName(value)
	if standInWord.MatchString(bare) || standInName.MatchString(value) {
		return true
	}
	for _, word := range []string{"example", "dummy", "placeholder", "changeme", "redacted", "yourpassword", "yourtoken", "yourkey", "yourapi", "yoursecret", "goeshere", "xxxx"} {
		if strings.Contains(bare, word) {
			return true
		}
	}
	return value != "" && strings.Trim(value, value[:1]) == "" || strings.Contains(value, "***") ||
		strings.Contains(value, "...") || strings.Contains(value, "…")
}

// plainName is a name in small letters without what stands between its words.
func plainName(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '_' || r == '-' || r == '.' || r == ' ':
			return -1
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		}
		return r
	}, name)
}

// pairs finds a name with its value in JSON, in a form body and in the query of a
// URL. How long a value may be is no part of it: {4,300} takes half a millisecond to
// compile.
var pairs = pattern.Lazy(`"([A-Za-z0-9_. -]{2,40})"\s*:\s*"([^"\\]{4,})"` +
	`|(?:^|[?&;\s])([A-Za-z0-9_.-]{2,40})=([^&\s"'<>#;]{4,})`)

// passwordNames hold what may be any word; tokenNames hold what a machine made.
// Both are the ends of names, in small letters and without signs between words.
var (
	passwordNames = []string{"password", "passwd", "pwd", "passphrase", "clientsecret", "apisecret", "appsecret", "sharedsecret", "secretkey", "webhooksecret"}
	tokenNames    = []string{"secret", "token", "apikey", "accesskey", "authkey", "privatekey", "subscriptionkey", "licensekey", "masterkey", "accountkey", "functionskey", "auth", "authorization", "bearer", "credential", "credentials"}

	// shortNames mean many things, so that what stands under them must be long.
	shortNames = []string{"key", "code", "sig", "signature"}
)

// IsName reports whether a credential may stand under a name.
func IsName(name string) bool {
	if !mayBeName(name) {
		return false
	}
	bare := plainName(name)
	return hasEnd(bare, passwordNames) || hasEnd(bare, tokenNames) || slices.Contains(shortNames, bare)
}

// mayBeName looks at the last two letters of a name: most names end otherwise.
func mayBeName(name string) bool {
	if n := len(name); n >= 2 && isSmall(name[n-1]) && isSmall(name[n-2]) { // as nearly all
		return nameEnds()[name[n-1]]>>(name[n-2]-'a')&1 != 0
	}
	var last [2]byte
	at := len(last)
	for i := len(name) - 1; i >= 0 && at > 0; i-- {
		switch c := name[i]; {
		case c == '_' || c == '-' || c == '.' || c == ' ':
		default:
			at--
			last[at] = c
			if 'A' <= c && c <= 'Z' {
				last[at] += 'a' - 'A'
			}
		}
	}
	return at == 0 && isSmall(last[0]) && nameEnds()[last[1]]>>(last[0]-'a')&1 != 0
}

func isSmall(c byte) bool { return 'a' <= c && c <= 'z' }

// nameEnds are the last two letters of the names under which a credential may stand: by
// the last one, a bit for each that comes before it.
var nameEnds = sync.OnceValue(func() *[256]uint32 {
	var ends [256]uint32
	for _, name := range slices.Concat(passwordNames, tokenNames, shortNames) {
		ends[name[len(name)-1]] |= 1 << (name[len(name)-2] - 'a')
	}
	return &ends
})

// holdsName reports whether a name under which a credential may stand comes before one of
// the signs that end a name in the text: the = of a form or the quotation mark of JSON.
func holdsName(text string) bool {
	start := 0 // of what may be a name
	for i := range len(text) {
		switch c := text[i]; {
		case c == '=' || c == '"':
			name := text[start:i]
			if IsName(name) || c == '=' && IsName(name[strings.LastIndexByte(name, ' ')+1:]) {
				return true
			}
			start = i + 1
		case !nameLetters[c]:
			start = i + 1
		}
	}
	return false
}

// nameLetters are the characters that names consist of in the texts that Pairs reads.
var nameLetters = func() (is [256]bool) {
	for _, c := range []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_. -") {
		is[c] = true
	}
	return is
}()

// Named says what a literal value is that stands under a name, "" when it is
// no credential.
func Named(name, value string) string {
	bare := plainName(name)
	if !IsName(bare) || strings.Contains(bare, "public") || strings.Contains(bare, "publishable") {
		return ""
	}
	word, machine, short := hasEnd(bare, passwordNames), hasEnd(bare, tokenNames), slices.Contains(shortNames, bare)
	secret := value
	scheme, rest, ok := strings.Cut(value, " ")
	if ok && (strings.EqualFold(scheme, "bearer") || strings.EqualFold(scheme, "basic") ||
		strings.EqualFold(scheme, "token")) {
		secret = rest
	}
	chosen := word && isPassword(value) && len(value) >= MinLength && !strings.ContainsAny(value, " \t\n")
	drawn := (machine || short && len(secret) >= 24) && isRandom(secret)
	if !chosen && !drawn || isPublic(value) {
		return ""
	}
	for _, word := range []string{"token", "secret", "password"} {
		if strings.Contains(bare, word) {
			return "a " + word
		}
	}
	return "a key"
}

func hasEnd(name string, ends []string) bool {
	for _, end := range ends {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}

// isPublic reports whether a value is a thing that everybody may know.
func isPublic(value string) bool { return publicForms.MatchString(value) }

// publicForms are SIDs, phone numbers, addresses, dates and paths.
var publicForms = pattern.Lazy(`^[A-Z]{2}[0-9a-fA-F]{32}$|^\+?[0-9 ().-]*$|://|^/|^\S+@\S+\.\S+$|^(?i:true|false|yes|no|on|off|null)$`)

// isRandom reports whether a text looks as if a machine had drawn it: long, without
// spaces, letters and digits mixed.
func isRandom(s string) bool {
	if len(s) < 16 || strings.ContainsAny(s, " \t\n{}()[]<>|,;\"'") {
		return false
	}
	var letters, digits int
	counts := map[rune]int{}
	for _, r := range s {
		counts[r]++
		switch {
		case '0' <= r && r <= '9':
			digits++
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z':
			letters++
		}
	}
	if letters == 0 || digits < 2 {
		return false
	}
	bits, n := 0.0, float64(len([]rune(s)))
	for _, c := range counts {
		share := float64(c) / n
		bits -= share * math.Log2(share)
	}
	return bits >= 3
}

// Find returns where in a text such a credential stands, in bytes: from and up to. open
// tells of a value whether it is not known or no credential, and replaced of the user
// name beside it whether somebody was to replace both.
func (f *Form) Find(text string, open, replaced func(string) bool) [][2]int {
	if !strings.Contains(text, f.Mark) || !strings.Contains(text, f.beside) {
		return nil
	}
	var found [][2]int
	for _, m := range f.pattern.FindAllStringSubmatchIndex(text, -1) {
		if len(m) == 6 && replaced(text[m[2]:m[3]]) {
			continue
		}
		start, end := m[len(m)-2], m[len(m)-1]
		if value := text[start:end]; !open(value) && (f.accept == nil || f.accept(value)) {
			found = append(found, [2]int{start, end})
		}
	}
	return found
}

// A Pair is a credential that stands in a text under a name.
type Pair struct {
	Kind       string // for messages: a token
	Start, End int    // of the value, in bytes
	Weak       bool   // its name tells it alone: it is short, in the query of an address
}

// Token is the kind of what stands under the name of a token.
const Token = "a token"

// Pairs returns the credentials that stand under a name in JSON, in a form body or in
// the query of a URL.
func Pairs(text string, open func(string) bool) []Pair {
	if !holdsName(text) {
		return nil // nearly always
	}
	var found []Pair
	for _, m := range pairs.FindAllStringSubmatchIndex(text, -1) {
		name, value := m[2:4], m[4:6]
		if m[2] < 0 { // the other form of a pair
			name, value = m[6:8], m[8:10]
		}
		if value[1]-value[0] > maxPair {
			continue
		}
		kind, weak := Named(text[name[0]:name[1]], text[value[0]:value[1]]), false
		if kind == "" && m[6] > 0 && strings.IndexByte("?&", text[m[6]-1]) >= 0 {
			kind = namedInQuery(text[name[0]:name[1]], text[value[0]:value[1]])
			weak = kind != ""
		}
		if kind != "" && !open(text[value[0]:value[1]]) {
			found = append(found, Pair{kind, value[0], value[1], weak})
		}
	}
	return found
}

// namedInQuery says what a short literal value is in the query of an address, where it is part of
// what any log shows: of a name that means nothing else, or of another when letters follow digits in it,
// as in what a machine drew; "" when it is no credential.
func namedInQuery(name, value string) string {
	bare := plainName(name)
	if len(value) < MinLength || isPublic(value) || strings.ContainsAny(value, "{}[]()<>|,;$%\"'") {
		return ""
	}
	if slices.Contains(queryNames, bare) {
		if strings.Contains(bare, "token") {
			return Token
		}
		return "a key"
	}
	if (slices.Contains(shortNames, bare) || slices.Contains(vagueNames, bare)) && len(value) >= shortDrawn &&
		isMixed(value) {
		return "a key"
	}
	return ""
}

// queryNames are those under which nothing but a credential stands in a query, and vagueNames those
// that may mean something else.
var (
	queryNames = []string{"apikey", "xapikey", "secret", "apisecret", "accesstoken", "authtoken", "accesskey", "authkey", "secretkey", "functionskey"}
	vagueNames = []string{"token", "auth", "authorization"}
)

// shortDrawn is how many bytes what a machine drew has at least.
const shortDrawn = 8

// isMixed reports whether letters and digits are mixed in a text as a machine draws them: a letter
// follows a digit twice.
func isMixed(s string) bool {
	mixed := 0
	for i := 1; i < len(s); i++ {
		if c := s[i] | 0x20; 'a' <= c && c <= 'z' && '0' <= s[i-1] && s[i-1] <= '9' {
			mixed++
		}
	}
	return mixed > 1
}

// IsStandIn reports whether a text is written as the names of constants are:
// API_PASSWORD stands for a password and is none.
func IsStandIn(s string) bool { return standInName.MatchString(s) }
