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
