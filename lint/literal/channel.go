package literal

import (
	"strings"
	"unicode"
)

// Telephone is the channel of calls and SMS.
const Telephone = "phone"

// WhatsApp is the channel of addresses that begin with whatsapp:.
const WhatsApp = "whatsapp"

// ChannelOf returns the channel to which an address belongs by its beginning, "" for one that is not written
// out: a Messaging Service knows several.
func ChannelOf(text string) string {
	text = strings.TrimSpace(text)
	if scheme, rest, ok := strings.Cut(text, ":"); ok && rest != "" {
		switch scheme {
		case WhatsApp, "messenger":
			return scheme
		}
		return ""
	}
	if digits, ok := strings.CutPrefix(text, "+"); ok && len(digits) > 6 && digits[0] >= '1' && digits[0] <= '9' &&
		strings.Trim(digits, "0123456789 -().") == "" {
		return Telephone
	}
	return ""
}

// IsSIP reports whether a text is the address of a SIP phone.
func IsSIP(text string) bool { return strings.HasPrefix(text, "sip:") }

// IsClient reports whether a text is the name of a client of Twilio's, with what says so or without.
func IsClient(text string) bool {
	return strings.HasPrefix(text, "client:") || !strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '_' && r != '.' })
}

// IsDialled reports whether a text is a telephone number with its +, as people write it.
func IsDialled(text string) bool {
	digits, ok := strings.CutPrefix(text, "+")
	return ok && strings.Trim(digits, "0123456789 -()") == ""
}

// IsName reports whether a text is a name as people write it, and no number, address or SID: letters, and no digit.
func IsName(text string) bool {
	letters := 0
	for _, r := range text {
		switch {
		case unicode.IsLetter(r):
			letters++
		case r != ' ' && r != '.' && r != '&' && r != '-' && r != '\'' && r != ',':
			return false
		}
	}
	return letters > 2
}

// HasBlank reports whether a text has blanks between its letters.
func HasBlank(text string) bool {
	return strings.ContainsFunc(strings.TrimSpace(text), unicode.IsSpace)
}

// SIPEdge returns the edge of Twilio's that the address of a SIP phone names: ashburn of
// sip:desk@example.sip.ashburn.twilio.com; "" for none. Regions, such as us1, are none.
func SIPEdge(text string) string {
	_, host, ok := strings.Cut(text, ".sip.")
	edge, rest, _ := strings.Cut(host, ".")
	if !ok || !strings.HasPrefix(rest, "twilio.com") || strings.Trim(edge, "abcdefghijklmnopqrstuvwxyz-") != "" {
		return ""
	}
	return edge
}
