package words

import "slices"

// Kinds of what is known of a person, as names of values tell.
const (
	PersonalMail      = "an e-mail address"
	PersonalPhone     = "a phone number"
	PersonalZip       = "a postal code"
	PersonalFirstName = "a first name"
	PersonalLastName  = "a last name"
	PersonalName      = "a name"
	PersonalBirth     = "a date of birth"
	PersonalCity      = "a city"
)

// personal are names of what is known of a person, without the words of neutral: all words of a name, joined.
var personal = map[string]string{
	"email": PersonalMail, "mail": PersonalMail, "correo": PersonalMail, "correoelectronico": PersonalMail, "courriel": PersonalMail, "emailaddress": PersonalMail, "mailaddress": PersonalMail,
	"phone": PersonalPhone, "phonenumber": PersonalPhone, "telephone": PersonalPhone, "telephonenumber": PersonalPhone, "mobile": PersonalPhone, "mobilenumber": PersonalPhone, "mobilephone": PersonalPhone, "cell": PersonalPhone, "cellphone": PersonalPhone,
	"telefono": PersonalPhone, "teléfono": PersonalPhone, "celular": PersonalPhone, "telefone": PersonalPhone, "telefon": PersonalPhone, "telefonnummer": PersonalPhone, "handynummer": PersonalPhone, "msisdn": PersonalPhone,
	"zip": PersonalZip, "zipcode": PersonalZip, "postcode": PersonalZip, "postalcode": PersonalZip, "plz": PersonalZip, "postleitzahl": PersonalZip, "cep": PersonalZip, "codigopostal": PersonalZip,
	"firstname": PersonalFirstName, "givenname": PersonalFirstName, "vorname": PersonalFirstName, "prenom": PersonalFirstName, "prénom": PersonalFirstName,
	"lastname": PersonalLastName, "familyname": PersonalLastName, "surname": PersonalLastName, "nachname": PersonalLastName, "apellido": PersonalLastName, "apellidos": PersonalLastName, "sobrenome": PersonalLastName, "cognome": PersonalLastName,
	"name": PersonalName, "fullname": PersonalName, "nombre": PersonalName, "nome": PersonalName, "nom": PersonalName, "nombrecompleto": PersonalName,
	"dob": PersonalBirth, "birthdate": PersonalBirth, "dateofbirth": PersonalBirth, "birthday": PersonalBirth, "geburtsdatum": PersonalBirth, "fechanacimiento": PersonalBirth, "datanascimento": PersonalBirth,
	"city": PersonalCity, "ciudad": PersonalCity, "cidade": PersonalCity, "ville": PersonalCity, "stadt": PersonalCity,
}

// neutral are words beside them that say whose it is, or which one.
var neutral = []string{
	"customer", "client", "user", "contact", "patient", "caller", "guest", "member", "person", "lead", "my", "your", "primary", "main", "home", "work", "private", "billing", "shipping", "the", "current",
	"to", "from", "de", "del", "da", "cliente", "paciente", "usuario", "kunde", "kunden", "patienten",
}

// Personal returns what of a person a value is by the words of its name, and by nothing else in it: "" for email_sent
// and for phone_or_email.
func Personal(name string) string { return personalIn.Of(name) }

var personalIn = NewSmallMemory(func(name string) string { return personalOf(In(name)) })

func personalOf(name []string) string {
	const most = 4
	if len(name) == 0 || len(name) > most {
		return ""
	}
	if len(name) == 1 {
		return personal[name[0]]
	}
	whole := ""
	for _, word := range name {
		if !slices.Contains(neutral, word) {
			whole += word
		}
	}
	return personal[whole]
}
