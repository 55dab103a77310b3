package words

import "strings"

// misspellings are words of English as they are often written wrongly, none of which is a word of
// another meaning, with what is meant.
var misspellings = map[string]string{
	"recieve": "receive", "recieved": "received", "seperate": "separate", "seperately": "separately", "adress": "address", "succesfully": "successfully", "succesful": "successful",
	"successfull": "successful", "sucessfully": "successfully", "thier": "their", "occured": "occurred", "untill": "until", "appoinment": "appointment", "appointement": "appointment", "apointment": "appointment",
	"availble": "available", "avaliable": "available", "availible": "available", "definately": "definitely", "wich": "which", "teh": "the", "reciept": "receipt",
	"tommorow": "tomorrow", "tommorrow": "tomorrow", "begining": "beginning", "infomation": "information", "unfortunatly": "unfortunately", "immediatly": "immediately",
	"recomend": "recommend", "neccessary": "necessary", "accomodate": "accommodate", "inconvience": "inconvenience",
	"inconvinience": "inconvenience", "represenative": "representative",
}

// Misspelt returns the first word of a text of English that is often misspelt so, and what is
// meant; both "" when there is none, or the text is in another language. Names, addresses and
// what stands in capitals are left alone.
func Misspelt(text string) (written, meant string) {
	for start := 0; start < len(text); {
		if !isSmall(text[start]) {
			start++
			continue
		}
		end := start
		for end < len(text) && isSmall(text[end]) {
			end++
		}
		if end-start >= 3 && (start == 0 || strings.IndexByte(" \n\t(\"'", text[start-1]) >= 0) && (end == len(text) || strings.IndexByte(" \n\t).,;:!?\"'", text[end]) >= 0) {
			if meant, ok := misspellings[text[start:end]]; ok && !isDomain(text[end:]) && Tongue(text) == "en" {
				return text[start:end], meant
			}
		}
		start = end
	}
	return "", ""
}

func isSmall(c byte) bool { return 'a' <= c && c <= 'z' }

// isDomain reports whether what comes after a word makes it a part of an address: .com
func isDomain(rest string) bool {
	return len(rest) > 1 && strings.IndexByte(".:", rest[0]) >= 0 && strings.IndexByte(" \n\t", rest[1]) < 0
}
