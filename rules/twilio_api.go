package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/address"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/liquid"
	"studiolint/lint/secret"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "twilio-api", Title: "A request to Twilio's own API that fails",
		Group: finding.Values, Severity: finding.Warning, Varies: "note for a name in other letters, and for a token in the address",
		Doc: `Finds, of requests to Twilio's own APIs,

- those without credentials, which always fail (401);
- the account's credentials for an address of somebody else: the request fails at once,
  without being sent;
- those to a path that the API does not have: /v2/Flow/FW…/Execution;
- the start of an execution (…/v2/Flows/FW…/Executions) without its fields To and From,
  by GET, which only lists executions, as JSON, which Twilio's API does not take, or with
  Parameters that are no JSON. Names are written with capitals: to is a note. So is the
  same sent to the flow itself, which would change the flow;
- a message, a call or a code of Verify in the same way, without what it needs;
- the check of a code (…/VerificationCheck) whose answer nothing reads: it succeeds with a
  wrong code too, and only its status says "approved".

As a note it finds those whose address holds credentials, filled in by a variable or a
deployment: they stand in the deployed flow and in each execution.

As a note it finds a document, list or map of Sync that is made of what one caller brings under a
name that is the same for everybody: the second time it is refused (409), unless "failed" leads to
another request.

As a note, too, it finds them in any other address, that of a callback, say, which is not
Twilio's: whoever runs that server has the account.

Set add_twilio_auth to true for Twilio's addresses and for no others. To another server,
credentials go in a Function, which keeps them out of the file.

Recordings, media and webhooks, which are open to whoever has the address, are left
alone, and so are addresses whose host is filled in later.`,
	},
	Check: func(p *lint.Pass) {
		checkGivenAway(p)
		for _, w := range p.Flow.Widgets {
			q := w.Facts.Request
			if q == nil {
				continue
			}
			n := w.Property(q.URL)
			a, ok := addressOf(p, n)
			if !ok || !n.IsString() {
				continue
			}
			api := schemas.APIAt(a.Host, a.Path)
			if q.Credentials != "" {
				checkCredentials(p, w, q, a, api)
			}
			switch {
			case api == nil:
			case api.Unique != "":
				checkUnique(p, w, q, api)
			case len(api.Needed) > 0:
				if checkFields(p, w, q, api) {
					checkRightCode(p, w, api)
				}
			case api.Starts != "":
				checkPath(p, w, q, a, api)
			}
		}
	},
})

// checkGivenAway looks for the account's credentials in the address of another server.
func checkGivenAway(p *lint.Pass) {
	for n := range address.Of(p) {
		text := n.Text()
		_, rest, _ := strings.Cut(text, "://")
		at := strings.LastIndexByte(rest, '@')
		if at < 0 || !secret.NamesAccount(rest[:at+1]) {
			continue
		}
		shown := rest[at+1:]
		if i := strings.IndexAny(shown, "/?#"); i >= 0 {
			shown = shown[:i]
		}
		host := address.Host(shown)
		if host == "" || host == "twilio.com" || strings.HasSuffix(host, ".twilio.com") ||
			strings.HasPrefix(host, "{") {
			continue
		}
		d, _ := p.ReportOncef(nil, n, "the account's credentials go to %s, which is not Twilio's API, and to whoever sees the flow; leave them out", words.Quote(shown))
		d.As(finding.Note)
	}
}

// addressOf returns the address that a property holds, with the constants that Set
// Variables puts into it.
func addressOf(p *lint.Pass, n source.Node) (address.Address, bool) {
	if a, ok := address.At(p, n); ok {
		return a, true
	}
	t := p.Flow.TemplateAt(n)
	if t == nil || t.Literal || !t.Liquid.Readable() || !n.Has(source.Markup) {
		return address.Address{}, false
	}
	if all := values.Held.Of(p).Assembled(t); len(all) == 1 {
		return address.Parse(p, strings.ReplaceAll(all[0].Text, values.UnknownPart, "{{x}}"))
	}
	return address.Address{}, false
}

// checkUnique looks at what is made under a name that no two may have.
func checkUnique(p *lint.Pass, w *flow.Widget, q *schemas.Request, api *schemas.API) {
	method, certain := shape.Value(p, w, q.Method)
	failed := w.OnKind(schemas.KindFailure)
	if q.Method == "" || !certain || !w.Facts.SendsBody(method) || !p.Flow.Reachable(w) ||
		failed != nil && effects.PastSetting(failed) != nil && effects.PastSetting(failed).Facts.Request != nil {
		return
	}
	name, own := source.Node{}, false // the caller's
	for _, item := range w.Property(q.Fields).Elements() {
		value := item.Get("value")
		switch {
		case item.Get("key").Text() != api.Unique:
			own = own || p.Flow.TemplateAt(value) != nil && len(p.Flow.TemplateAt(value).Refs()) > 0
		case shape.IsLiteral(p, value) && strings.TrimSpace(value.Text()) != "":
			name = value
		}
	}
	if name.Exists() && own {
		p.Reportf(name, "%s makes %s for everybody, and no two may have that name: the next caller's is refused (409); put something of the caller into it",
			w.Label(), words.Quote(name.Text())).As(finding.Note)
	}
}

// checkPath looks at a path of an API whose paths are known.
func checkPath(p *lint.Pass, w *flow.Widget, q *schemas.Request, a address.Address, api *schemas.API) {
	url := w.Property(q.URL)
	names := fieldNames(p, w, q)
	starts := slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, "to") }) &&
		slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, "from") })
	parts := strings.Split(strings.TrimPrefix(a.Path, "/"), "/")
	if slices.Contains(parts[:min(2, len(parts))], "x") {
		return // an output of Liquid may be any part of a path, or several
	}
	switch known := api.HasPath(a.Path); {
	case known && !starts:
	case !known && (starts || strings.Contains(strings.ToLower(a.Path), "execution")):
		p.ReportOncef(nil, url, "%s has no path %s, so the request always fails (404); an execution is started by %s", words.Quote(a.Host), words.Quote(a.Path), api.Starts)
	case !known:
		p.ReportOncef(nil, url, "%s has no path %s, so the request always fails (404); look it up in the API's reference", words.Quote(a.Host), words.Quote(a.Path))
	case strings.HasPrefix(api.Starts, "https://"+a.Host+"/") &&
		len(parts) < strings.Count(api.Starts, "/")-strings.Count("https://", "/"):
		p.ReportOncef(nil, url, "%s sends To and From to the flow itself, which starts no execution; write %s", w.Label(), api.Starts)
	}
}

// fieldNames returns the names of what a request sends, as parameters or in a form.
func fieldNames(p *lint.Pass, w *flow.Widget, q *schemas.Request) []string {
	var names []string
	for _, item := range w.Property(q.Fields).Elements() {
		if name, ok := shape.Literal(p, item.Get("key")); ok {
			names = append(names, name)
		}
	}
	for field := range strings.SplitSeq(w.Property(q.Body).Text(), "&") {
		if name, _, ok := strings.Cut(field, "="); ok && name != "" {
			names = append(names, strings.TrimSpace(name))
		}
	}
	return names
}

// checkCredentials looks at whether the account's credentials go along.
func checkCredentials(p *lint.Pass, w *flow.Widget, q *schemas.Request, a address.Address, api *schemas.API) {
	url := w.Property(q.URL)
	sent, certain := shape.Value(p, w, q.Credentials)
	switch {
	case !certain:
	case sent == "true" && api == nil && !address.IsLoopback(a.Host) && !address.IsPrivate(a.Host): // http-request
		p.ReportOncef(nil, w.Property(q.Credentials), "Twilio's credentials are for its own addresses: to %s the request fails at once; remove %s", words.Quote(a.Host), words.Quote(q.Credentials))
	case sent != "false" || api == nil || api.Credentials != schemas.CredentialsNeeded:
	case a.Named:
		name, _, _ := strings.Cut(url.Text(), "@")
		if liquid.HasOutputs(name) || shape.HoldsPlaceholder(p, name) { // what is written out is credentials'
			d, _ := p.ReportOncef(nil, url, "the credentials stand in the address, so whoever sees the flow or its executions has them; set %s to true instead", words.Quote(q.Credentials))
			d.As(finding.Note)
		}
	default:
		start := max(0, strings.Index(strings.ToLower(url.Text()), a.Host))
		p.ReportOncef(nil, url.Part(start, start+len(a.Host)), "%s wants credentials, so without them the request always fails (401); set %s to true", words.Quote(a.Host), words.Quote(q.Credentials))
	}
}

// checkFields looks at what a request to an API sends, and reports whether the API may take it.
func checkFields(p *lint.Pass, w *flow.Widget, q *schemas.Request, api *schemas.API) (taken bool) {
	if q.Method == "" {
		return true // a Function is no request to an API
	}
	if method, certain := shape.Value(p, w, q.Method); !certain || !w.Facts.SendsBody(method) {
		if certain && api.Lists != "" && sendsNeeded(fieldNames(p, w, q), api) {
			p.ReportOncef(nil, w.PlaceOf(w.Property(q.Method)), "%s only lists %s by %s; write POST to start one", w.Label(),
				api.Lists, words.Quote(method))
		}
		return true // else it reads, and starts nothing
	}
	body := w.Property(q.Body)
	if media, ok := shape.Literal(p, w.Property(q.MediaType)); ok && strings.Contains(media, "json") {
		p.ReportOncef(nil, w.Property(q.MediaType), "Twilio's API takes no JSON, so %s %s; send the fields as parameters of a form", w.Label(), api.Fails)
		return false
	}
	if liquid.HasTags(body.Text()) || strings.TrimSpace(body.Text()) != "" && !strings.Contains(body.Text(), "=") ||
		addsFields(p, body.Text()) {
		return true
	}
	fields := map[string]source.Node{}
	for _, item := range w.Property(q.Fields).Elements() {
		name, ok := shape.Literal(p, item.Get("key"))
		if !ok {
			return true
		}
		fields[name] = item
	}
	checkNames(p, w, q, api, fields)
	for _, name := range api.JSON {
		checkJSONField(p, w, api, name, fields[name].Get("value"))
	}
	return true
}

// addsFields reports whether an output or a placeholder stands for whole fields of a form.
func addsFields(p *lint.Pass, body string) bool {
	for field := range strings.SplitSeq(body, "&") {
		field = strings.TrimSpace(field)
		if strings.HasPrefix(field, "{{") || !strings.Contains(field, "=") && shape.HoldsPlaceholder(p, field) {
			return true
		}
	}
	return false
}

// queryNames returns the names of the fields in the query of an address.
func queryNames(url string) []string {
	var names []string
	_, query, _ := strings.Cut(url, "?")
	for field := range strings.SplitSeq(query, "&") {
		if name, _, ok := strings.Cut(field, "="); ok {
			names = append(names, name)
		}
	}
	return names
}

// sendsNeeded reports whether all fields that an API needs are among some names.
func sendsNeeded(names []string, api *schemas.API) bool {
	return !slices.ContainsFunc(api.Needed, func(needed string) bool { return !sends(names, needed) })
}

// sends reports whether a field that an API needs, or one that does instead of it, is among some names.
func sends(names []string, needed string) bool {
	return slices.ContainsFunc(strings.Split(needed, "|"),
		func(name string) bool { return slices.Contains(names, name) })
}

// checkNames looks for the fields that an API needs among those of a request, which are given with
// the parameters that they stand in.
func checkNames(p *lint.Pass, w *flow.Widget, q *schemas.Request, api *schemas.API, fields map[string]source.Node) {
	names, asked := fieldNames(p, w, q), queryNames(w.Property(q.URL).Text())
	var missing []string // the alternatives of each
	for _, needed := range api.Needed {
		either := strings.Split(needed, "|")
		i := slices.IndexFunc(names, func(n string) bool {
			return slices.ContainsFunc(either, func(name string) bool { return strings.EqualFold(n, name) })
		})
		switch {
		case i < 0 && sends(asked, needed):
		case i < 0:
			missing = append(missing, needed)
		case !sends(names, needed):
			at := w.Property(q.Body)
			if field, ok := fields[names[i]]; ok {
				at = field.Get("key")
			}
			d, _ := p.ReportOncef(w, at, "names of Twilio's API are written with capitals, so %s misses %s; write them so", w.Label(), words.List(firstNames(api.Needed)))
			d.As(finding.Note)
		}
	}
	switch len(missing) {
	case 0:
	case 1:
		p.Reportf(w.Property(q.URL), "%s does not send %s, without which it %s; add the parameter", w.Label(),
			`"`+strings.ReplaceAll(missing[0], "|", `" or "`)+`"`, api.Fails)
	default:
		p.Reportf(w.Property(q.URL), "%s does not send %s, without which it %s; add the parameters", w.Label(),
			words.List(firstNames(missing)), api.Fails)
	}
}

// firstNames returns one name for each field that is needed.
func firstNames(needed []string) []string {
	names := make([]string, len(needed))
	for i, n := range needed {
		names[i], _, _ = strings.Cut(n, "|")
	}
	return names
}

// checkJSONField reports a field that should be JSON and is not.
func checkJSONField(p *lint.Pass, w *flow.Widget, api *schemas.API, name string, value source.Node) {
	if !value.IsString() || strings.TrimSpace(value.Text()) == "" || shape.IsPlaceholder(p, value) {
		return
	}
	t := jsontext.At(p.Flow, w, value)
	j := jsontext.Of(p, t)
	if j == nil {
		return // liquid-syntax
	}
	if fault := j.Fault(true); fault != nil {
		p.Reportf(t.Place(fault.Span), "%s must be JSON, so %s %s: %s", words.Quote(name), w.Label(), api.Fails,
			fault.Message)
	}
}
