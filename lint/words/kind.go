package words

// kinds are words in names of values, with the kind of what they name.
var kinds = map[string]string{
	"name": "name", "label": "name", "title": "name", "nombre": "name", "nome": "name",
	"phone": "phone", "telephone": "phone", "tel": "phone", "mobile": "phone", "cell": "phone", "whatsapp": "phone", "sms": "phone", "callback": "phone",
	"telefono": "phone", "telefone": "phone", "telefon": "phone",
	"mail": "mail", "email": "mail", "correo": "mail",
	"date": "date", "day": "date", "dob": "date", "birthday": "date", "birthdate": "date", "fecha": "date", "datum": "date",
	"zip": "zip", "zipcode": "zip", "postcode": "zip", "plz": "zip",
	"price": "price", "cost": "price", "precio": "price", "preis": "price",
}

// KindOf returns the kind of what some words of a name say, "" where they say none: mail of email.
func KindOf(name []string) string {
	for _, word := range name {
		if kind := kinds[word]; kind != "" {
			return kind
		}
	}
	return ""
}
