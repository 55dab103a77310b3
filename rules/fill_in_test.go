package rules

import (
	"math/rand/v2"
	"strings"
	"testing"

	"studiolint/schemas"
)

// fillInSamples holds a match of every alternative of the two expressions.
var fillInSamples = []string{
	"${NAME}", "%{ if x }", "$NAME", "$_X", "https://$HOST/x", "[a name]", "<a name>", "MY_NAME_IS", "INSERT_X", "see ACxxxxxxxx",
	"__name__", "<%= NAME %>", "@NAME@", "@@NAME@", "{{A}}", "#{NAME}#",
	"YOUR_NAME", "to YOUR-NAME!", "MY_API_KEY", "REPLACE_ME", "CHANGETHIS", "REPLACE_WITH_X", "INSERT_YOUR_KEY_HERE", "A_HERE",
	"https://a:API_PASSWORD@b", "sip:a:Secret@b", "https://A_B/c", "https://you_bot.x", "https://your-own-callback.x", "https://xXxX.x", "https://a-xxxx-b.x",
	"https://[domain]/x", "https://<the-domain>/x", "UA-XXXX-Y", "G-XXXXXX", "Dear <your name>", "[Insert the name]", "[Enter-X]",
	"[NAME]", "<NAME>", "a {{ A_1 }} b", "{{\tABC }}", "WWxxxxxx", "HX******", "AAXXXXXX",
}

var fillInParts = []string{"A", "Z_", "_", "x", "X", "xx", "XX", "{{", "}}", "{", " ", "\f", "[", "]", "<", ">", "://", "you", "r", "-", "YOUR", "MY", "HERE", "*", "**", "$", "%", "#", "@", ":", "é", "1", "API_", "SID"}

// What the cheap test does not let through must not match.
func TestMayHoldFillIn(t *testing.T) {
	t.Parallel()
	for _, s := range fillInSamples {
		if !toolFillIn().MatchString(s) && !fillIn().MatchString(s) {
			t.Errorf("%q is no sample of a placeholder", s)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 200_000 {
		s := fillInSamples[random.IntN(len(fillInSamples))]
		for range random.IntN(4) {
			i := random.IntN(len(s) + 1)
			part := fillInParts[random.IntN(len(fillInParts))]
			s = s[:i] + part + s[min(len(s), i+random.IntN(3)):]
		}
		checkMayHoldFillIn(t, s)
	}
	for _, s := range []string{"", "Hello", "Press 1, or say YES. SMS us!", "{{widgets.menu.Digits}}", "a_b__c", "100% #1", "https://api.example.com/x?y=z", "FW51d7c0a94be2436f8d10e7c9ab35f264"} {
		if mayHoldFillIn(s) {
			t.Errorf("%q takes the long way", s)
		}
	}
}

func checkMayHoldFillIn(t *testing.T, s string) {
	t.Helper()
	if !mayHoldFillIn(s) && (toolFillIn().MatchString(s) || fillIn().MatchString(s)) {
		t.Fatalf("%q holds a placeholder, but the cheap test does not say so", s)
	}
}

func FuzzMayHoldFillIn(f *testing.F) {
	for _, s := range fillInSamples {
		f.Add(s)
	}
	f.Fuzz(checkMayHoldFillIn)
}

// Secrets are looked for by their names before the catalogue is asked.
func TestSecretPropertiesHaveSecretNames(t *testing.T) {
	found := 0
	for _, typ := range schemas.Types() {
		for _, p := range schemas.Lookup(typ).Properties {
			if p.Secret {
				found++
				if !isSecretName(p.Name) {
					t.Errorf("%s of %s is a secret, but its name does not say so", p.Name, typ)
				}
			}
		}
	}
	if found == 0 {
		t.Error("there are no secrets")
	}
}

func TestIsExample(t *testing.T) {
	for value, want := range map[string]bool{
		"password": true, "API_PASSWORD": true, "api_password": true, "my-secret": true, "YourAuthToken": true, "twilio.auth.token": true,
		"xxxxxxxx": true, "********": true, "aaaaaa": true, "ab...": true, "placeholder1": true, "CHANGE_ME": true,
		"tr0ub4dor": false, "correct-horse": false, "secretsauce": false, "HUNTER2": false, "TOP_1": false, "passwords": false, "": false,
	} {
		if got := isExample(value); got != want {
			t.Errorf("isExample(%q) = %v", value, got)
		}
	}
}

// A long text must not make the expressions slow.
func TestFillInHostile(t *testing.T) {
	t.Parallel()
	for _, part := range []string{"://a:", "[", "<your ", "{{ ", "A_", "-xxxx", "@"} {
		s := strings.Repeat(part, 200_000/len(part))
		holdsFillIn(s)
		toolFillIn().MatchString(s)
		isExample(s)
	}
}
