package words

// AreOneThing reports whether two words of names stand for the same: one word, a word and what is short for it, or one
// word in two languages.
func AreOneThing(a, b string) bool {
	if a == b {
		return true
	}
	x, y := thingNamed(a), thingNamed(b)
	return x != "" && x == y
}

// thingNamed returns the English word for what a word of a name stands for, "" for one that is not known.
func thingNamed(word string) string {
	if of := abroad[word]; of != "" {
		return of
	}
	if of := abbreviations[word]; of != "" {
		return of
	}
	return word
}

// abroad are words of names and what they are in English, no one of which is a word for anything else there.
var abroad = map[string]string{
	"lat": "latitude", "lati": "latitude", "latitud": "latitude", "latitudine": "latitude", "breitengrad": "latitude",
	"lng": "longitude", "lon": "longitude", "long": "longitude", "longi": "longitude", "longitud": "longitude",
	"longitudine": "longitude", "längengrad": "longitude", "laengengrad": "longitude", "lgt": "longitude",
	"fecha": "date", "datum": "date", "hora": "time", "uhrzeit": "time", "zeit": "time", "heure": "time", "orario": "time",
	"dia": "day", "día": "day", "tag": "day", "jour": "day", "giorno": "day",
	"mes": "month", "mês": "month", "monat": "month", "mois": "month", "mese": "month",
	"año": "year", "ano": "year", "anno": "year", "jahr": "year", "année": "year", "annee": "year",
	"nombre": "name", "nome": "name", "nom": "name", "correo": "email", "courriel": "email", "mail": "email",
	"telefono": "phone", "teléfono": "phone", "telefone": "phone", "telefon": "phone", "telephone": "phone", "tel": "phone",
	"ciudad": "city", "cidade": "city", "stadt": "city", "ville": "city", "città": "city", "citta": "city",
	"calle": "street", "strasse": "street", "straße": "street", "rue": "street", "rua": "street",
	"direccion": "address", "dirección": "address", "endereco": "address", "endereço": "address", "adresse": "address", "indirizzo": "address",
	"plz": "zip", "postleitzahl": "zip", "cep": "zip", "postcode": "zip", "postal": "zip", "pais": "country", "país": "country", "pays": "country", "paese": "country",
	"cantidad": "quantity", "menge": "quantity", "quantidade": "quantity", "quantité": "quantity", "quantite": "quantity",
	"precio": "price", "preis": "price", "preço": "price", "preco": "price", "prix": "price", "prezzo": "price",
	"monto": "amount", "betrag": "amount", "importe": "amount", "montant": "amount", "importo": "amount",
	"pedido": "order", "bestellung": "order", "commande": "order", "ordine": "order", "factura": "invoice", "fatura": "invoice", "rechnung": "invoice", "facture": "invoice", "fattura": "invoice",
	"asunto": "subject", "assunto": "subject", "betreff": "subject", "objet": "subject", "oggetto": "subject",
	"mensaje": "message", "mensagem": "message", "nachricht": "message", "messaggio": "message",
	"cliente": "customer", "kunde": "customer", "client": "customer", "empresa": "company", "firma": "company", "unternehmen": "company", "entreprise": "company", "azienda": "company",
	"pregunta": "question", "pergunta": "question", "frage": "question", "domanda": "question",
	"respuesta": "answer", "resposta": "answer", "antwort": "answer", "réponse": "answer", "reponse": "answer", "risposta": "answer",
	"inicio": "start", "início": "start", "beginn": "start", "début": "start", "debut": "start", "inizio": "start", "begin": "start",
	"fin": "end", "fim": "end", "ende": "end", "fine": "end",
	"edad": "age", "idade": "age", "alter": "age", "peso": "weight", "gewicht": "weight", "poids": "weight",
	"altura": "height", "größe": "height", "groesse": "height", "altezza": "height",
	"fname": "first", "lname": "last", "min": "minimum", "max": "maximum",
}
