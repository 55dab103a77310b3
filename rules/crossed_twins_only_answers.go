package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// A givenField is a parameter of a request with the text of its value.
type givenField struct{ key, value string }

// reportOnlyAnswers reports the one request to a host that is given nothing but what a person answered, while all
// others to it, three at least, are given one and the same value as well.
func reportOnlyAnswers(p *lint.Pass) {
	const least, most = 4, 60 // requests to a host
	byHost := map[string][]*flow.Widget{}
	var hosts []string
	for _, w := range p.Flow.Widgets {
		if w.Facts.Request == nil || !p.Flow.Reachable(w) {
			continue
		}
		host := effects.HostOf(w)
		if host == "" {
			continue
		}
		if byHost[host] == nil {
			hosts = append(hosts, host)
		}
		byHost[host] = append(byHost[host], w)
	}
	for _, host := range hosts {
		all := byHost[host]
		if len(all) < least || len(all) > most {
			continue
		}
		if bare, shared := onlyAnswers(p.Flow, all); bare != nil {
			p.Reportf(bare, "%s is given answers alone, and the other %d requests to its host all get %s, too; pass it, if it needs that",
				bare.Label(), len(all)-1, words.Quote(shared)).Relate(otherThan(all, bare), "one of the others")
		}
	}
}

func otherThan(all []*flow.Widget, w *flow.Widget) *flow.Widget {
	if all[0] == w {
		return all[1]
	}
	return all[0]
}

// onlyAnswers returns the one of some requests that is given nothing but answers, and the key of a value that all
// others are given.
func onlyAnswers(f *flow.Flow, all []*flow.Widget) (bare *flow.Widget, shared string) {
	for _, w := range all {
		if !isGivenAnswersOnly(f, w) {
			continue
		}
		if bare != nil {
			return nil, ""
		}
		bare = w
	}
	if bare == nil || offer.NamesGeneral(bare.Name) || offer.NamesStock(bare.Name) || words.WorksAlone(bare.Name) {
		return nil, ""
	}
	var common []givenField
	for i, w := range withoutWidget(all, bare) {
		given := givenTo(f, w)
		if i == 0 {
			common = given
		} else {
			common = slices.DeleteFunc(common, func(g givenField) bool { return !slices.Contains(given, g) })
		}
	}
	if len(common) == 0 {
		return nil, ""
	}
	return bare, common[0].key
}

func withoutWidget(all []*flow.Widget, w *flow.Widget) []*flow.Widget {
	return slices.DeleteFunc(slices.Clone(all), func(other *flow.Widget) bool { return other == w })
}

// isGivenAnswersOnly reports whether all parameters of a request, one at least, are what a person has answered to
// questions.
func isGivenAnswersOnly(f *flow.Flow, w *flow.Widget) bool {
	items := w.Property(w.Facts.Request.Fields)
	if items.Len() == 0 || effects.ActOf(w) != effects.Requests || w.Property(w.Facts.Request.Body).Text() != "" ||
		f.TemplateAt(w.Property(w.Facts.Request.URL)) != nil {
		return false
	}
	return !slices.ContainsFunc(slices.Collect(items.Children()), func(item source.Node) bool {
		t := f.TemplateAt(item.Get("value"))
		return t == nil || len(t.Refs()) == 0 || slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool { return r.Root() != "widgets" || !reads.IsGiven(f, r) })
	})
}

// givenTo returns the parameters of a request that are more than answers and constants.
func givenTo(f *flow.Flow, w *flow.Widget) (all []givenField) {
	for _, item := range w.Property(w.Facts.Request.Fields).Elements() {
		t := f.TemplateAt(item.Get("value"))
		if t != nil && len(t.Refs()) == 1 && !reads.IsAnswer(f, t.Refs()[0]) {
			all = append(all, givenField{item.Get("key").Text(), t.Text})
		}
	}
	return all
}
