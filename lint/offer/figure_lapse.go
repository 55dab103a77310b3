package offer

import (
	"slices"
	"strings"

	"studiolint/lint/words"
)

// A LapseKind is what a length of time is said of.
type LapseKind uint8

// The kinds of what lasts.
const (
	Aside  LapseKind = iota // how long before, ago, how often
	Lasts                   // how long somebody has something
	Valid                   // how long something can be used
	Coming                  // after how long something comes
)

// KindOfLapse returns what the length of time is said of that a sentence names.
func KindOfLapse(sentence string) LapseKind {
	sentence = strings.ToLower(sentence)
	switch {
	case asideWords.In(sentence), replyWords.In(sentence) && withinWords.In(sentence):
		return Aside
	case validWords.In(sentence):
		return Valid
	case comingWords.In(sentence):
		return Coming
	}
	return Lasts
}

var (
	asideWords = words.AnyOf("before", "in advance", "notice", "ahead", "earl", " ago", "last ", "past ", "every", "each", "antes", "anticip", "anteced", "cada ", "últim", "hace ", "vor ", "vorher", "zuvor", "alle ", "jede", "seit", "früh",
		"avant", "avance", "chaque", "tous les", "toutes les", "depuis", "prima", "ogni", "fa ", "minimum", "at least", "up to", "about", "around", "max", "or more", "or less")
	replyWords  = words.AnyOf("reply", "respond", "answer", "contest", "antwort", "répond", "rispond")
	withinWords = words.AnyOf("within", " in ", "dentro de", " en ", " em ", "innerhalb", "binnen", " dans ", " sous ", " entro ")
	validWords  = words.AnyOf("valid", "expire", "válid", "vence", "caduc", "vigen", "gültig", "gilt", "läuft", "verfäll", "expir", "valable", "scad", "verloopt", "geldig")
	comingWords = words.AnyOf("within", "takes", "will take", "arriv", "deliver", "ready", "ship", "business day", "working day", "hábil", "habil", "laborab", "tarda", "demora", "llegar", "dentro de", "plazo", "entrega", "recibir", "chegar", "em até", "úteis", "prazo", "leva ",
		"innerhalb", "binnen", "dauert", "ankommen", "geliefert", "lieferung", "werktag", "arbeitstag", "sous ", "dans ", "prend", "livr", "arriver", "ouvr", "entro", "arriver", "consegn", "lavorativ", "werkdag", "call you", "in touch", "llamar", "melden")
)

// Only returns the only figure of one of some measures that a text names, where Liquid does not put it in.
func Only(text string, of ...Measure) (only Figure, ok bool) {
	for _, f := range Figures(text) {
		if !slices.Contains(of, f.Measure) {
			continue
		}
		if ok && (f.Amount != only.Amount || f.Measure != only.Measure) || f.Amount == Unsaid {
			return only, false
		}
		only, ok = f, true
	}
	return only, ok
}

// SameLapse reports whether two texts, by the sentences that name a length of time each, speak of how long the same
// is valid or takes to come.
func SameLapse(sentence, text, otherSentence string) bool {
	kind := KindOfLapse(sentence)
	if kind != Valid && kind != Coming || kind != KindOfLapse(otherSentence) {
		return false
	}
	said := words.In(text)
	return slices.ContainsFunc(words.In(otherSentence), func(word string) bool {
		return len(word) > 3 && !words.IsSmall(word) && timeUnits()[word] == 0 &&
			!afterDays.has(word) && !besideUnits.has(word) && slices.Contains(said, word)
	})
}

// NamedLapse returns how many seconds the unit has after which a length of time is named, 0 where it may be any, and
// whether it is one for how long something is valid; false where a name is none for a length of time.
func NamedLapse(name string) (seconds int, valid, ok bool) {
	for _, word := range words.In(name) {
		unit := timeUnits()[word]
		if slices.Contains(singleDays[:], word) {
			return 0, false, false // a day of the week, a month of the year
		}
		switch {
		case unit > 0 && seconds == 0:
			seconds = unit
		case wordSet(validNames).has(word):
			valid = true
		case !wordSet(besideLapses).has(word):
			return 0, false, false
		}
	}
	return seconds, valid, seconds > 0 || valid
}

var singleDays = [...]string{"day", "dia", "día", "tag", "jour", "giorno", "dag", "second", "segundo", "month", "mes", "mês", "mois", "monat", "mese", "maand", "week", "hour", "hora", "heure", "ora", "uur", "minute", "minuto", "min", "sec"}

const (
	validNames   = " valid validity expires expiry expiration expire ttl vigencia validez validade vencimiento caducidad gültig gueltig gültigkeit gueltigkeit validité validite expira scadenza validita geldig "
	besideLapses = " in for de en por of num number count duration duracion duración duracao duração dauer durée duree durata pause pausa extend extension extra link token code hold business working habiles hábiles uteis úteis para zu für pour per "
)

// IsUntil reports whether a name is one for a time of day until which something lasts.
func IsUntil(name string) bool { return allWords(name, untilNames) }

func allWords(name, list string) bool {
	in := words.In(name)
	other := func(word string) bool { return !wordSet(list).has(word) }
	return len(in) > 0 && !slices.ContainsFunc(in, other)
}

const (
	untilNames = " until till hasta ate até bis jusqu fino checkout "
)

// TellsOpen reports whether a sentence tells how long something is open, or till when one may answer.
func TellsOpen(sentence string) bool {
	return openedWords.In(strings.ToLower(sentence)) || len(In(sentence)) > 0
}

var openedWords = words.AnyOf("open", "clos", "abiert", "abrimos", "abre", "cerr", "cierr", "abert", "fecha", "geöffnet", "offen", "schließ", "ouvert", "ferm", "apert", "chius", "call us", "reach us", "serve", "llam", "erreich")
