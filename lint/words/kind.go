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

// AreOfTwoKinds reports whether the words of two names say that they are of different kinds: user_name, user_email.
func AreOfTwoKinds(a, b []string) bool {
	one, two := kindOf(a), kindOf(b)
	return one != "" && two != "" && one != two
}

// kindOf returns the kind of what some words of a name say, "" where they say none: mail of email.
func kindOf(name []string) string {
	for _, word := range name {
		if kind := kinds[word]; kind != "" {
			return kind
		}
	}
	return ""
}
