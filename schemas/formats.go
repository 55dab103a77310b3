package schemas

import (
	"slices"
	"strings"
)

// The formats of texts; see Property.Format.
const (
	FormatURL           = "url"
	FormatWebSocket     = "websocket-url"
	FormatJSON          = "json-object"
	FormatDTMF          = "dtmf"
	FormatFinishKey     = "finish-key"
	FormatNumber        = "number-text"
	FormatBoolean       = "boolean-text"
	FormatDuration      = "duration" // of ISO 8601
	FormatCommas        = "comma-list"
	FormatSpaces        = "space-list"
	FormatAddress       = "phone-or-address"
	FormatSIP           = "sip-address"
	FormatPairs         = "key-value-list"
	FormatLanguage      = "language"
	FormatRevision      = "revision"
	FormatSpeechTimeout = "speech-timeout"
	FormatMoment        = "date-time"
	FormatAmount        = "amount" // of money
	FormatCurrency      = "currency"
)

// IsURL reports whether the value is an address that Twilio calls.
func (p *Property) IsURL() bool { return p.Format == FormatURL || p.Format == FormatWebSocket }

// IsWithheld reports whether a text is a word that stands instead of a number which its owner keeps back.
func (p *Property) IsWithheld(text string) bool {
	return slices.ContainsFunc(p.Withheld, func(word string) bool { return strings.EqualFold(word, strings.TrimSpace(text)) })
}

// IsParty reports whether the value is the address of a person or of the flow's own side: a number, or an
// address of SIP.
func (p *Property) IsParty() bool { return p.Format == FormatAddress || p.Format == FormatSIP }
