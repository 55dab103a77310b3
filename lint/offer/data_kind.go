package offer

import "studiolint/lint/pattern"

// AsksForOther reports whether a text asks for other things of a person than one before it: for an address of
// mail, after one that asks for a name.
func AsksForOther(before, text string) bool {
	asked := false
	for _, kind := range kindsOfData {
		is := kind
		switch wants, wanted := is.MatchString(text), is.MatchString(before); {
		case wanted && wants:
			return false
		case wants:
			asked = true
		}
	}
	return asked
}

// kindsOfData are what people are asked for of their own.
var kindsOfData = []*pattern.Expression{
	pattern.Lazy(`(?i)\b(?:name|nombre|nome|nom|namen?)\b`),
	pattern.Lazy(`(?i)\be-?mail|\bcorreo\b|\bcourriel\b`),
	pattern.Lazy(`(?i)\b(?:phone|tel[ée]fono|telefone|t[ée]l[ée]phone|telefonnummer|rufnummer|handynummer|cell|mobile)\b`),
	pattern.Lazy(`(?i)\b(?:zip|postal|postcode|plz|postleitzahl|cep)\b`),
	pattern.Lazy(`(?i)\b(?:address|direcci[óo]n|endereço|adresse|street|calle|rua|rue|straße)\b`),
	pattern.Lazy(`(?i)\b(?:birth|birthday|nacimiento|nascimento|naissance|geburtsdatum|age|edad|idade|alter)\b`),
	pattern.Lazy(`(?i)\b(?:order|account|policy|ticket|reference|case|invoice|member(?:ship)?|customer|tracking|pedido|cuenta|conta|compte|commande|bestellnummer|kundennummer|cpf|dni|c[ée]dula)\b`),
	pattern.Lazy(`(?i)\b(?:date|day|time|fecha|d[íi]a|hora|data|hor[áa]rio|jour|heure|datum|tag|uhrzeit)\b`),
	pattern.Lazy(`(?i)\b(?:how many|cu[áa]nt[oa]s|quant[oa]s|combien|wie viele)\b`),
}

// KindPhone is what DataKind returns for a telephone number.
const KindPhone = 2

// So are these for a mail address, the code of a town, a street, a date of birth and a day: places in kindsOfData.
const kindMail, kindCode, kindStreet, kindBirth, kindDay = 1, 3, 4, 5, 7

// DataKind returns a number for the one thing of their own that a text, or the name of a field, asks people for; ok is
// false where it is none or several. A mail address is none of a street, nor is a date of birth a day.
func DataKind(text string) (kind int, ok bool) {
	const none = -1
	kind = none
	for i, is := range kindsOfData {
		if kind == kindMail && i == kindStreet || kind == kindBirth && i == kindDay || !is.MatchString(text) {
			continue
		}
		if kind != none {
			return none, false
		}
		kind = i
	}
	return kind, kind != none
}
