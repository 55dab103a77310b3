package flow

import (
	"bytes"
	"slices"
)

// KnowsWhatsApp reports whether the flow names an address of WhatsApp or what comes along from
// there alone. It may serve phone numbers, too.
func (f *Flow) KnowsWhatsApp() bool {
	return f.analysis.whatsApp.get(func() bool {
		text := f.Definition.Raw()
		return slices.ContainsFunc([]string{"whatsapp:", ".WaId", ".ProfileName"}, func(word string) bool { return bytes.Contains(text, []byte(word)) })
	})
}
