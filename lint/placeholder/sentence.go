package placeholder

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// standsInSentence returns where in a text that a person hears or reads words stand for what was to
// come there, in bytes: (Add Link), [company name], a [coordinator], {name}, XXX-XXX-XXXX, "in X hours",
// 123 Main St, www.example.com, 555-0101. It is none where the text shows how to write something
// ("reply with your code, like XXXX").
func standsInSentence(s string) (span [2]int, ok bool) {
	if !mayStand(s) {
		return span, false
	}
	told := sync.OnceValue(func() []int { return tellsHow.FindStringIndex(s) }) // where the first is
	usage := sync.OnceValue(func() []string { return ownCommands(s) })
	decides := strings.Contains(s, "{%")
	for _, m := range inSentence.FindAllStringSubmatchIndex(s, -1) {
		var group int
		for group = 1; m[2*group] < 0; group++ {
		}
		start, end := m[2*group], m[2*group+1]
		// What costs least is asked first: a text may hold thousands of them.
		if s[start] == '{' && (decides || start > 0 && strings.IndexByte("{$#%", s[start-1]) >= 0 || end < len(s) && s[end] == '}') {
			continue
		}
		if s[start] == '[' && bracketsOtherwise(s, start, end, usage) || isPartOfMore(s, start, end) {
			continue
		}
		if before := s[:start]; showsHow.MatchString(lastWords(before)) ||
			group > ownWords && told() != nil && told()[1] <= start && !sendsThere.MatchString(words.Ending(before)) {
			continue
		}
		return [2]int{start, end}, true
	}
	return span, false
}

// bracketsOtherwise reports whether brackets are those of a link, of a key, or of how a command is written.
func bracketsOtherwise(s string, start, end int, usage func() []string) bool {
	return isUsage(s, start, usage) || strings.HasPrefix(s[end:], "(") || namesKey(s[end:])
}

// isUsage reports whether brackets at a place of a text come right after a word in capitals, of which the text has others,
// too: they show how a command is written ("NOTE [text], LIST or DONE").
func isUsage(s string, at int, usage func() []string) bool {
	before := strings.TrimRight(s[:at], " ")
	if len(before)+1 != at {
		return false
	}
	last := before[strings.LastIndexAny(before, " \n\"'“(")+1:]
	return isCommand(last) && slices.Contains(usage(), last)
}

// ownCommands returns the words in capitals of a text that has several, and words in small letters, too; none of another.
func ownCommands(s string) []string {
	const fewest = 2
	var own []string
	seen := map[string]bool{}
	small := false
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch {
		case isCommand(word):
			if !seen[word] {
				seen[word] = true
				own = append(own, word)
			}
		case word == strings.ToLower(word) && word != strings.ToUpper(word):
			small = true
		}
	}
	if !small || len(own) < fewest {
		return nil
	}
	return own
}

// isCommand reports whether a word is written as commands are, in capitals.
func isCommand(word string) bool {
	const shortest = 3
	return len(word) >= shortest && word == strings.ToUpper(word)
}

// sendsThere are the words by which a text sends a person to an address, which is then none that he is to write.
var sendsThere = pattern.Lazy(`(?i)\b(?:see|visit|go to|head (?:over )?to|more (?:info(?:rmation)? )?at|online at|website at|visite|visita|ver|voir|siehe|vedi) $`)

// namesKey reports whether what stands after words in brackets says that one is to press them.
func namesKey(after string) bool {
	return words.HoldsAny(after[:min(len(after), 8)], "button", "key", "option", "menu", "tab", "tecla")
}

// saysComesHere returns where in a text for a person a sentence only says that something is still to
// come there, in bytes: "Card issues come here."
func saysComesHere(s string) (span [2]int, ok bool) {
	if !strings.Contains(s, " here") {
		return span, false
	}
	m := comesHere.FindStringSubmatchIndex(s)
	if m == nil {
		return span, false
	}
	return [2]int{m[2], m[3]}, true
}

// greetsNobody returns where a text greets somebody by what stands for a name, in bytes: "Hello User",
// "Dear Customer Name". Dear customer is how firms write to all.
func greetsNobody(s string) (span [2]int, ok bool) {
	if !words.HoldsAny(s, "user", "name") {
		return span, false
	}
	m := greets.FindStringSubmatchIndex(s)
	if m == nil {
		return span, false
	}
	return [2]int{m[2], m[3]}, true
}

// greets is such a greeting, at the beginning of a text or of a line of it.
var greets = pattern.Lazy(`(?i)(?:^|[\n"“])\s*(?:hello|hi|hey|dear|good (?:morning|afternoon|evening)|hola|olá|estimado|prezado),? (user|(?:(?:first|last|full|customer|client|caller|contact|patient|user|guest|member|your|the) ?){0,2}name|(?:nombre|nome) d[eo]l? cliente)(?:\s*[,!.:]|\s*\n|\s*$)`)

// comesHere is such a sentence, of something that is said or written.
var comesHere = pattern.Lazy(`(?i)(?:^|[.!?\n])\s*((?:[\pL\d'-]+ ){0,4}(?:issues?|questions?|details?|info(?:rmation)?|messages?|text|menu|list|prompt|options?|greeting|content|instructions?|script|hours|prices?|disclaimer|announcement|name|number|link|url|schedule|directions|answers?|terms|policy|description) (?:comes?|goes?|will (?:come|go)) here)\s*(?:[.!?\n]|$)`)

// isPartOfMore reports whether words are only a part of an address or a number: XXXX-1234 hides
// the rest of one that is known, and so does AB-XXXX; 1-800-555-0101 may be somebody's, other than one of zeros, which
// is written for a number that is to come; and one that somebody has in each place, as the directory, is no specimen.
func isPartOfMore(s string, start, end int) bool {
	if end+1 < len(s) && s[end] == '-' && isDigit(s[end+1]) {
		return true
	}
	if line, ok := strings.CutPrefix(s[start:end], "555-"); ok {
		const place = "+1202" // any would do
		switch {
		case line == "0000":
			return false
		case schemas.SpecimenNumber(place+"555"+line) == nil:
			return true
		}
	}
	if start > 0 && strings.IndexByte("@-", s[start-1]) >= 0 {
		return true
	}
	before := strings.TrimRight(s[:start], " .-()")
	return isDigit(s[start]) && s[start] == '5' && before != "" && isDigit(before[len(before)-1])
}

// mayStand is a quick look for what every match has: a bracket and a word, crosses, an X alone,
// a line to fill in, the street and the host of nobody's, a name of one's own.
func mayStand(s string) bool {
	for i := 0; i < len(s); i++ {
		if mayBegin[s[i]] && mayStandAt(s, i) {
			return true
		}
	}
	return false
}

// mayBegin are the letters and signs that a match begins with, or has near its beginning.
var mayBegin = [256]bool{'[': true, '(': true, '{': true, '<': true, 'X': true, 'x': true, '_': true, '1': true, '5': true, 'T': true, 'e': true, 'E': true, 'y': true, 'Y': true, 't': true, 's': true, 'm': true}

func mayStandAt(s string, i int) bool {
	switch rest := s[i+1:]; s[i] {
	case '{':
		return (i == 0 || s[i-1] != '{') && startsWithLetter(rest)
	case '[', '<':
		return startsWithLetter(rest)
	case '(':
		return words.HoldsAny(rest[:min(len(rest), 6)], "add", "insert", "paste")
	case 'X', 'x':
		return rest != "" && (rest[0]|0x20 == 'x' || s[i] == 'X' && rest[0] == ' ')
	case 'e', 'E':
		return len(rest) > 7 && strings.EqualFold(rest[:6], "xample") && rest[6] == '.'
	case 'y', 'Y':
		return len(rest) > 7 && strings.EqualFold(rest[:3], "our") && isOfOwner(rest[3:])
	}
	return mayBeginWith(s[i:])
}

func mayBeginWith(s string) bool {
	for _, begins := range [...]string{"___", "123 ", "555-", "TBD"} {
		if strings.HasPrefix(s, begins) {
			return true
		}
	}
	if after, ok := strings.CutPrefix(s, "my"); ok && words.HoldsAny(after[:min(len(after), 14)], "county.",
		"company.", "domain.", "website.", "agency.", "organization.") {
		return true
	}
	for _, begins := range [...]string{"the ", "su ", "tu ", "my "} {
		if after, ok := strings.CutPrefix(s, begins); ok && isOfOwner(after) {
			return true
		}
	}
	return false
}

func startsWithLetter(s string) bool { return s != "" && 'a' <= s[0]|0x20 && s[0]|0x20 <= 'z' }

// isOfOwner reports whether what begins a text may be said of whose flow it is.
func isOfOwner(s string) bool {
	return words.HoldsAny(s[:min(len(s), 14)], "company", "business", "organi", "restaurant", "clinic", "store",
		"empresa", "negocio", "domain", "website", "site", "link")
}

// standsFor are words for what belongs into a sentence, in a few languages.
const standsFor = `(?:(?:first|last|full|your|the|my|our|company|business|customer|client|patient|agent|store|shop|office|clinic|practice|restaurant|organi[sz]ation|brand|phone|website|web|email|appointment|order|booking)[ _-]?){0,3}` +
	`(?:name|link|url|website|number|phone|address|date|time|hours|email|e-mail|location|amount|code|company|business|text|message|nombre|enlace|número|numero|teléfono|telefono|dirección|direccion|fecha|hora|horario|correo|empresa|nome|endereço|telefone|lien|nom|numéro|adresse|entreprise|firma|uhrzeit|datum)`

// ownWords is how many groups of inSentence are of words that no text asks a person for: before
// the others nothing may tell how to write.
const ownWords = 4

// inSentence is such a word.
var inSentence = pattern.Lazy(`(?i)(?:` +
	`(\((?:add|insert|paste)[ _-](?:the |your |a )?` + standsFor + `(?: here)?\)|\b(?-i:TBD)\b)` +
	`|\b((?:within|in|after|dentro de|en|em|dans|innerhalb von|für) (?-i:X) (?:(?:business|working) )?(?:hours?|days?|minutes?|weeks?|horas|días|dias|minutos|heures|jours|stunden|tage|minuten))\b` +
	`|\b(?:welcome to|calling|contacting|texting|messaging|bienvenidos? a|llamar a) ((?:your|the|su|tu|my) (?:company|business|organi[sz]ation|restaurant|clinic|store|empresa|negocio) (?:(?:name(?: here)?|here)\b|aquí\B))` +
	`|\pL ?(_{3,})(?:[ .,!]|$)` +
	`|([\[<{]` + standsFor + `(?: here)?[\]>}])` +
	`|\b(?:an?|the|our|dear|hello|hi|with|from|by),? (\[(?-i:[a-z][a-z '_-]{3,28})\])(?:[ ,.!?:;'"\n]|$)` +
	`|\b((?-i:X{4,})|(?:\+?[0-9-]{1,5}[ .-]?)?\(?x{2,}\)?(?:[ .-]+x{2,})+|[0-9]{3}-x{3,})\b` +
	`|\b(123 (?:main|any|fake|example|elm|first) (?:st|street|ave|avenue|road|rd))\b` +
	`|\b(555-[0-9]{4})\b` +
	`|\b((?:https?://)?(?:[a-z0-9-]+\.)*(?:example\.(?:com|org|net)|your-?(?:domain|company|website|site|link|business)\.(?:com|org|net)|my(?:county|company|domain|website|agency|organization)\.(?:com|org|net|gov|us)))\b)`)
