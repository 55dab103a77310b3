package flow

import (
	"bytes"
	"slices"
	"strings"
)

// KnowsWhatsApp reports whether the flow names an address of WhatsApp or what comes along from
// there alone. It may serve phone numbers, too.
func (f *Flow) KnowsWhatsApp() bool {
	return f.analysis.whatsApp.get(func() bool { return holdsAny(f.Definition.Raw(), "whatsapp:", ".WaId", ".ProfileName") })
}

// StripsWhatsApp reports whether the flow takes what stands before a number of WhatsApp off an address, and
// speaks of no text messages: then it is for WhatsApp.
func (f *Flow) StripsWhatsApp() bool {
	return f.analysis.stripsWhatsApp.get(f.takesWhatsAppOff)
}

// SendsWhatsApp reports whether all messages of the flow, and one at least, come from an address of WhatsApp.
func (f *Flow) SendsWhatsApp() bool {
	return f.analysis.sendsWhatsApp.get(func() bool {
		some := false
		for _, w := range f.Widgets {
			if w.Facts.Sender == "" {
				continue
			}
			if !strings.HasPrefix(w.Property(w.Facts.Sender).Text(), "whatsapp:") {
				return false
			}
			some = true
		}
		return some
	})
}

func (f *Flow) takesWhatsAppOff() bool {
	if !f.KnowsWhatsApp() || holdsAny(f.Definition.Raw(), "SMS", "sms", "text message") {
		return false
	}
	rest := f.Definition.Raw()
	for {
		before, after, ok := bytes.Cut(rest, []byte("whatsapp:"))
		if !ok {
			return false
		}
		before, colon := bytes.CutSuffix(bytes.TrimRight(before, `'"\ `), []byte(":"))
		before = bytes.TrimRight(before, " ")
		if colon && slices.ContainsFunc(strips, func(filter string) bool { return bytes.HasSuffix(before, []byte(filter)) }) {
			return true
		}
		rest = after
	}
}

var strips = []string{"remove", "remove_first", "replace", "replace_first", "split"}

// ServesWhatsApp reports whether messages of WhatsApp begin the flow, by all that it says, and none of a
// phone number.
func (f *Flow) ServesWhatsApp() bool {
	return f.analysis.servesWhatsApp.get(func() bool {
		raw := f.Definition.Raw()
		described := strings.Contains(strings.ToLower(f.Definition.Get("description").Text()), "whatsapp")
		return (described || holdsAny(raw, `"whatsapp:`, ".WaId", ".ProfileName")) && !holdsAny(raw, "SMS", "sms", "text message") && f.BeginsByMessage()
	})
}

func holdsAny(text []byte, list ...string) bool {
	return slices.ContainsFunc(list, func(word string) bool { return bytes.Contains(text, []byte(word)) })
}
