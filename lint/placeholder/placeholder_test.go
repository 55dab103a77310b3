package placeholder

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"studiolint/lint/source"
)

// samples holds a match of every alternative of the two expressions.
var samples = []string{
	"${NAME}", "%{ if x }", "$NAME", "$_X", "https://$HOST/x", "[a name]", "<a name>", "MY_NAME_IS", "INSERT_X", "see ACxxxxxxxx",
	"__name__", "<%= NAME %>", "@NAME@", "@@NAME@", "{{A}}", "#{NAME}#",
	"YOUR_NAME", "to YOUR-NAME!", "MY_API_KEY", "REPLACE_ME", "CHANGETHIS", "REPLACE_WITH_X", "INSERT_YOUR_KEY_HERE", "A_HERE",
	"https://a:API_PASSWORD@b", "sip:a:Secret@b", "https://A_B/c", "https://you_bot.x", "https://your-own-callback.x", "https://xXxX.x", "https://a-xxxx-b.x", "https://{{server-domain}}/x", "https://$host/x",
	"https://[domain]/x", "https://<the-domain>/x", "UA-XXXX-Y", "G-XXXXXX", "Dear <your name>", "[Insert the name]", "[Enter-X]",
	"REPLACE_ME_APP_URL", "TODO: say hello", " TBD", "$NUMBER", "https://$HOST/x", "[NAME]", "<NAME>", "a {{ A_1 }} b", "{{\tABC }}", "%NAME%", "<the name>", "WWxxxxxx", "HX******", "AAXXXXXX",
}

var parts = []string{"A", "Z_", "_", "x", "X", "xx", "XX", "{{", "}}", "{", " ", "\f", "[", "]", "<", ">", "://", "you", "r", "-", "YOUR", "MY", "HERE", "*", "**", "$", "%", "#", "@", ":", "é", "1", "API_", "SID"}

// What the cheap test does not let through must not match.
func TestMayHold(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing between goroutines")
	}
	t.Parallel()
	for _, s := range samples {
		if !byTool.MatchString(s) && !byPerson.MatchString(s) {
			t.Errorf("%q is no sample of a placeholder", s)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 200_000 {
		s := samples[random.IntN(len(samples))]
		for range random.IntN(4) {
			i := random.IntN(len(s) + 1)
			part := parts[random.IntN(len(parts))]
			s = s[:i] + part + s[min(len(s), i+random.IntN(3)):]
		}
		checkMayHold(t, s)
	}
	for _, s := range []string{"", "Hello", "Press 1, or say YES. SMS us!", "{{widgets.menu.Digits}}", "a_b__c", "100% #1", "https://api.example.com/x?y=z", "FW51d7c0a94be2436f8d10e7c9ab35f264"} {
		if mayHold(s) {
			t.Errorf("%q takes the long way", s)
		}
	}
}

func checkMayHold(t *testing.T, s string) {
	t.Helper()
	if !mayHold(s) && (byTool.MatchString(s) || byPerson.MatchString(s)) {
		t.Fatalf("%q holds a placeholder, but the cheap test does not say so", s)
	}
	if mayHold(s) && source.SignsOf(s)&Signs == 0 {
		t.Fatalf("%q may hold a placeholder, but has none of its signs", s)
	}
	if s != "" && !mayName(s) && valueName.MatchString(s) {
		t.Fatalf("%q is a name, but the cheap test does not say so", s)
	}
}

func FuzzMayHold(f *testing.F) {
	for _, s := range samples {
		f.Add(s)
	}
	f.Fuzz(checkMayHold)
}

// A long text must not make the expressions slow.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing between goroutines")
	}
	t.Parallel()
	for _, part := range []string{"://a:", "[", "<your ", "{{ ", "A_", "-xxxx", "@"} {
		s := strings.Repeat(part, 200_000/len(part))
		Left(s)
		byTool.MatchString(s)
	}
}

func TestForms(t *testing.T) {
	for _, c := range []struct {
		s                            string
		in, left, token, name, whole bool
	}{
		{"", false, false, false, false, false},
		{"Hello", false, false, false, false, false},
		{"${URL}/x", true, false, true, false, true},
		{"%{ if x }", true, false, true, false, true},
		{"a ${URL}", true, false, true, false, false},
		{"https://YOUR_DOMAIN/x", true, true, false, false, false},
		{"ADMIN_PHONE_NUMBER", false, false, false, true, true},
		{"<channel>", true, false, false, true, true},
		{"{{service-url}}", false, false, false, true, true},
		{"{{service_url}}", false, false, false, false, true},
		{"[CHANNEL]", true, true, false, true, true},
		{" @flow.json", false, false, false, false, true},
		{"{{DEFINITION}}", true, true, false, false, true},
		{"{\"states\": []}", false, false, false, false, false},
	} {
		if got := In(c.s); got != c.in {
			t.Errorf("In(%q) = %v", c.s, got)
		}
		if got := Left(c.s); got != c.left || (Spans(c.s) != nil) != got {
			t.Errorf("Left(%q) = %v, Spans %v", c.s, got, Spans(c.s))
		}
		if got := Token(c.s); got != c.token {
			t.Errorf("Token(%q) = %v", c.s, got)
		}
		if got := Name(c.s); got != c.name {
			t.Errorf("Name(%q) = %v", c.s, got)
		}
		if got := Whole(c.s); got != c.whole {
			t.Errorf("Whole(%q) = %v", c.s, got)
		}
	}
}

func TestNumber(t *testing.T) {
	for s, want := range map[string]bool{
		"+15555555555": true, "+1 (555) 123-4567": true, "5551234567": true, "+12125550123": true, "212-555-0123": true, "+10000000000": true,
		"+11111111111": true, "1234567890": true, "+1234567890": true, "+11234567890": true,
		"+12025551234": true, "+1XXXXXXXXXX": true, "+1 (xxx) xxx-xxxx": true, "+1212555XXXX": true,
		"+15005550006": false, "+12025551212": false, "+12125541234": false, "+442071234567": false, "+18005551212": false, "911": false, "": false, "client:5555555555": false,
		"+60300000001": true, "+14150000000": true, "+442012345678": true, "+14151234567": true, "+447700900123": true, "+441632960001": true,
		"+60312000001": false, "+442079000000": false, "+447700800123": false, "+14152345678": false, "+5511400000": false,
		"+18005550199": false, "+49301234567": false, "+555": false,
	} {
		if got := Number(s); got != want {
			t.Errorf("Number(%q) = %v", s, got)
		}
	}
}

// What is found without a regular expression, or not looked at, must be what one would find.
func TestMayBeNumber(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing between goroutines")
	}
	fictional := regexp.MustCompile(`^\+?1?[ .-]?\(?555\)?[ .-]?[0-9]{3}[ .-]?[0-9]{4}$` +
		`|^\+?1?[ .-]?\(?(?:[2-4679][0-9]{2}|5(?:0[1-9]|[1-9][0-9]))\)?[ .-]?555[ .-]?(?:[02-9][0-9]{3}|1[013-9][0-9]{2}|12(?:[02-9][0-9]|1[013-9]))$` +
		`|^\+44(?:1632960|2079460|7700900)[0-9]{3}$`)
	parts := []string{"+", "1", "5", "55", "555", "5550", "01", "23456789", "0", "0000", "999", "xx", "XXX", "+44", "7700900", "1234567", " ", "-", ".", "(", ")", "212", "1212", "500"}
	random := rand.New(rand.NewPCG(5, 6))
	matches := 0
	for range 200_000 {
		s := ""
		for range 1 + random.IntN(7) {
			s += parts[random.IntN(len(parts))]
		}
		want := len(s) > 6 && strings.IndexByte("+(0123456789", s[0]) >= 0 && (noNumber.MatchString(s) || fictional.MatchString(s))
		if want {
			matches++
		}
		if Number(s) != want {
			t.Fatalf("Number(%q) = %v", s, !want)
		}
	}
	if matches == 0 {
		t.Error("none of the texts is a number")
	}
}

func TestSpans(t *testing.T) {
	const text = "https://API_USER:API_PASSWORD@example.com to YOUR_NAME"
	var got []string
	for _, s := range Spans(text) {
		got = append(got, text[s[0]:s[1]])
	}
	if want := "API_USER:API_PASSWORD|YOUR_NAME"; strings.Join(got, "|") != want {
		t.Errorf("%q, want %s", got, want)
	}
}

func TestBegins(t *testing.T) {
	const text = `{"a": ${A}, "b": {{b}}, "c": {"d": 1}}`
	for at := range len(text) {
		want := text[at] == '$' || strings.HasPrefix(text[at:], "{{") || at > 0 && strings.HasPrefix(text[at-1:], "{{")
		if got := Begins([]byte(text), at); got != want {
			t.Errorf("Begins at %d (%s) = %v", at, text[at:], got)
		}
	}
}

func TestSpecimen(t *testing.T) {
	for s, want := range map[string]string{
		"Hello John Doe, welcome": "John Doe", "joe@example.com": "joe@example.com", "write to info@yourcompany.com.": "info@yourcompany.com", "test@test.com": "test@test.com",
		"Call (555) 234-5678 now": "(555) 234-5678", "415-555-0100": "415-555-0100", `{"phone": "+15551234567"}`: "+15551234567",
		"": "", "Write it like this: John Doe": "", "Your name, e.g. Jane Doe": "", "John Doering": "", "Reply with your mail (name@example.com)": "", "Call (212) 736-5000": "", "jane@acme.test": "", "5551234": "", "+12125551212": "",
		"Call us at 123-333-4444 now": "123-333-4444", "Ring (000) 111-2222": "(000) 111-2222", "1-800-123-4567": "", "Ring 1800-123-4567": "", "Ring 1-123-456-7890": "1-123-456-7890", "Ring 055-123-4567": "",
	} {
		span, ok := Specimen(s, true)
		if got := s[span[0]:span[1]]; got != want || ok != (want != "") {
			t.Errorf("Specimen(%q) = %q", s, got)
		}
	}
	for s, want := range map[string]bool{"John Doe": true, `{"name": "John Doe"}`: true, `{"name": "ask for John Doe"}`: false, "ask for John Doe": false, `{"mail": "a@example.com"}`: true} {
		if _, ok := Specimen(s, false); ok != want {
			t.Errorf("Specimen(%q) among values = %v", s, ok)
		}
	}
}

func TestDummy(t *testing.T) {
	for s, want := range map[string]bool{"dummyNumber": true, "dummyBeepAssetsUrl": true, "example_url": true, "yourPhoneNumber": true, "sampleNumber": true, "dummy": false, "phoneNumber": false, "yourself": false, "sample": false, "a dummy number": false, "yourName": false} {
		if got := Dummy(s); got != want {
			t.Errorf("Dummy(%q) = %v", s, got)
		}
	}
}

func TestFiller(t *testing.T) {
	for s, want := range map[string]string{
		"Response message...": "Response message...", "Insert text here": "Insert text here", " [Enter your message here] ": "[Enter your message here]",
		"Your message here!": "Your message here!", "Hello. Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod.": "Lorem ipsum",
		"test test": "test test", "Testing 1 2 3": "Testing 1 2 3", "Test message": "Test message", "Sample text": "Sample text", "asdf": "asdf",
		"Test": "Test", "xxx": "xxx", "Text to say": "Text to say", "": "", "Test drive": "", "Enter your PIN": "", "Leave your message here": "", "Your test results are ready": "", "Please enter your message here": "", "We got your message.": "", "testing site": "", "Text STOP here": "",
	} {
		span, ok := Filler(s)
		if got := s[span[0]:span[1]]; got != want || ok != (want != "") {
			t.Errorf("Filler(%q) = %q", s, got)
		}
	}
}

func TestBracketed(t *testing.T) {
	for s, want := range map[string]string{
		"Hold for a [coordinator].": "[coordinator]", "[first name], welcome": "[first name]", "[Dein Name]": "[Dein Name]",
		"Press [1] now": "", "{{widgets.a.parsed[name]}}": "", "{{widgets[name]}}": "", "{% assign a = b[name] %}": "", "no brackets": "", "[a]": "", "[]": "",
	} {
		span, ok := Bracketed(s)
		if got := s[span[0]:span[1]]; got != want || ok != (want != "") {
			t.Errorf("Bracketed(%q) = %q", s, got)
		}
	}
}

func TestAngled(t *testing.T) {
	for s, want := range map[string]string{
		"Your order of <date>.": "<date>", "<valor> em <data>": "<valor>", "Dear <first name>": "<first name>",
		"a < b > c": "", "<b>late</b>": "", "<LATE>": "", "Text FIND <town>": "", "{% if a <b> %}": "", "<https://a.test>": "", "<br>": "", "": "",
	} {
		span, ok := Angled(s)
		if got := s[span[0]:span[1]]; got != want || ok != (want != "") {
			t.Errorf("Angled(%q) = %q", s, got)
		}
	}
}

func TestHostIn(t *testing.T) {
	for s, want := range map[string]string{
		"https://example.com": "example.com", "https://API.example.com:8443/x?y=z": "API.example.com", "https://me:secret@www.example.org/a@b": "www.example.org", "https://shop.example#x": "shop.example",
		"https://mydomain.com/": "mydomain.com", "http://api.your-company.com": "api.your-company.com", "https://domain.com": "domain.com",
		"https://placeholderServer.twil.io/x": "placeholderServer.twil.io", "https://yourDomain.twil.io": "yourDomain.twil.io", "https://yourselves.org": "",
		"http://a:b@ec2-11-22-33-444.compute-1.amazonaws.com/x": "ec2-11-22-33-444.compute-1.amazonaws.com", "https://10.0.0.256": "10.0.0.256", "https://10.0.0.25": "", "https://ec2-11-22-33-44.compute-1.amazonaws.com": "", "https://ec2-11-22-333.example.co": "", "https://1.2.3.x": "", "https://300.2.3.-4": "",
		"https://example.co": "", "https://myexample.com": "", "https://my-shop-1234.twil.io/example.com": "", "https://mydomains.com": "", "https://yourchoice.com": "", "": "", "example.com": "", "https://example-4821.twil.io": "", "https://a.harbour.test?to=example.com": "",
	} {
		span, ok := HostIn(s)
		if !ok {
			span = [2]int{}
		}
		if got := s[span[0]:span[1]]; got != want {
			t.Errorf("HostIn(%q) = %q", s, got)
		}
	}
}

// TestSampleHosts compares with a regular expression, which takes longer.
func TestSampleHosts(t *testing.T) {
	is := regexp.MustCompile(`^(?:.+\.)?(?:example\.(?:com|org|net)|example|invalid|(?:my|your)-?(?:domain|company|site|website|server|app|api|host|backend)\.(?:com|org|net|io)|domain\.com)$`)
	parts := []string{"example", "com", "org", "net", "io", "invalid", "my", "your", "-", "domain", "company", "site", "website", "server", "app", "api", "host", "backend", ".", ".", ".", "a", "", "\n", "é"}
	random, samples := rand.New(rand.NewPCG(1, 2)), 0
	for range 200_000 {
		host := ""
		for range 1 + random.IntN(7) {
			host += parts[random.IntN(len(parts))]
		}
		want := is.MatchString(host)
		if isSample(host) != want {
			t.Fatalf("%q: a sample is %v", host, want)
		}
		if want {
			samples++
		}
	}
	if samples < 1000 {
		t.Errorf("%d samples are too few to show anything", samples)
	}
}

// What is looked for first never hides the name of nobody.
func TestMayShow(t *testing.T) {
	for _, name := range []string{"John Doe", "jane doe", "JOE BLOGGS", "joe bloggſ", "Max Mustermann", "Fulano de Tal", "Juan Pérez", "juan perez", "Jean Dupont", "Mario Rossi"} {
		text := `{"name": "` + name + `"}`
		if at, ok := Specimen(text, false); !ok || text[at[0]:at[1]] != name {
			t.Errorf("%s names nobody", text)
		}
	}
	for _, text := range []string{"", `"`, `""`, `oe"`, `{"name": "Zoe"}`, `{"name": "John Doeson"}`} {
		if _, ok := Specimen(text, false); ok {
			t.Errorf("%s names somebody", text)
		}
	}
}

func TestInSentence(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Sign up here: (Add Link)":                             "(Add Link)",
		"Welcome to [Company Name]!":                           "[Company Name]",
		"Hola {nombre}, gracias.":                              "{nombre}",
		"Call us at XXX-XXX-XXXX today.":                       "XXX-XXX-XXXX",
		"Call (XXX) XXX-XXXX today.":                           "XXX) XXX-XXXX",
		"Call 1-800-XXX-XXXX today.":                           "1-800-XXX-XXXX",
		"Your code is XXXX.":                                   "XXXX",
		"Our hours are TBD.":                                   "TBD",
		"We answer in X business days.":                        "X business days",
		"Thank you for calling your business name here.":       "your business name here",
		"Hello, my name is _____ and I call from the library.": "_____",
		"Visit us at 123 Main St, Anytown.":                    "123 Main St",
		"Call us at 555-0101.":                                 "555-0101",
		"See www.example.com for more.":                        "www.example.com",
		"You speak with a [coordinator] now.":                  "[coordinator]",
		"It was sent by [sender of it].":                       "[sender of it]",

		"Thanks, see you! xxx":                         "",
		"Size XXL or xx":                               "",
		"Reply with your number as XXX-XXX-XXXX.":      "",
		"Please reply with [name], [date] and [time]":  "",
		"Your address, e.g. 123 Main St":               "",
		"Call 555-1212.":                               "",
		"Read [the link](https://a.example)":           "",
		"Line\n_______\nLine":                          "",
		"Hello {{name}} and {{ flow.variables.name }}": "",
		"Mail to anna@example.com":                     "",
		"What is your company name?":                   "",
		"Bring the form (add a signature).":            "",
		"Tap the [confirm] button.":                    "",
		"Read the [terms](https://a.example)":          "",
		"Reply with the [code].":                       "",
	} {
		span, ok := standsInSentence(text)
		got := text[span[0]:span[1]]
		if ok != (want != "") || !strings.HasSuffix(got, want) {
			t.Errorf("standsInSentence(%q) = %q, want %q", text, got, want)
		}
		if ok && !mayStand(text) {
			t.Errorf("the quick look passes over %q", text)
		}
	}
}
