package finding

import (
	"cmp"
	"slices"
	"strings"
)

// Secrets are texts that nobody may show, the longest first.
type Secrets []string

// SecretsOf returns the texts that sensitive findings point at.
func SecretsOf(found []*Diagnostic) Secrets {
	var texts Secrets
	for _, d := range found {
		if n := d.At.Node; d.Sensitive && n.IsString() {
			text := n.Decoded()
			texts = append(texts, text.Text[text.Index(d.At.Span.Start):text.Index(d.At.Span.End)])
		}
	}
	slices.SortFunc(texts, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return slices.Compact(texts)
}

// Hide puts asterisks in the place of secrets.
func (s Secrets) Hide(text string) string {
	for _, secret := range s {
		if secret != "" {
			text = strings.ReplaceAll(text, secret, "****")
		}
	}
	return text
}
