package offer

import (
	"slices"
	"strings"
	"sync"

	"studiolint/lint/words"
)

const daySeconds = 24 * 60 * 60

// A wordSet is a list of words in small letters, between blanks.
type wordSet string

func (s wordSet) has(word string) bool {
	for from := 0; word != ""; {
		i := strings.Index(string(s[from:]), word)
		if i < 0 {
			return false
		}
		from += i + len(word)
		if s[from-len(word)-1] == ' ' && s[from] == ' ' {
			return true
		}
	}
	return false
}

const (
	currencyWords = wordSet(" dollar dollars euro euros pound pounds buck bucks peso pesos real reais franken francs libra libras soles dólares dolares dólar usd eur gbp chf mxn cop ars clp brl cad aud nzd pen ")
	besideUnits   = wordSet(" business working work full whole more extra additional calendar consecutive ganze volle weitere ganzen vollen ")
	workdayWords  = wordSet(" werktage werktagen werktag arbeitstage arbeitstagen arbeitstag werkdagen werkdag workdays weekdays ")
	afterDays     = wordSet(" hábiles habiles laborables laborales úteis uteis ouvrés ouvrables ouvré ouvrable hábil útil lavorativi feriali lavorativo ")
	beforeClock   = wordSet(" à as às las até at until bis um jusqu alle hasta les ")
	clockMarks    = wordSet(" h uhr am pm horas ")
	clockArticles = wordSet(" las la as às os a à le l the alle um ")
	untilWords    = wordSet(" until till hasta até ate jusqu bis fino tot ")
	rangeWords    = wordSet(" to or and o a bis oder und ou à y e et hasta até ")
	halfWords     = wordSet(" half quarter media medio halbe halben halb demi demie mezza mezz meia meio cuarto viertel ")
	wordsBetween  = wordSet(" y e and et ")
	oneWords      = wordSet(" a an un una uma um une ein eine einen einer uno een one eins ")
)

// timeUnits are words for units of time, by their seconds.
var timeUnits = sync.OnceValue(func() map[string]int {
	all := map[string]int{}
	for seconds, list := range map[int]string{
		1:               "second seconds sec secs segundo segundos seconde secondes sekunde sekunden secondi secondo seconden",
		60:              "minute minutes min mins minuto minutos minuten minuti minuut",
		60 * 60:         "hour hours hr hrs hora horas heure heures stunde stunden ora ore uur uren",
		daySeconds:      "day days día días dia dias jour jours tag tage tagen giorno giorni dag dagen",
		7 * daySeconds:  "week weeks semana semanas semaine semaines woche wochen settimana settimane weken",
		30 * daySeconds: "month months mes meses mês mois monat monate monaten mese mesi maand maanden",
	} {
		for word := range strings.FieldsSeq(list) {
			all[word] = seconds
		}
	}
	return all
})

// largeNumbers are words for numbers above those of counts, and further forms.
var largeNumbers = sync.OnceValue(func() map[string]int {
	all := map[string]int{}
	for n, list := range map[int]string{
		1: "a an un una uma une eine einen einem einer een", 2: "duas", 17: "seventeen diecisiete dezessete siebzehn diciassette", 18: "eighteen dieciocho dezoito achtzehn diciotto",
		19: "nineteen diecinueve dezenove neunzehn diciannove", 20: "twenty veinte vinte vingt zwanzig venti twintig", 21: "veintiuno veintiún", 22: "veintidós", 23: "veintitrés",
		24: "veinticuatro", 25: "veinticinco", 26: "veintiséis", 27: "veintisiete", 28: "veintiocho", 29: "veintinueve", 30: "thirty treinta trinta trente dreißig dreissig trenta dertig",
		40: "forty cuarenta quarenta quarante vierzig quaranta veertig", 50: "fifty cincuenta cinquenta cinquante fünfzig cinquanta vijftig", 60: "sixty sesenta sessenta soixante sechzig sessanta zestig",
		70: "seventy setenta siebzig settanta zeventig", 80: "eighty ochenta oitenta achtzig ottanta tachtig", 90: "ninety noventa neunzig novanta negentig",
		100: "hundred cien ciento cem cento cent hundert honderd", 200: "doscientos doscientas duzentos zweihundert duecento", 300: "trescientos trescientas trezentos dreihundert trecento",
		400: "cuatrocientos quatrocentos vierhundert quattrocento", 500: "quinientos quinientas quinhentos fünfhundert cinquecento", 600: "seiscientos seiscentos sechshundert seicento",
		700: "setecientos setecentos siebenhundert settecento", 800: "ochocientos oitocentos achthundert ottocento", 900: "novecientos novecentos neunhundert novecento",
		1000: "thousand mil mille tausend duizend", 3: "drie", 4: "vier", 5: "vijf", 6: "zes", 7: "zeven", 9: "negen", 10: "tien",
	} {
		for word := range strings.FieldsSeq(list) {
			all[word] = n
		}
	}
	return all
})

// numberWord returns the number that a word in small letters is; -1 for none.
func numberWord(word string) int {
	if word == "" {
		return -1
	}
	if n, ok := largeNumbers()[word]; ok {
		return n
	}
	for i := range counts {
		if n := slices.Index(counts[i], word); n >= 0 {
			return n
		}
	}
	return joinedNumber(word)
}

// joinedNumber reads the words that German and Italian write as one: fünfundzwanzig, venticinque.
func joinedNumber(word string) int {
	const german, italian = 4, 5 // of NumeralTongues
	if unit, tens, ok := strings.Cut(word, "und"); ok && tens != "" {
		n, more := slices.Index(counts[german], unit), largeNumbers()[tens]
		if n > 0 && n < 10 && more >= 20 && more < 100 {
			return n + more
		}
	}
	for n, unit := range counts[italian][:10] {
		tens, ok := strings.CutSuffix(word, unit)
		if !ok || n == 0 || len(tens) < 4 {
			continue
		}
		for _, vowel := range [...]string{"", "i", "a"} {
			if more := largeNumbers()[tens+vowel]; more >= 20 && more < 100 {
				return more + n
			}
		}
	}
	return -1
}

// IsFree reports whether a text says that something costs nothing, and names no sum.
func IsFree(text string) bool { return freeWords.In(text) }

var freeWords = words.AnyOf("no charge", "free of charge", "no cost", "no extra cost", "for free", "no fee", "without charge", "sin costo", "sin coste", "sin cargo", "no tiene costo", "no tiene coste", "no tendrá costo", "no tendrá cargo", "no genera cargo",
	"gratis", "gratuit", "sem custo", "não tem custo", "kostenlos", "kostenfrei", "gebührenfrei", "sans frais", "senza costi", "senza spese")
