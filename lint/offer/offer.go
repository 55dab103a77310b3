// Package offer tells which answers a prompt offers: the keys of "press 1 for sales"
// and the words of "reply YES or NO". It knows the common phrases of a few languages;
// what it does not know it does not see.
package offer

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"studiolint/lint/literal"
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// An Offer is one answer that a text asks for, with what its sentence says before and
// after it, as far as the offers next to it.
type Offer struct {
	Answer        string // a key, or a word as it is written
	Before, After string
	Listed        bool // it is the number or letter of an item, and no verb asks for it
}

// verbs ask a person to press, say or write something.
const verbs = `press|dial|push|hit|enter|select|choose|pick|reply|replying|respond|responding|answer|text|texting|type|typing|send|sending|say|` +
	`write|key in|presione|presiona|oprima|oprime|marque|marca|pulse|pulsa|digite|digita|escriba|escribe|responda|responde|envíe|envie|` +
	`aperte|disque|diga|elija|elige|escoja|escoge|seleccione|selecciona|teclee|teclea|toque|toca|envía|envia|mande|manda|escolha|selecione|escreva|mandar|enviar|` +
	`touch|presionar|oprimir|marcar|pulsar|digitar|apertar|discar|pressionar|teclear|drücken sie|drucken sie|wählen sie|wahlen sie|tippen sie|antworten sie|schreiben sie|senden sie|schicken sie|sagen sie|` +
	`drücke|drück|wähle|tippe|antworte|schreibe|schreib|sende|schicke|appuyez sur|tapez|composez|choisissez|appuie sur|` +
	`faites|répondez|repondez|envoyez|dites|réponds|reponds|envoie|choisis|tape|compose|premi|premere|prema|digitare|digiti|selezioni|scegli|scelga|scrivi|scriva|rispondi|risponda|invia|invii|pressione|tecle|druk|drukt|toets|toetst|kies|kiest|naciśnij|wciśnij|wybierz`

// firstWords are, of each ASCII letter in lower case, the lengths of the first words of verbs that begin
// with it, as bits.
var firstWords = sync.OnceValue(func() (lengths [26]uint16) {
	for verb := range strings.SplitSeq(verbs, "|") {
		first, _, _ := strings.Cut(verb, " ")
		lengths[first[0]-'a'] |= 1 << len(first)
	}
	return lengths
})

// afterFirst returns what a verb with such a first word consists of beside it, and whether there is one. Few
// texts ask for it: a map would take longer to make.
func afterFirst(word string) (rest string, known bool) {
	const list = "|" + verbs + "|"
	for from := 0; ; from++ {
		i := strings.Index(list[from:], "|"+word)
		if i < 0 {
			return "", false
		}
		from += i
		if rest := list[from+1+len(word):]; rest[0] == '|' || rest[0] == ' ' {
			return rest[:strings.IndexByte(rest, '|')], true
		}
	}
}

// In returns the answers that a text offers, each once, in their order. A text that
// asks for none, or for what it does not say ("enter your number"), offers none.
// The list is shared: nobody may change it.
func In(text string) []Offer { return offered.Of(text).offers }

var offered = words.NewMemory(find)

// A reading is what a text offers.
type reading struct {
	offers  []Offer
	twice   *Twice
	instead string // see OfferedInstead
}

func find(text string) reading {
	f := finder{text: text}
	f.asked()
	if len(f.found) > 0 {
		f.again(f.found[0].start)
	} else {
		f.unasked()
	}
	f.pairs()
	f.besides()
	if !slices.ContainsFunc(f.found, f.isWord) && !f.keysLast() {
		f.items()
	}
	f.elsewhere()
	return reading{slices.Clip(f.offers()), f.doubled(), f.instead()}
}

// A finder collects where a text offers answers: from the verb, if there is one, to the
// end of the answer.
type finder struct {
	text   string
	found  []found
	double [][2]Offer // of one answer
}

type found struct {
	verb, start, end int
	item             bool // of a list: what it is for comes after it
}

// whole reports whether no more letters or digits stand beside a match: 1 of "10" or
// of "1-800" is no key.
func (f *finder) whole(end int) bool {
	rest := f.text[end:]
	if rest == "" || strings.HasSuffix(f.text[:end], "\u20e3") {
		return true
	}
	if goesOn(rest) || isUnit(rest[skip(rest, space):]) || spelled(rest) {
		return false
	}
	c := rest[0]
	return !(c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c == '{')
}

// goesOn reports whether what stands after a number belongs to it: 1-800, 1.5.
func goesOn(rest string) bool {
	switch c := rest[0]; {
	case c == '-':
		return len(rest) < 2 || rest[1] != ' ' && !isLabel(rest[1:])
	case c >= utf8.RuneSelf:
		return !strings.HasPrefix(rest, "…") && !strings.HasPrefix(rest, "–") && !strings.HasPrefix(rest, "—")
	}
	return rest[0] == '.' && len(rest) > 1 && isDigit(rest[1])
}

// spelled reports whether at least two more digits stand each after a blank: dial 9 1 1.
func spelled(rest string) bool {
	return len(rest) >= 4 && rest[0] == ' ' && isDigit(rest[1]) && rest[2] == ' ' && isDigit(rest[3])
}

// asked finds the verbs and the answers right after them.
func (f *finder) asked() {
	end := 0
	before, inside := 0, false // where the character before begins, and whether it is of a word
	for i, r := range f.text {
		word := isASCIILetter(r) || '0' <= r && r <= '9' || r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsNumber(r))
		if word && !inside && before >= end {
			if n := verb(f.text[i:]); n > 0 {
				numbers := presses(f.text[i:])
				n += pause(f.text[i+n:])
				start, length := told(f.text[i+n:], numbers)
				if length > 0 {
					start += i + n
					end = start + length
					if f.add(before, start, end) {
						// The list begins right after "reply with a number:".
						if strings.IndexByte(f.text[i+n:start], '\n') >= 0 {
							itemEnd, _ := itemAt(f.text, start)
							f.found[len(f.found)-1].item = itemEnd > 0
						}
						f.others(end, numbers)
					}
				}
			}
		}
		before, inside = i, word
	}
}

// verb returns how many bytes of a text the verb has that it begins with, 0 for none.
func verb(text string) int {
	n := letters(text)
	if n == 0 || n == len(text) || n > longestVerb {
		return 0
	}
	if c := rune(text[0]); isASCIILetter(c) && words.IsASCII(text[:n]) && firstWords()[c|0x20-'a']&(1<<n) == 0 {
		return 0
	}
	rest, known := afterFirst(strings.ToLower(text[:n]))
	if !known || len(text) < n+len(rest) || !strings.EqualFold(text[n:n+len(rest)], rest) {
		return 0
	}
	return n + len(rest)
}

// letters returns with how many bytes of letters a text begins.
func letters(text string) int {
	for i, r := range text {
		if !isASCIILetter(r) && (r < utf8.RuneSelf || !unicode.IsLetter(r)) {
			return i
		}
	}
	return len(text)
}

func isASCIILetter(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }

// longestVerb is how many bytes the first word of a verb has at most.
const longestVerb = 10

// others finds the answers that are joined to the one that ends at a place.
func (f *finder) others(end int, numbers bool) {
	for {
		end += aside(f.text[end:])
		start, length := joined(f.text[end:], numbers)
		if length == 0 || start == 0 || !f.add(end, end+start, end+start+length) {
			return
		}
		end += start + length
	}
}

// add notes an answer and reports whether it is one.
func (f *finder) add(verb, start, end int) bool {
	if !f.whole(end) || strings.ContainsAny(f.text[start:end], "{}[]<>") {
		return false
	}
	f.found = append(f.found, found{verb: verb, start: start, end: end})
	return true
}

// offers returns what was found, in its order, each answer once.
func (f *finder) offers() []Offer {
	slices.SortStableFunc(f.found, func(a, b found) int { return a.start - b.start })
	f.found = slices.CompactFunc(f.found, func(a, b found) bool { return max(a.start, b.start) < min(a.end, b.end) })
	var all []Offer
	for i, o := range f.found {
		from, to := 0, len(f.text)
		if i > 0 {
			from = f.found[i-1].end
		}
		if i+1 < len(f.found) {
			to = max(f.found[i+1].verb, o.end)
		}
		before, after := f.text[from:max(from, o.verb)], f.text[o.end:to]
		if endsWithLeader(before) { // Sales . . . . press 1
			before = strings.TrimRight(before, space+".…")
		}
		if j := strings.LastIndexAny(before, ".;!?\n"); j >= 0 {
			before = before[j+1:]
		}
		if strings.HasPrefix(before, ")") || strings.HasPrefix(before, "]") { // small (1), large (2)
			before = strings.TrimLeft(before, ")], ")
		}
		if o.item || strings.HasPrefix(strings.TrimLeft(after, " \t"), "=") { // 1 = cake
			o.item, before, after = true, "", strings.TrimLeft(after, ".):=*_]–—- \t")
		}
		if j := strings.IndexAny(after, ".;!?\n"); j >= 0 {
			after = after[:j]
		}
		offer := Offer{plain(f.text[o.start:o.end]), before, after, o.item}
		if offer.Answer == "" {
			continue
		}
		same := func(other Offer) bool { return other.Answer == offer.Answer }
		if j := slices.IndexFunc(all, same); j >= 0 {
			f.double = append(f.double, [2]Offer{all[j], offer})
			continue
		}
		all = append(all, offer)
	}
	return all
}

// IsKey reports whether the answer is one key of a phone.
func (o Offer) IsKey() bool { return literal.IsKey(o.Answer) }

// Speech reports whether a text invites a caller to say something: "or say sales", "say or
// press 1", "diga".
func Speech(text string) bool {
	small := strings.ToLower(text)
	keys := sync.OnceValue(func() int { return len(In(text)) })
	return slices.ContainsFunc(says, func(word string) bool { return invites(small, word, keys) }) ||
		words.HoldsAny(text, "saying", "decir", "dizer", "falar", "dire", "sagen") && maySay.MatchString(text)
}

// maySay is how a text allows a caller to say something.
var maySay = pattern.Lazy(`(?i)\b(?:try saying|puedes? (?:tambi[ée]n )?decir|pode (?:tamb[ée]m )?(?:dizer|falar)|vous pouvez (?:aussi )?dire|(?:può|puoi) (?:anche )?dire|können sie (?:auch )?[^.?!\n]{0,20}\bsagen)\b`)

// says are the verbs, in small letters, and permissions what makes an invitation of any of
// them when it stands before. Imperatives are one where a sentence begins with them.
var (
	says        = []string{"say", "speak", "tell", "diga", "hable", "sagen", "sprechen", "dites", "parlez", "fale", "dica", "parli"}
	imperatives = []string{"say", "speak", "tell", "hable", "parlez", "fale", "parli"}
	permissions = []string{"or", "please", "you can", "just", "can also", "o", "oder", "ou", "oppure", "può"}
)

// invites reports whether a verb stands in a text in small letters as an invitation. The text offers some answers.
func invites(text, verb string, offers func() int) bool {
	for end := 0; ; {
		start := strings.Index(text[end:], verb)
		if start < 0 {
			return false
		}
		start += end
		end = start + len(verb)
		if (isPermitted(text[:start]) || opens(text[:start]) && slices.Contains(imperatives, verb) &&
			!isFigure(verb, text[end:], offers)) &&
			!startsWithWord(text[end:]) || !endsWithLetter(text[:start]) && invitesAlone(verb, text[end:]) {
			return true
		}
	}
}

// isFigure reports whether a verb with which a sentence begins is a figure of speech by what comes after it ("say
// goodbye to paper", "tell your friends"), or speaks of what the keys are then offered for: "Tell us how it went. Press
// 1 for great, 2 for not so great."
func isFigure(verb, rest string, offers func() int) bool {
	sentence := rest
	if i := strings.IndexAny(rest, ".!?\n"); i >= 0 {
		sentence = rest[:i+1]
	}
	if verb == "say" {
		return greets.MatchString(sentence)
	}
	const several = 2
	return tellsOthers.MatchString(sentence) ||
		offers() >= several && !alternative.MatchString(sentence) && !FreeSpeech(verb+sentence)
}

var (
	greets      = pattern.Lazy(`^ (?:(?:good-?bye|hello|hi|farewell|hola|adiós|thanks|thank you) to\b|(?:yes|no) to\b[^!]*!$)`)
	tellsOthers = pattern.Lazy(`^ (?:your |all your |a |the )?(?:friends?|family|everyone|everybody|neighbou?rs?|others|world|colleagues)\b`)
	alternative = pattern.Lazy(`\b(?:or|o|ou|oder)\b`)
)

// opens reports whether a sentence, or a part of one, begins after a text. A full stop without a blank
// is one of a path.
func opens(text string) bool {
	before := strings.TrimRight(text, space)
	return before == "" || len(before) < len(text) && strings.IndexByte(".?!,", before[len(before)-1]) >= 0
}

// isPermitted reports whether a text ends with a permission and blanks.
func isPermitted(text string) bool {
	before := strings.TrimRight(text, space)
	return len(before) < len(text) && slices.ContainsFunc(permissions, func(permission string) bool {
		rest, ok := strings.CutSuffix(before, permission)
		return ok && !endsWithWord(rest)
	})
}

// invitesAlone reports whether a verb is an invitation by what comes after it.
func invitesAlone(verb, rest string) bool {
	var after []string
	switch verb {
	case "diga", "dites", "dica":
		after = []string{""}
	case "sagen":
		after = []string{" sie"}
	case "say":
		after = []string{" or press", " or enter"}
	}
	return slices.ContainsFunc(after, func(words string) bool {
		rest, ok := strings.CutPrefix(rest, words)
		return ok && !startsWithWord(rest)
	})
}

var repeats = pattern.Lazy(`(?i)\b(repeat|again|replay|listen|hear|back|return to|main menu|previous|re-?listen|repetir|de nuevo|otra vez|volver|voltar|regresar|nochmal|erneut|wiederhol|zur[üu]ck|r[ée][ée]couter|r[ée]p[ée]ter|retour|ripet|opnieuw)`)

// Repeats reports whether the answer is offered in order to hear the prompt once more
// or to go back.
func (o Offer) Repeats() bool { return o.isFor(repeats) }

// isFor reports whether an expression fits what the answer is offered for. When that comes
// after it, what stands before it belongs to the answer before.
func (o Offer) isFor(expression *pattern.Expression) bool {
	purpose := o.Purpose()
	if purpose == o.After {
		purpose = beforeNext(purpose)
	}
	return !o.goesOn() && expression.MatchString(beforeNext(o.After)) || expression.MatchString(purpose)
}

// goesOn reports whether what comes after an answer is what the next one is for: for sales press 1,
// to hear this again press 9.
func (o Offer) goesOn() bool {
	_, told := wordIn(purposes, strings.TrimLeft(o.Before, space))
	if !told {
		return false
	}
	after := strings.TrimLeft(o.After, space)
	rest := strings.TrimLeft(strings.TrimLeft(after, ",;"), space)
	n, joins := wordIn(joints, rest)
	if joins {
		rest = strings.TrimLeft(rest[n:], space)
	}
	_, told = wordIn(purposes, rest)
	return told && len(rest) < len(after)
}

// Purpose returns what an answer is offered for, as it is written: "for sales", "To cancel".
// It is "" when that is not told.
func (o Offer) Purpose() string {
	if _, purpose := wordIn(purposes, strings.TrimLeft(o.After, space)); purpose || o.Before == "" && o.After != "" {
		return o.After
	}
	return o.Before
}

// beforeNext returns what stands after an answer up to the next one of a list, which may be no offer by its own:
// "for your bill, 0 back to the menu".
func beforeNext(after string) string {
	for i := 0; i+3 < len(after); i++ {
		number := after[i+1] == ' ' && '0' <= after[i+2] && after[i+2] <= '9' && after[i+3] == ' '
		if number && (after[i] == ',' || after[i] == ';') {
			return after[:i]
		}
	}
	return after
}

var retells = pattern.Lazy(`(?i)\b(?:repeat|replay|hear (?:the|this|that|it|these|those)\b.{0,40}\bagain|listen again|repetir|escuchar de nuevo|wiederhol|noch ?(?:ein)?mal (?:zu )?hören|réécouter|répéter)`)

// retold are the words of which every text has one that retells matches, in small letters:
// looked for first, because the expression takes longer to be made than a flow to be checked.
var retold = []string{"repeat", "replay", "again", "repetir", "nuevo", "wiederhol", "noch", "écouter", "péter"}

var choices = pattern.Lazy(`(?i)\b(?:(?:options?|menu|choices?|question|prompt|opciones|pregunta|optionen|auswahl|frage|choix)\b|men(?:u\b|ú\B))`)

// Retells reports whether the answer is offered in order to hear something once more that is
// not the choice itself: "to repeat your balance", not "to repeat this menu".
func (o Offer) Retells() bool {
	lower := strings.ToLower(o.After + "\n" + o.Before)
	if !slices.ContainsFunc(retold, func(word string) bool { return strings.Contains(lower, word) }) {
		return false
	}
	return o.isFor(retells) && !choices.MatchString(o.Purpose())
}

var anews = pattern.Lazy(`(?i)\b(?:(?:enter|type|key|say|record|hear|listen|choose|try)\b[^.]{0,30}\bagain\b|re-?enter|re-?record|re-?type|start over|repeat (?:this|the|these|that|it|your)\b|(?:ingresar|introducir|marcar|digitar|escuchar|grabar|o[íi]r)\w*\b[^.]{0,30}\b(?:de nuevo|otra vez|nuevamente)|volver a (?:ingresar|introducir|marcar|digitar|escuchar|grabar|o[íi]r)|(?:ouvir|digitar|gravar)\b[^.]{0,30}\bnovamente|(?:noch ?(?:ein)?mal|erneut) (?:zu )?(?:hören|ein(?:zu)?geben)|r[ée][ée]couter|ressaisir)`)

// Restarts reports whether the answer is offered in order to hear or to answer once more what
// was asked: "to hear this again", "to enter it again".
func (o Offer) Restarts() bool { return o.isFor(anews) }

var backs = pattern.Lazy(`(?i)\b((?:previous|go back|back to|main menu|start over|starting over|men[úu] principal|menu principal|men[úu] anterior|zur[üu]ck|pr[ée]c[ée]dent|voltar|volver al?|regresar al?)\b|hauptmen(?:u\b|ü\B))`)

var reenters = pattern.Lazy(`(?i)\b(?:re-?enter|start(?:ing)? over|(?:enter|type|key|try)\b[^.]{0,20}\bagain|(?:change|correct) (?:it|that|this|your|the)\b|(?:ingresar|introducir|marcar|digitar)\w*\b[^.]{0,30}\b(?:de nuevo|otra vez|nuevamente)|volver a (?:ingresar|introducir|marcar|digitar)|digitar\b[^.]{0,30}\bnovamente|(?:noch ?(?:ein)?mal|erneut) ein(?:zu)?geben|ressaisir)`)

// Reenters reports whether the answer is offered in order to enter anew what was entered.
func (o Offer) Reenters() bool { return o.isFor(reenters) }

var returns = pattern.Lazy(`(?i)\b(?:(?:previous|main|last|earlier) menu|go back\b|men[úu] (?:principal|anterior)|hauptmen[üu]|vorherige[nrs]? men[üu]|menu pr[ée]c[ée]dent)`)

// Returns reports whether the answer is offered in order to go back to an earlier menu, and not to
// hear this one again.
func (o Offer) Returns() bool { return o.isFor(returns) && !o.Restarts() && !o.Retells() }

// Back reports whether the answer is offered in order to come back to an earlier prompt.
func (o Offer) Back() bool { return o.isFor(backs) }
