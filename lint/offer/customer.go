package offer

import "studiolint/lint/pattern"

// Customers returns where in the text of JSON members stand with the name, the number or the address of a
// customer, written out: for each the bounds of the member's name and of its value, in bytes.
func Customers(json string) (all [][4]int) {
	for _, m := range customerMember().FindAllStringSubmatchIndex(json, -1) {
		all = append(all, [4]int(m[2:6]))
	}
	return all
}

var customerMember = pattern.Lazy(`"(customer_?[nN]ame|customer_?[eE]mail|email|customer_?[pP]hone|phone|phone_?[nN]umber|customerAddress)"\s*:\s*"(\p{Lu}\p{Ll}+ \p{Lu}[\p{Ll}.]+|[\w.+-]+@[\w-]+\.[\w.]+|\+?[0-9][0-9 ()-]{6,18})"`)

// IsKindOfPerson reports whether what stands for a name is a word for anybody: Chat User.
func IsKindOfPerson(name string) bool { return kindOfPerson().MatchString(name) }

var kindOfPerson = pattern.Lazy(`(?i)\b(?:customer|client|caller|user|guest|visitor|anonymous|unknown|chat|sms|text|message|whatsapp|web|phone|call|voice|inbound|incoming|lead|request|flex|task|agent|queue|support|sales|service|desk|bot|no|new|priority|messenger|facebook|cliente?|usuario|team|department|general|line|number)s?\b`)
