package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/address"
	"studiolint/lint/finding"
	"studiolint/lint/input"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "placeholder", Title: "A placeholder was left in",
		Group: finding.Values, Severity: finding.Note, Scope: finding.PerDocument,
		Doc: `Finds what somebody was to replace and did not: YOUR_DOMAIN, REPLACE_ME,
[WORKFLOW_SID], <your number>, {{LAMBDA_URL}}, a masked SID (WWxxxxxxxx), words in an
address (https://API_USER:API_PASSWORD@…, https://menu-XXXX-dev.twil.io,
https://{{service-domain}}), a text that begins with TODO, what a shell would fill in
($NUMBER, https://$HOST/), a name such as ADMIN_PHONE_NUMBER or <channel> where a
number, a SID or an address belongs, or dummyNumber where it is kept; a number that nobody has (+15555555555,
+1XXXXXXXXXX, +60300000001), an address that is kept for examples (https://api.example.com), and a
prompt that only stands for one ("Response message…", "Insert text here", Lorem ipsum), and
somebody who is nobody in what is said, sent or kept: John Doe, test@test.com, (555) 010-2345.
In a sentence it finds [company name], {name}, (Add Link), XXX-XXX-XXXX, "in X hours",
123 Main St, www.example.com and "Hello User", unless the text shows how to write an answer.
Deployed so, the flow says it to people, or calls what does not exist. One finding
tells of all of them: it stands at the first, and lists the others.

It is a note, because most files that hold placeholders are examples, or are filled
in before they are deployed.

What a tool fills in by a syntax of its own is no mistake: ${NAME}, %{NAME}, <%= NAME %>,
#{NAME}#, __NAME__, @@NAME@@. Neither is what the configuration lists under
"placeholders", and what stands in files whose names say that they are filled in
(.tpl, .j2, .mustache and others). Other files that hold placeholders on purpose are listed
under "templates":

    templates: ["**/*.template.json"]`,
	},
	Check: func(p *lint.Pass) {
		if shape.IsFilledIn(p) || p.Document.Kind == input.Legacy {
			return // what is to be exported again is not filled in
		}
		left := placeholdersIn(p)
		if len(left) == 0 {
			return
		}
		slices.SortStableFunc(left, func(a, b leftIn) int { return cmp.Compare(explains(p, a.text), explains(p, b.text)) })
		first, others := left[0], 0
		seen := map[string]bool{first.word: true}
		for _, l := range left[1:] {
			if !seen[l.word] {
				seen[l.word] = true
				others++
			}
		}
		what, it, form := words.Quote(first.word)+" is a placeholder", "it", ""
		if shape.IsMadeUp(first.word) && !strings.HasPrefix(first.word, "+") {
			form = " with a + and the country code"
		}
		if others == 0 && words.MarksUnwritten(first.word) {
			what, it = words.Quote(first.word)+" marks what is not written yet", "it"
		}
		if others > 0 {
			what, it = fmt.Sprintf("%s and %s are placeholders", words.Quote(first.word), words.Plural(others, "other")), "them"
		}
		d := p.Reportf(first.at, "%s; fill %s in%s, or list the file under \"templates\"", what, it, form).Identify(first.word)
		for _, l := range left[1:] {
			d.Also(l.at, words.Quote(l.word)+" too")
		}
		if n, host := ownHost(p, left); host != "" {
			start := strings.Index(strings.ToLower(n.Text()), host)
			d.Also(n.Part(start, start+len(host)), words.Quote(host)+" is that of one account: leave it to be filled in, too")
		}
	},
})

// ownHost returns the first address of one account's Functions in a flow that somebody else is to
// fill in, and its host: his own stands there instead; "" for none.
func ownHost(p *lint.Pass, left []leftIn) (at source.Node, host string) {
	if !slices.ContainsFunc(left, func(l leftIn) bool { return words.TellsToFill(l.word) }) {
		return at, ""
	}
	for n := range address.Of(p) {
		if _, rest, ok := strings.Cut(n.Text(), "://"); ok && !shape.IsPlaceholder(p, n) && address.IsFunctions(address.Host(rest)) {
			return n, address.Host(rest)
		}
	}
	return at, ""
}

// explains is 1 for the description of a flow, which may only speak of its placeholders: those that are
// to be filled in come first.
func explains(p *lint.Pass, n source.Node) int {
	if n == p.Document.Definition.Get("description") {
		return 1
	}
	return 0
}

// A leftIn is a placeholder that somebody was to replace.
type leftIn struct {
	word string
	at   source.Place
	text source.Node
}

// placeholdersIn returns the placeholders of a document, in the order of the text. Strings
// that are echoes of others are looked at only when there is one in the others.
func placeholdersIn(p *lint.Pass) []leftIn {
	var found []leftIn
	echo, leftOf := shape.Echoes.Of(p), shape.LeftIn(p)
	add := func(list []leftIn, n source.Node) []leftIn {
		for _, span := range leftOf(n) {
			word, at := n.Text()[span[0]:span[1]], n.Part(span[0], span[1])
			if !p.Config.IsPlaceholder(word) && !p.Config.IsPlaceholder(n.Text()) {
				list = append(list, leftIn{word, at, n})
			}
		}
		return list
	}
	for n := range textsToFill(p) {
		if !echo.Has(n) {
			found = add(found, n)
		}
	}
	if len(found) == 0 {
		return nil
	}
	all := make([]leftIn, 0, len(found))
	for n := range textsToFill(p) {
		if echo.Has(n) {
			all = add(all, n)
			continue
		}
		for len(found) > 0 && found[0].text == n {
			all, found = append(all, found[0]), found[1:]
		}
	}
	return all
}

// textsToFill yields the strings of a document that a person writes: those of the
// definition, and the fields of a request. What the API returned around a
// definition is masked in many examples, and that is no mistake of the flow.
func textsToFill(p *lint.Pass) func(yield func(source.Node) bool) {
	return func(yield func(source.Node) bool) {
		roots := []source.Node{p.Document.Definition}
		switch p.Document.Kind {
		case input.FlowRequest, input.FlexFlowRequest:
			for n := range p.Document.Node.Children() {
				if n.IsString() && !mayHoldDefinition(p, n) {
					roots = append(roots, n)
				}
			}
		}
		for _, root := range roots {
			for n := range root.Strings() {
				if !yield(n) {
					return
				}
			}
		}
	}
}

// mayHoldDefinition reports whether a string is the one that the definition stands
// in.
func mayHoldDefinition(p *lint.Pass, n source.Node) bool {
	for _, text := range p.File.Texts {
		if text.Outer() == n {
			return true
		}
	}
	return false
}
