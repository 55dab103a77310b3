package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/address"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "function-mismatch", Title: "A Function whose SIDs and address do not agree",
		Group: finding.Values, Severity: finding.Warning, Varies: "note for SIDs that are to be filled in",
		Doc: `Compares the addresses of a flow, and the SIDs beside those of Run Function. Finds

- two environments of one Functions service: orders-4821.twil.io beside
  orders-4821-dev.twil.io;
- one function_sid with two addresses, or one address with two function_sids;
- a function_sid that is to be filled in and names a Function, YOUR_FUNCTION_SID[booked], and an address that
  ends in another name, where the two agree in at least two other widgets;
- one environment_sid or service_sid with addresses of two services.

The editor shows the Function of the SID, and the address is what runs. Where they are of
two Functions, most likely a widget was copied and only one of the two was replaced, so
that another Function runs than whoever reads the flow believes; and an address of
another environment runs code that nobody has released, or writes where nobody looks.

Choose the Function in the editor anew, or write the same environment everywhere. Values
that a deployment fills in are not looked at.`,
	},
	Check: func(p *lint.Pass) {
		m := mismatches{Pass: p, told: map[*flow.Widget]bool{}}
		if p.Config.EnvironmentOf(p.File.Source.Path) == nil { // else the configuration says what belongs where
			m.environments()
		}
		for _, w := range p.Flow.Widgets {
			if f, ok := functionAt(p, w); ok {
				m.functions = append(m.functions, f)
			}
		}
		reportNamed(p)
		if len(m.functions) < 2 {
			return
		}
		m.compare(ofFunction, func(f *chosen) (string, string) { return f.function, f.at }, "another address")
		m.compare("", func(f *chosen) (string, string) { return f.at, f.function }, "another Function chosen")
		m.compare(ofEnvironment, func(f *chosen) (string, string) { return f.environment, f.host }, "another address")
		m.compare(ofService, func(f *chosen) (string, string) { return f.service, serviceOf(f.host) }, "another address")
	},
})

// chosen is the Function that a widget runs, as far as it is known.
type chosen struct {
	widget                         *flow.Widget
	function, environment, service string // SIDs
	host, at                       string // at is the host with the path
}

func functionAt(p *lint.Pass, w *flow.Widget) (f chosen, ok bool) {
	if w.Facts.Request == nil || len(w.Facts.Request.NamedBy) == 0 {
		return f, false
	}
	url := w.Property(w.Facts.Request.URL)
	a, ok := address.At(p, url)
	if !ok || !url.IsString() || shape.IsPlaceholder(p, url) || liquid.HasOutputs(strings.SplitN(url.Text(), "?", 2)[0]) {
		return f, false
	}
	sid := func(kind string) string {
		if text, ok := shape.Literal(p, w.Property(sidProperty(w, kind))); ok && words.IsSIDOf(text, kind) {
			return text
		}
		return ""
	}
	return chosen{w, sid(ofFunction), sid(ofEnvironment), sid(ofService), a.Host, a.Host + a.Path}, true
}

// mismatches are the findings of one flow, at most one a widget.
type mismatches struct {
	*lint.Pass
	functions []chosen
	told      map[*flow.Widget]bool
}

// compare reports the Functions that have another value beside a key than most with the
// same key: the SID of a kind, or, without one, the address.
func (m *mismatches) compare(kind string, of func(*chosen) (key, value string), has string) {
	if !m.differ(of) {
		return
	}
	count := map[[2]string]int{}
	usual := map[string]*chosen{} // by key: the first with the value that stands there most often
	for i := range m.functions {
		f := &m.functions[i]
		if key, value := of(f); key != "" && value != "" {
			count[[2]string{key, value}]++
		}
	}
	for i := range m.functions {
		f := &m.functions[i]
		key, value := of(f)
		if key == "" || value == "" {
			continue
		}
		before := usual[key]
		if before == nil {
			usual[key] = f
		} else if _, most := of(before); count[[2]string{key, value}] > count[[2]string{key, most}] {
			usual[key] = f
		}
	}
	for i := range m.functions {
		f := &m.functions[i]
		key, value := of(f)
		if key == "" || value == "" {
			continue
		}
		most := usual[key]
		_, common := of(most)
		if value == common || m.told[f.widget] {
			continue
		}
		m.told[f.widget] = true
		property := f.widget.Facts.Request.URL
		if kind != "" {
			property = sidProperty(f.widget, kind)
		}
		m.Reportf(f.widget.Property(property), "%s has the %s of %s, but %s (%s, not %s): half a copy? choose the Function anew",
			f.widget.Label(), words.Quote(property), most.widget.Label(), has, words.Quote(value), words.Quote(common)).
			Relate(most.widget.Property(property), "the same here")
	}
}

// differ reports whether two Functions may have another value beside the same key.
func (m *mismatches) differ(of func(*chosen) (key, value string)) bool {
	const few = 8
	if len(m.functions) > few {
		return true
	}
	for i := range m.functions {
		key, value := of(&m.functions[i])
		for j := range m.functions[:i] {
			if k, v := of(&m.functions[j]); k == key && v != value {
				return true
			}
		}
	}
	return false
}

// serviceOf returns the name of the Functions service of a host, which ends with a number
// that the name of the environment may follow: menu-1234-dev.twil.io. It is "" for another
// host.
func serviceOf(host string) string {
	name, ok := strings.CutSuffix(host, ".twil.io")
	const least = 4 // digits
	for i := len(name); ok && i > 0; {
		if i = strings.LastIndexByte(name[:i], '-'); i < 1 {
			break
		}
		rest := strings.TrimLeft(name[i+1:], "0123456789")
		if end := len(name) - len(rest); end-(i+1) >= least &&
			(rest == "" || rest[0] == '-' && len(rest) > 1 &&
				strings.Trim(rest, "abcdefghijklmnopqrstuvwxyz0123456789-") == "") {
			return name[:end]
		}
	}
	return ""
}

// environments reports addresses of another environment than most of the same service.
func (m *mismatches) environments() {
	type use struct {
		node       source.Node
		host, path string
	}
	var uses []use
	count := map[string]int{}
	called := map[string]bool{}
	usual := map[string]use{} // by service
	for n := range address.Of(m.Pass) {
		if a, ok := address.At(m.Pass, n); ok && serviceOf(a.Host) != "" {
			uses = append(uses, use{n, a.Host, a.Path})
			count[a.Host]++
			called[a.Host+a.Path] = true
		}
	}
	for _, u := range uses {
		before, ok := usual[serviceOf(u.host)]
		if !ok || count[u.host] > count[before.host] {
			usual[serviceOf(u.host)] = u
		}
	}
	for _, u := range uses {
		most := usual[serviceOf(u.host)]
		w := m.Flow.WidgetAt(u.node)
		if most.host == u.host || w == nil || m.told[w] || called[most.host+u.path] {
			continue // who calls one thing in both chooses the environment as the flow runs
		}
		m.told[w] = true
		start := strings.Index(strings.ToLower(u.node.Text()), u.host)
		m.ReportOncef(nil, u.node.Part(start, start+len(u.host)), "%s is another environment of the service that this flow calls at %s; write the same in all of it, or let the deployment fill it in",
			words.Quote(u.host), words.Quote(most.host))
	}
}
