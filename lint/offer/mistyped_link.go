package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// MistypedLink returns where in a text an address of the web or of mail is mistyped so that it leads nowhere, in
// bytes: htps://…, https//…, http:/…, https:// …, www.harbour,com, …@gmial.com, two @ in one; 0, 0 where none is.
func MistypedLink(text string) (start, end int) {
	if strings.IndexByte(text, '/') < 0 && strings.IndexByte(text, '@') < 0 && !wordsOfWeb.In(text) {
		return 0, 0
	}
	for _, m := range mistyped.FindAllStringIndex(text, -1) {
		link := text[m[0]:m[1]]
		lower := strings.ToLower(link)
		if strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://") {
			if rest := lower[strings.Index(lower, "//")+2:]; !strings.HasPrefix(rest, " ") {
				continue
			}
		}
		if strings.HasSuffix(strings.ToLower(text[:m[0]]), "sip:") {
			continue // sip:anna@bakery.example@proxy.example
		}
		return m[0], m[1]
	}
	return 0, 0
}

var wordsOfWeb = words.AnyOf("www")

var mistyped = pattern.Lazy(`(?i)\bh[tps]{2,6}:/{1,3} ?[a-z0-9][a-z0-9.-]*|\bhttps?(?:;|:;)?//[a-z0-9][a-z0-9.-]*|\bhttps?: //[a-z0-9.-]+` +
	`|\bwww(?:,|\.\.)[a-z0-9.-]+|\bwww\.[a-z0-9-]+,[a-z]{2,4}\b|[a-z0-9._-]+@(?:gmial|gmai|gamil|gmal|gnail|gmaill|hotmial|hotmal|hotmai|yaho|yahooo|outlok|outloo)\.com\b|[a-z0-9._-]+@[a-z0-9-]+(?:,|\.\.)(?:com|org|net|de|es|fr|br|mx|uk)\b` +
	`|[a-z0-9._-]+@(?:@|[a-z0-9.-]*@)[a-z0-9-]+\.[a-z0-9.-]+`)
