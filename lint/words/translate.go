package words

import (
	"slices"
	"sync"
)

// topics are words of menus that stand for the same, the first of each in English.
var topics = [][]string{
	{"sales", "ventas", "vendas", "verkauf", "ventes"},
	{"support", "soporte", "suporte", "assistance"},
	{"service", "servicio", "serviço"},
	{"billing", "facturación", "facturacion", "faturamento", "abrechnung", "facturation"},
	{"payments", "payment", "pagos", "pagamentos", "zahlungen", "paiements"},
	{"appointments", "appointment", "citas", "cita", "consultas", "termine", "termin"},
	{"hours", "horarios", "horario", "horários", "öffnungszeiten", "horaires"},
	{"address", "dirección", "direccion", "endereço", "adresse"},
	{"english", "inglés", "ingles", "inglês", "englisch", "anglais"},
	{"spanish", "español", "espanol", "espanhol", "spanisch", "espagnol"},
	{"emergency", "emergencia", "emergencias", "emergência", "notfall", "urgence"},
	{"complaints", "quejas", "reclamos", "reclamações", "beschwerden", "réclamations"},
	{"orders", "pedidos", "bestellungen", "commandes"},
	{"reservations", "reservas", "reservierungen", "réservations"},
	{"pharmacy", "farmacia", "farmácia", "apotheke", "pharmacie"},
	{"operator", "operador", "operadora", "opérateur"},
}

// spoken holds, by each word of topics, its line.
var spoken = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}
	for _, line := range topics {
		for _, word := range line {
			all[word] = line
		}
	}
	return all
})

// Translations returns the words that stand in menus for the same as a word in lower case, it
// included, the English one first; nil for a word that is not known.
func Translations(word string) []string { return spoken()[word] }

// Topics returns what a text of a menu is about, in the order of its words, each in English;
// nil when it has no word that is known.
func Topics(text string) []string {
	var all []string
	for _, word := range In(text) {
		if line := Translations(word); line != nil && !slices.Contains(all, line[0]) {
			all = append(all, line[0])
		}
	}
	return all
}
