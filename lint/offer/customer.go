package offer

import "studiolint/lint/pattern"

// Customers returns where in the text of JSON members stand with the name, the number or the address of a
// customer, written out: for each the bounds of the member's name and of its value, in bytes.
func Customers(json string) (all [][4]int) {
	for _, m := range customerMember.FindAllStringSubmatchIndex(json, -1) {
		if m[2] < 0 {
			m = m[4:]
		}
		all = append(all, [4]int(m[2:6]))
	}
	return all
}

var customerMember = pattern.Lazy(`"(customer_?[nN]ame|customer_?[eE]mail|email|customer_?[pP]hone|phone|phone_?[nN]umber|customerAddress)"\s*:\s*"(\p{Lu}\p{Ll}+ \p{Lu}[\p{Ll}.]+|[\w.+-]+@[\w-]+\.[\w.]+|\+?[0-9][0-9 ()-]{6,18})"` +
	`|"(name)"\s*:\s*"((?:` + givenNames + `) \p{Lu}[\p{L}.]+)"`)

// givenNames are those by which a name is surely that of a person, and not of a queue or a task.
const givenNames = `John|Jane|James|Mary|Michael|David|Dave|Robert|Bob|William|Bill|Richard|Thomas|Tom|Charles|Daniel|Matthew|Mark|Paul|Steve|Steven|Andrew|Peter|Alice|Sarah|Susan|Emma|Anna|Laura|Linda|Lisa|Karen|Nancy|Jennifer|Jessica|Elizabeth|Joe|Sam|` +
	`Juan|José|Jose|María|Carlos|Pedro|Luis|Ana|Carmen|João|Joao|Paulo|Hans|Klaus|Stefan|Sabine|Jean|Pierre|Marie|Claire|Giovanni|Marco|Giulia|Luca`

// IsKindOfPerson reports whether what stands for a name is a word for anybody: Chat User.
func IsKindOfPerson(name string) bool { return kindOfPerson.MatchString(name) }

var kindOfPerson = pattern.Lazy(`(?i)\b(?:customer|client|caller|user|guest|visitor|anonymous|unknown|chat|sms|text|message|whatsapp|web|phone|call|voice|inbound|incoming|lead|request|flex|task|agent|queue|support|sales|service|desk|bot|no|new|priority|messenger|facebook|cliente?|usuario|team|department|general|line|number)s?\b`)
