package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/address"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "http-request", Title: "A request that cannot work, or says something else than it means",
		Group: finding.Values, Severity: finding.Warning, Varies: "note for what the server may make up for", Scope: finding.PerDocument,
		Doc: `Finds requests, Functions and callbacks that fail each time they run:

- without an address, and without a Function that is chosen;
- to an address that Twilio cannot reach: localhost, 192.168.1.20, api.internal;
- to an address that does not begin with https:// (/hold-music);
- with a parameter whose name Studio reserves (81014);
- with JSON, in order or not, that the content type calls a form, so that the server cannot
  read it.

As a note it finds what a server may make up for: a GET request with a body, a body
beside parameters (which of the two is sent is not documented), an address that works
only as long as somebody's machine is on or that nobody answers (a tunnel such as ngrok, a
collector such as webhook.site), parameters that are said to be JSON, a Function without an address while
others have one, a + in the body of a
form, where it stands for a space, a parameter that is named after a header (Authorization,
Accept), which it does not become, and an item of an answer that is a list, which
Studio does not parse: {{widgets.http.parsed[0].name}} is blank. And once a flow it finds a request that
stores the answers to several questions and is given nothing that tells whose they are, while another
one is given the number of the contact. And once a flow it finds a message that says how long the request
after it takes ("this takes about 30 seconds"), where that is ten seconds or more: Studio waits for ten.

Write the address, or choose the Function. Let the deployment fill an address in that
differs from place to place: https://${DOMAIN}/path. Parameters are encoded by Twilio;
in a body write {{contact.channel.address | url_encode}}. Let the server answer with an
object: {"items": […]}.`,
	},
	Check: func(p *lint.Pass) {
		for n := range address.Of(p) {
			checkReach(p, n)
			checkRelative(p, n)
		}
		if p.Flow == nil {
			return
		}
		checkAssembled(p)
		for _, w := range p.Flow.Widgets {
			if q := w.Facts.Request; q != nil {
				checkAddress(p, w, q)
				checkReserved(p, w, q)
				checkHeaders(p, w, q)
				checkBody(p, w, q)
				checkSentFields(p, w, q)
			}
		}
		reportUnaddressed(p)
		reportWhose(p)
		reportSlow(p)
		for _, r := range p.Flow.Refs() {
			checkItem(p, r)
		}
	},
})

// checkReach reports an address that only its own machine or network knows.
func checkReach(p *lint.Pass, n source.Node) {
	a, ok := address.At(p, n)
	where, tried := unreached(a), triedOut(a.Host)
	if !ok || where == "" && tried == "" {
		return
	}
	start := strings.Index(strings.ToLower(n.Text()), a.Host)
	at := n.Part(start, start+len(a.Host))
	if where == "" {
		d, _ := p.ReportOncef(nil, at, "%s is %s: it is there while somebody tries the flow out, and gone later; let the deployment fill the address in", words.Quote(a.Host), tried)
		d.As(finding.Note)
		return
	}
	p.ReportOncef(nil, at, "%s is %s, which Twilio never reaches; write a public address, or let the deployment fill it in", words.Quote(a.Host), where)
}

// unreached says why Twilio cannot reach an address; "" when it can.
func unreached(a address.Address) string {
	switch {
	case address.IsLoopback(a.Host):
		return "the machine itself"
	case address.IsPrivate(a.Host):
		return "known to a private network only"
	}
	return ""
}

// triedOut says what a host is that serves while a flow is tried out; "" for another.
func triedOut(host string) string {
	switch {
	case isBelow(host, tunnels), strings.HasPrefix(host, "ngrok."):
		return "a tunnel to somebody's machine"
	case isBelow(host, collectors):
		return "a place to look at requests, which answers nothing of use"
	}
	return ""
}

var (
	tunnels    = []string{"ngrok.io", "ngrok.app", "ngrok-free.app", "ngrok.dev", "ngrok-free.dev", "loca.lt", "localtunnel.me", "trycloudflare.com", "serveo.net"}
	collectors = []string{"webhook.site", "requestbin.com", "requestbin.net", "pipedream.net", "beeceptor.com", "mockbin.org", "hookbin.com", "requestcatcher.com"}
)

// isBelow reports whether a host is one of some domains, or belongs to one.
func isBelow(host string, domains []string) bool {
	return slices.ContainsFunc(domains, func(domain string) bool {
		name, ok := strings.CutSuffix(host, domain)
		return ok && (name == "" || strings.HasSuffix(name, "."))
	})
}

// checkAssembled is checkReach for an address whose host Set Variables has set.
func checkAssembled(p *lint.Pass) {
	told := map[*flow.Write]bool{}
	for n := range address.Of(p) {
		t := p.Flow.TemplateAt(n)
		if t == nil || t.Literal || !t.Liquid.Readable() || shape.IsPlaceholder(p, n) {
			continue
		}
		for _, u := range values.Held.Of(p).Assembled(t) {
			a, ok := address.Parse(p, strings.ReplaceAll(u.Text, values.UnknownPart, "{{x}}"))
			if where := unreached(a); ok && where != "" && !told[u.Writes[0]] {
				told[u.Writes[0]] = true
				p.Reportf(n, "%s is %s, which Twilio never reaches: %s sets it; write a public address, or let the deployment fill it in",
					words.Quote(a.Host), where, u.Writes[0].Widget.Label()).Relate(u.Writes[0].Value, "what sets it")
			}
		}
	}
}

// checkAddress reports a request that goes nowhere.
func checkAddress(p *lint.Pass, w *flow.Widget, q *schemas.Request) {
	n := w.Property(q.URL)
	if !n.IsString() || strings.TrimSpace(n.Text()) != "" {
		return
	}
	for _, name := range q.NamedBy {
		if shape.Filled(w.Property(name)) {
			return
		}
	}
	if len(q.NamedBy) > 0 {
		p.ReportOncef(nil, n, "no Function is chosen here, so the widget fails each time; choose one, or write its address into %s", words.Quote(q.URL))
		return
	}
	p.ReportOncef(nil, n, "the address is empty, so the request fails each time; write it into %s", words.Quote(q.URL))
}

// reportUnaddressed reports the Functions that are named only by their SIDs, while others of the
// flow have addresses, too: once. Where none has, it is how the flow was exported.
func reportUnaddressed(p *lint.Pass) {
	var bare, other *flow.Widget
	for _, w := range p.Flow.Widgets {
		q := w.Facts.Request
		if q == nil || len(q.NamedBy) == 0 {
			continue
		}
		n := w.Property(q.URL)
		switch {
		case !n.IsString() || !slices.ContainsFunc(q.NamedBy, func(name string) bool { return shape.Filled(w.Property(name)) }):
		case strings.TrimSpace(n.Text()) != "":
			other = w
		case bare == nil:
			bare = w
		}
	}
	if bare != nil && other != nil {
		p.Reportf(bare.Property(bare.Facts.Request.URL), "%s has no address beside the SIDs of its Function, and %s has one; choose the Function anew, so that it is the one that is called",
			bare.Label(), other.Label()).As(finding.Note).Relate(other.Property(other.Facts.Request.URL), "an address")
	}
}

// checkReserved reports fields by whose name the request fails.
func checkReserved(p *lint.Pass, w *flow.Widget, q *schemas.Request) {
	for _, item := range w.Property(q.Fields).Elements() {
		key := item.Get("key")
		for _, name := range q.Reserved {
			if key.IsString() && key.Text() == name {
				p.Reportf(key, "%s is a name that Studio keeps for itself, so the request fails with it (81014); give the parameter another name", words.Quote(name))
			}
		}
	}
}

// checkHeaders reports fields that are named after headers of a request: the widget sends them
// as parameters.
func checkHeaders(p *lint.Pass, w *flow.Widget, q *schemas.Request) {
	if len(q.NamedBy) > 0 {
		return // a Function may well be written for them
	}
	for _, item := range w.Property(q.Fields).Elements() {
		if key := item.Get("key"); key.IsString() && slices.Contains(headers, strings.ToLower(strings.TrimSpace(key.Text()))) {
			d, first := p.ReportOncef(w, key, "%s is the name of a header, but %s sends it as a parameter, and it can send no headers of its own; let a Function call that server", words.Quote(key.Text()), w.Label())
			if first {
				d.As(finding.Note)
			}
		}
	}
}

// headers are names that only headers of a request have.
var headers = []string{"accept", "accept-language", "authorization", "content-type", "user-agent", "cache-control", "x-api-key", "x-auth-token", "x-access-token"}

// checkBody looks at what is sent beside the address.
func checkBody(p *lint.Pass, w *flow.Widget, q *schemas.Request) {
	body := w.Property(q.Body)
	if q.Body == "" || !body.IsString() || strings.TrimSpace(body.Text()) == "" {
		return
	}
	written := shape.Sound(p, w.Property(q.Method)) // else its absence is the mistake
	if method, certain := shape.Value(p, w, q.Method); certain && written && !w.Facts.SendsBody(method) {
		p.Reportf(body, "%s sends a body with %s, which servers ignore; send it by POST, or as parameters", w.Label(), method).As(finding.Note)
		return
	}
	if jsontext.LeftOver(w, body) {
		p.Reportf(body, "%s has a body of JSON beside the parameters of the form that %s names; remove the body", w.Label(), words.Quote(q.MediaType)).
			As(finding.Note).Relate(w.Property(q.Fields).KeyPlace(), "the parameters")
		return
	}
	if fields := w.Property(q.Fields); fields.Len() > 0 {
		p.Reportf(fields.KeyPlace(), "%s has a body and parameters; which of them is sent is not documented, so write all into one of them", w.Label()).As(finding.Note)
	}
	media, known := shape.Literal(p, w.Property(q.MediaType))
	if !known || !strings.Contains(strings.ToLower(media), "x-www-form-urlencoded") {
		return
	}
	t := jsontext.At(p.Flow, w, body)
	if !jsontext.Meant(t) {
		checkForm(p, w, body)
		return
	}
	j := jsontext.Of(p, t)
	if j == nil || shape.IsPlaceholder(p, body) && !jsontext.FilledInStrings(body.Text()) {
		return
	}
	fault := j.Fault(false)
	if fault == nil {
		p.Reportf(w.Property(q.MediaType), "the body of %s is JSON, but %s calls it a form; write application/json", w.Label(), words.Quote(q.MediaType))
		return
	}
	p.Reportf(t.Place(fault.Span), "the body of %s is JSON that is broken, sent as a form; write application/json, and mend it: %s",
		w.Label(), fault.Message).Relate(w.Property(q.MediaType), "what calls it a form")
}

// checkSentFields looks at parameters that go out as what they are not.
func checkSentFields(p *lint.Pass, w *flow.Widget, q *schemas.Request) {
	fields := w.Property(q.Fields)
	if q.MediaType == "" || fields.Len() == 0 || strings.TrimSpace(w.Property(q.Body).Text()) != "" {
		return
	}
	method, certain := shape.Value(p, w, q.Method)
	media, known := shape.Literal(p, w.Property(q.MediaType))
	if certain && w.Facts.SendsBody(method) && known && jsontext.IsType(media) {
		d, first := p.ReportOncef(nil, w.Property(q.MediaType), "%s sends parameters, which are a form, but %s says JSON; write a body, or the type of a form",
			w.Label(), words.Quote(q.MediaType))
		if first {
			d.As(finding.Note).Relate(fields.KeyPlace(), "the parameters")
		}
	}
}

// checkForm reports a + in a form.
func checkForm(p *lint.Pass, w *flow.Widget, body source.Node) {
	t := p.Flow.TemplateAt(body)
	if t == nil {
		return
	}
	for _, r := range t.Refs() {
		filters, ok := reads.Printed(r)
		if ok && !encoded(filters) && mayBeAddress(p.Flow, r) {
			d, _ := p.ReportOncef(w, r.Place(), "the + of a phone number stands for a space in a form, so %s sends another number; add | url_encode, or send it as a parameter", w.Label())
			d.As(finding.Note)
		}
	}
}

// encoded reports whether filters leave no + of a phone number, or were written by
// somebody who thought of it.
func encoded(filters []liquid.Filter) bool {
	return reads.Through(filters, "url_encode", "replace", "replace_first", "remove", "remove_first", "slice", "split", "to_json") ||
		reads.Through(filters, reads.ToNumber...)
}

// mayBeAddress reports whether a reference reads a phone number, also from a variable
// that was set to one as it is.
func mayBeAddress(f *flow.Flow, r flow.Ref) bool {
	if v := reads.Value(f, r); v != nil {
		return v.Address
	}
	key, ok := reads.VariableOf(f, r)
	variable := f.Variable(key)
	if !ok || variable == nil {
		return false
	}
	for _, write := range variable.Writes {
		t := f.TemplateAt(write.Value)
		if t == nil || len(t.Refs()) != 1 {
			continue
		}
		set := t.Refs()[0]
		filters, printed := reads.Printed(set)
		if v := reads.Value(f, set); v != nil && v.Address && printed && !encoded(filters) {
			return true
		}
	}
	return false
}

// hasMember reports whether a name of an output, "first", stands among other names of the same output,
// "second": then it is a name like those. It has none where there is an item.
func hasMember(f *flow.Flow, w *flow.Widget, output, name string) bool {
	const at = 3 // widgets.NAME.OUTPUT.MEMBER
	return reads.OfAnyList(name) && slices.ContainsFunc(f.OutputRefs(w.Name), func(r flow.Ref) bool {
		if len(r.Segments) <= at || r.Segments[at].Kind == liquid.IndexSegment {
			return false
		}
		other := r.Name(at)
		return other != "" && !reads.OfAnyList(other) && r.Name(at-1) == output
	})
}

// checkItem reports an item of what is never a list.
func checkItem(p *lint.Pass, r flow.Ref) {
	_, key, ok := r.Output()
	at := 3
	switch {
	case !ok:
		return
	case r.Use == liquid.UseLoop && len(r.Segments) == at && readsNames(r.Template):
		at-- // a loop over an object gives pairs without names
	case len(r.Segments) < at+1 || r.Segments[at].Kind != liquid.IndexSegment && r.Name(at) != "first" && r.Name(at) != "last":
		return
	}
	w := reads.Widget(p.Flow, r)
	if w == nil {
		return
	}
	if v := w.Facts.Outputs.Key(key); v != nil && v.NeverList && !hasMember(p.Flow, w, key, r.Name(at)) {
		d, _ := p.ReportOncef(r.Widget, r.SegmentPlace(at), "%s of %s is blank when the answer is a list, which Studio does not parse; let the server answer with an object", words.Quote(key), words.Quote(w.Name))
		d.As(finding.Note)
	}
}

// readsNames reports whether a template reads members by name of what a loop of its own
// runs over.
func readsNames(t *flow.Template) bool {
	return slices.ContainsFunc(t.Liquid.References, func(r liquid.Reference) bool {
		return r.Local >= 0 && len(r.Segments) > 1 && r.Segments[1].Kind == liquid.NameSegment
	})
}
