package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/address"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "twilio-api", Title: "A request to Twilio's own API that fails",
		Group: finding.Values, Severity: finding.Warning, Varies: "note for a name in other letters",
		Doc: `Finds, of requests to Twilio's own APIs,

- those without credentials, which always fail (401);
- the account's credentials for an address of somebody else: the request fails at once,
  without being sent;
- the start of an execution (…/v2/Flows/FW…/Executions) without its fields To and From,
  or with Parameters that are no JSON. Names are written with capitals: to is a note.

Set add_twilio_auth to true for Twilio's addresses and for no others. To another server,
credentials go in a Function, which keeps them out of the file.

Recordings, media and webhooks, which are open to whoever has the address, are left
alone, and so are addresses whose host is filled in later.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			q := w.Facts.Request
			if q == nil {
				continue
			}
			n := w.Property(q.URL)
			a, ok := address.Parse(p, n.Text())
			if !ok || !n.IsString() {
				continue
			}
			api := schemas.APIAt(a.Host, a.Path)
			if q.Credentials != "" {
				checkCredentials(p, w, q, a, api)
			}
			if api != nil && len(api.Needed) > 0 {
				checkFields(p, w, q, api)
			}
		}
	},
})

// checkCredentials looks at whether the account's credentials go along.
func checkCredentials(p *lint.Pass, w *flow.Widget, q *schemas.Request, a address.Address, api *schemas.API) {
	url := w.Property(q.URL)
	sent, certain := shape.Value(p, w, q.Credentials)
	switch {
	case !certain:
	case sent == "true" && api == nil && !address.IsLoopback(a.Host) && !address.IsPrivate(a.Host): // http-request
		p.ReportOncef(nil, w.Property(q.Credentials), "Twilio's credentials are for its own addresses: to %s the request fails at once; remove %s", words.Quote(a.Host), words.Quote(q.Credentials))
	case sent == "false" && api != nil && api.Credentials == schemas.CredentialsNeeded && !a.Named:
		start := max(0, strings.Index(strings.ToLower(url.Text()), a.Host))
		p.ReportOncef(nil, url.Part(start, start+len(a.Host)), "%s wants credentials, so without them the request always fails (401); set %s to true", words.Quote(a.Host), words.Quote(q.Credentials))
	}
}

// checkFields looks at what a request to an API sends.
func checkFields(p *lint.Pass, w *flow.Widget, q *schemas.Request, api *schemas.API) {
	if method, certain := shape.Value(p, w, q.Method); q.Method != "" && (!certain || !w.Facts.SendsBody(method)) {
		return // it reads, and starts nothing
	}
	if strings.TrimSpace(w.Property(q.Body).Text()) != "" {
		return
	}
	var names, missing []string
	fields := map[string]source.Node{}
	for _, item := range w.Property(q.Fields).Elements() {
		name, ok := shape.Literal(p, item.Get("key"))
		if !ok {
			return
		}
		names = append(names, name)
		fields[name] = item
	}
	for _, name := range api.Needed {
		i := slices.IndexFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
		switch {
		case i < 0:
			missing = append(missing, words.Quote(name))
		case names[i] != name && !slices.Contains(names, name):
			d, _ := p.ReportOncef(w, fields[names[i]].Get("key"), "names of Twilio's API are written with capitals, so %s misses %s; write them so", w.Label(), words.List(api.Needed))
			d.As(finding.Note)
		}
	}
	if len(missing) > 0 {
		p.Reportf(w.Property(q.URL), "%s does not send %s, without which Twilio starts no execution; add the parameters", w.Label(), strings.Join(missing, " and "))
	}
	for _, name := range api.JSON {
		checkJSONField(p, w, name, fields[name].Get("value"))
	}
}

// checkJSONField reports a field that should be JSON and is not.
func checkJSONField(p *lint.Pass, w *flow.Widget, name string, value source.Node) {
	if !value.IsString() || strings.TrimSpace(value.Text()) == "" || shape.IsPlaceholder(p, value) {
		return
	}
	t := jsontext.At(p.Flow, w, value)
	j := jsontext.Parse(t)
	if j == nil {
		return // liquid-syntax
	}
	if fault := j.Fault(true); fault != nil {
		p.Reportf(t.Place(fault.Span), "%s must be JSON, so %s starts no execution: %s", words.Quote(name), w.Label(), fault.Message)
	}
}
