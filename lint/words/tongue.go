package words

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Tongue returns the language that a text is in, as its code: en, es, pt, fr, de, it or nl. It
// is "" for a text that is too short to tell, in two languages, or in one that is not known
// here. Only the small words that nearly every sentence has are looked at; what Liquid puts in,
// marks of a voice and addresses are passed over.
func Tongue(text string) string {
	if len(text) < shortestTold {
		return ""
	}
	return told.Of(text).tongue
}

// shortestTold is how many bytes a text has at least of which anything is told.
const shortestTold = 12

// A toldText is what is known of a text: its language, and what is misspelt.
type toldText struct {
	tongue   string
	misspelt Misspellings
}

var told = NewMemory(func(text string) toldText {
	tongue := findTongue(text)
	misspelt := findMisspelt(text, tongue)
	misspelt.List = slices.DeleteFunc(misspelt.List, func(m Misspelling) bool { return isForeign(text, m.Start, m.End) })
	if misspelt.English {
		misspelt.List = append(misspelt.List, wrongForms(text)...)
	}
	return toldText{tongue, misspelt}
})

func findTongue(text string) string {
	const least, lead = 3, 2 // words of a language that are found, and more than of any other
	found := tongueWords(text)
	best := 0
	for i := range tongues {
		if found.count[i] > found.count[best] {
			best = i
		}
	}
	if found.count[best] < least || found.count[best]*4 < found.words || tongues[best].rival {
		return ""
	}
	for i := range tongues {
		if foreign := found.apart(i, best); i != best &&
			(found.count[best]-found.count[i] < lead || foreign > 1 || foreign*6 > found.count[best]) {
			return ""
		}
	}
	return tongues[best].code
}

// TongueNumber returns which of the languages that Tongue may return has a code, counted from 0; -1 for none.
func TongueNumber(code string) int {
	n := 0
	for i := range tongues {
		switch {
		case tongues[i].rival:
		case tongues[i].code == code:
			return n
		default:
			n++
		}
	}
	return -1
}

// TongueName returns what a language is called by the code that Tongue may return: Spanish for
// es; "" for any other code.
func TongueName(code string) string {
	for _, t := range tongues {
		if t.code == code && !t.rival {
			return t.name
		}
	}
	return ""
}

// OnlyTongue returns the code of the language of which a text speaks; "" for none or several.
func OnlyTongue(text string) (code string) {
	for _, t := range tongues {
		if t.rival || !NamesTongue(text, t.code) {
			continue
		}
		if code != "" {
			return ""
		}
		code = t.code
	}
	return code
}

// NamesTongue reports whether a text speaks of a language: "para español, oprima el dos".
func NamesTongue(text, code string) bool {
	i := slices.IndexFunc(tongues[:], func(t tongue) bool { return t.code == code })
	if i < 0 {
		return false
	}
	called := strings.Fields(tongues[i].called)
	return slices.ContainsFunc(In(text), func(word string) bool {
		return slices.ContainsFunc(called, func(name string) bool { return strings.HasPrefix(word, name) })
	})
}

// NamesAnyTongue reports whether a text speaks of some language that Tongue knows.
func NamesAnyTongue(text string) bool { return namesAny.Of(text) }

var namesAny = NewMemory(func(text string) bool {
	return slices.ContainsFunc(tongues[:], func(t tongue) bool { return !t.rival && NamesTongue(text, t.code) })
})

// A tongue is a language with the words by which it is known.
type tongue struct {
	code, name string
	rival      bool   // it is here only so that it is taken for no other
	called     string // how names of it begin
	words      string
}

var tongues = [...]tongue{
	{code: "en", name: "English", called: "english inglés ingles inglês anglais englisch inglese engels", words: `a the you your please for with and is are this our have has been will thank thanks to of we us not at if or be that can from what
		would was do does now press enter call calling welcome hello goodbye sorry an it by as how when after there any all more one two three their they me
		reply again option available leave message hold help did get who may about`},
	{code: "es", name: "Spanish", called: "spanish español espanol espagnol espanhol spanisch spagnolo spaans castellano", words: `a el la los las de del y que en por para con su sus un una es no si sí se le les lo al como cómo más mas nuestro nuestra nuestros usted gracias favor
		ha han este esta está estamos son hola pero nos tu te ya oprima presione marque pulse espere bienvenido bienvenidos buenos buenas días dias adiós adios llamar llamada
		ahora cuando muy uno dos tres ingrese escriba responda mensaje deje línea linea momento qué o todos ser
		lunes martes miércoles jueves viernes sábado domingo horario horarios puede quiere desea para nuestras sea sin sobre también tambien cada hasta desde
		debe necesita enviar código palabra tiempo respuesta mi mis ya aún después cualquier tiene estoy fue pedido gustaría`},
	{code: "pt", name: "Portuguese", called: "portugu", words: `o a os as de do da dos das e que em no na nos por para com seu sua um uma não nao se ao você voce obrigado obrigada olá ola favor nosso nossa está foi
		mais ou bem vindo vindos aguarde digite pressione tecle aperte atendimento ligar ligação são sao pelo pela seus suas qual como por quando agora dois três tres nossos
		mensagem deixe linha momento boa bom dia tarde uma escolha segunda sexta horário pode deseja até desde sem sobre também cada
		precisa deve enviar informar informado informe informada código palavra tempo resposta meu minha já ainda mas aos às depois qualquer inválido inválida tem estou seja máxima`},
	{code: "fr", name: "French", called: "french français francais francés frances francês französisch francese frans", words: `a le la les de des du et que en pour par avec votre vos un une est ne pas se sur nous vous au aux ce cette qui dans ou être merci plaît veuillez
		bonjour bienvenue appuyez tapez appel appeler appelez revoir si sont nos notre été avez bien chez plus mais ligne deux trois laissez message patientez être je il à
		ton ta tes mon ma mes actuellement dès aucune dont entrez choisissez fermé fermée ouvert après avant tout toute`},
	{code: "de", name: "German", called: "german deutsch alemán aleman alemão allemand tedesco duits", words: `der die das den dem ein eine einen einem und ist nicht mit für fuer sie ihr ihre ihren ihrem wir uns auf zu von im in bitte danke vielen dank drücken
		drucken wählen guten tag hallo haben werden oder wenn auch nach bei an es sind wird zum zur wiederhören eins zwei drei unser unsere unseren herzlich willkommen anruf
		sich wurde können hinterlassen nachricht als was dass am aus`},
	{code: "it", name: "Italian", called: "italian", words: `a il lo la gli le di del della dei delle che in per con suo sua un una non si ha al nel nella grazie prego salve buongiorno premere prema preme attendere
		chiamare chiamato nostro nostra questo sono siamo più arrivederci vi ci dal dalla alla tre due ed ma voi risposta messaggio da favore scelga`},
	{code: "nl", name: "Dutch", called: "dutch nederlands holandés holandes niederländisch", words: `de het een en is niet met voor uw wij we ons van op te in bij of als dank bedankt graag druk kies goedendag hallo wordt worden zijn naar dat deze
		om aan ook heeft heb hebt kunt u onze dit er door nog wilt twee drie alstublieft`},

	{code: "ca", name: "Catalan", rival: true, words: `a el la els les de del que en per amb un una no si es gràcies favor seva seu nostre nostra us plau premi truqui aquest aquesta hem i al dels ha són`},
	{code: "gl", name: "Galician", rival: true, words: `o a os as de do da e que en para con por unha un non se grazas ao na no dos das é prema chamar`},
	{code: "sv", name: "Swedish", rival: true, words: `och att det är på för med en ett som inte av till du vi tack välkommen hej den kan var om har från in i tryck`},
	{code: "da", name: "Danish", rival: true, words: `og at det er på for med en et som ikke af til du vi tak velkommen hej den kan har fra tryk i om de dig din over under her`},
	{code: "nb", name: "Norwegian", rival: true, words: `og å det er på for med en et som ikke av til du vi takk velkommen hei den kan har fra trykk i om de deg din over under her`},
	{code: "ro", name: "Romanian", rival: true, words: `a și si la de pe cu pentru în in nu este vă va un o să sa mulțumim sau din ne`},
	{code: "pl", name: "Polish", rival: true, words: `a na do się nie jest dla proszę dziękujemy lub naciśnij po jak to od czy`},
	{code: "fil", name: "Filipino", rival: true, words: `ang ng sa na para po mga ay at ito namin iyong kami`},
	{code: "id", name: "Indonesian", rival: true, words: `yang dan untuk dengan anda silakan tekan di ini itu kami dari ke tidak`},
	{code: "af", name: "Afrikaans", rival: true, words: `die is het vir en nie van jou u om te met in op ons asseblief dankie sal kan ek`},
	{code: "ht", name: "Haitian", rival: true, words: `pou la nou ou se yo ak nan tanpri mèsi peze sa li pa`},
}

// maxTongueWords is more than there are words in all languages.
const maxTongueWords = 1024

// A wordTable holds the words of all languages by their hash. It is generated, for to make it takes longer
// than to look at most texts.
type wordTable struct {
	slots [2 * maxTongueWords]uint16 // one more than where a word stands in the list; 0 for none
	list  []tongueWord
}

type tongueWord struct {
	text   string
	spoken uint32 // the languages that have it, as bits
}

//go:generate go test -run TestEnglishLines -update

// find returns where a word stands in the list of a table, -1 when it does not, and the slot that
// is or would be its.
func find[T string | []byte](t *wordTable, word T) (at, slot int) {
	hash := uint32(2166136261) // FNV-1a
	for i := range len(word) {
		hash = (hash ^ uint32(word[i])) * 16777619
	}
	for slot = int(hash % uint32(len(t.slots))); ; slot = (slot + 1) % len(t.slots) {
		at = int(t.slots[slot]) - 1
		if at < 0 || t.list[at].text == string(word) {
			return at, slot
		}
	}
}

// tongueCounts counts the different words of a text by language.
type tongueCounts struct {
	words  int // all that there are
	count  [len(tongues)]int
	seen   [maxTongueWords / 64]uint64
	spoken [64]uint32 // the languages of those that were found first
	found  int
}

// apart returns how many words of a language were found that another one has not.
func (c *tongueCounts) apart(language, from int) (n int) {
	for _, spoken := range c.spoken[:c.found] {
		if spoken&(1<<language) != 0 && spoken&(1<<from) == 0 {
			n++
		}
	}
	return n
}

func (c *tongueCounts) add(word []byte, known *wordTable) {
	c.words++
	at, _ := find(known, word)
	if at < 0 || c.seen[at/64]&(1<<(at%64)) != 0 || c.found == len(c.spoken) {
		return
	}
	spoken := known.list[at].spoken
	c.seen[at/64] |= 1 << (at % 64)
	c.spoken[c.found] = spoken
	c.found++
	for rest := spoken; rest != 0; rest &= rest - 1 {
		c.count[bits.TrailingZeros32(rest)]++
	}
}

// tongueWords counts the words of a text.
func tongueWords(text string) (c tongueCounts) {
	const longest = 32 // bytes of a word
	var buffer [longest]byte
	known := &knownWords
	for i := 0; i < len(text); {
		if n := passedOver(text[i:]); n > 0 {
			i += n
			continue
		}
		word, end := buffer[:0], i
		for end < len(text) {
			r, size := utf8.DecodeRuneInString(text[end:])
			if !unicode.IsLetter(r) {
				break
			}
			if len(word)+utf8.UTFMax <= longest {
				word = utf8.AppendRune(word, unicode.ToLower(r))
			}
			end += size
		}
		switch {
		case end == i:
			_, size := utf8.DecodeRuneInString(text[i:])
			end += size
		case isPartOfAddress(text, i, end):
			end += len(text[end:]) - len(strings.TrimLeft(text[end:], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./@:?=&#%+"))
		default:
			c.add(word, known)
		}
		i = end
	}
	return c
}

// passedOver returns how many bytes at the beginning of a text are no words of it: Liquid and
// the marks of a voice.
func passedOver(text string) int {
	if text == "" || text[0] != '{' && text[0] != '<' {
		return 0 // as most
	}
	for _, pair := range [...][2]string{{"{{", "}}"}, {"{%", "%}"}, {"<", ">"}} {
		if strings.HasPrefix(text, pair[0]) {
			if end := strings.Index(text, pair[1]); end > 0 {
				return end + len(pair[1])
			}
		}
	}
	return 0
}

// isPartOfAddress reports whether a word is joined to others by what only addresses and names
// of programs have between words.
func isPartOfAddress(text string, start, end int) bool {
	if start > 0 && strings.IndexByte("@/_.", text[start-1]) >= 0 && (start < 2 || text[start-2] != ' ') &&
		text[start-1] != '.' {
		return true
	}
	if end+1 >= len(text) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[end+1:])
	return strings.IndexByte("@_", text[end]) >= 0 || text[end] == ':' && next == '/' ||
		text[end] == '.' && unicode.IsLower(next)
}

// IsSmall reports whether a word, in small letters, is one that nearly every sentence of some
// language has, so that it tells nothing of what is spoken of.
func IsSmall(word string) bool {
	at, _ := find(&knownWords, word)
	return at >= 0
}

// PutsDayFirst reports whether nobody who writes a language puts the month before the day, in numbers with a mark between.
// Of those who speak Spanish many live where / is read so.
func PutsDayFirst(code string, mark byte) bool {
	return code != "" && code != "en" && (code != "es" || mark != '/')
}
