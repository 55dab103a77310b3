package address

import (
	"testing"

	"studiolint/schemas"
)

func TestSchemeless(t *testing.T) {
	for text, want := range map[string]string{
		"https://example.com/a.png":   "",
		"HTTP://example.com":          "",
		"{{flow.data.url}}":           "",
		"{{flow.data.host}}/a.png":    "",
		"hold.mp3":                    "",
		"/hold-music":                 "",
		"tel:+15005550006":            "",
		"Welcome to our line.":        "",
		"":                            "",
		"example.org.ph/report":       "lacks https://",
		"www.bücher.example/a.png":    "lacks https://",
		"//example.com/a.png":         "lacks https://",
		"example.com?x=1":             "lacks https://",
		"localhost:3000/x":            "lacks https://",
		"203.0.113.7:8080/x":          "lacks https://",
		"example.com/{{flow.data.x}}": "lacks https://",
		"https//example.com":          `begins with "https//", not with https://`,
		"https:/example.com":          `begins with "https:/", not with https://`,
		"http:\\\\example.com":        `begins with "http:\\", not with https://`,
		"https;//example.com":         `begins with "https;//", not with https://`,
		"https: //example.com":        `begins with "https: //", not with https://`,
		"htps://example.com":          `begins with "htps://", not with https://`,
		"s3://bucket/a.png":           `begins with "s3://", not with https://`,
	} {
		if got := Schemeless(text, &schemas.Property{Format: "url"}); got != want {
			t.Errorf("Schemeless(%q) = %q", text, got)
		}
	}
	if got := Schemeless("https://example.com", &schemas.Property{Format: "websocket-url"}); got != `begins with "https://", not with wss://` {
		t.Error(got)
	}
	if got := Schemeless("wss://example.com", &schemas.Property{Format: "websocket-url"}); got != "" {
		t.Error(got)
	}
}

func TestSecondQuery(t *testing.T) {
	for text, want := range map[string]int{
		"https://a.example/b?zip={{widgets.ask.Digits}}?lang=es":                46,
		"https://a.example/{{x | append: '?'}}/b?c=1&d=2?e=3":                   47,
		"https://a.example/b?to=https://b.example/?x=1":                         0,
		"https://a.example/b?q=what?":                                           0,
		"https://a.example/b?q={{x | append: '?y='}}&z=1":                       0,
		"https://a.example/b{% if x %}?c=1{% endif %}{% if y %}?d=2{% endif %}": 0,
	} {
		if start, _ := SecondQuery(text); start != want {
			t.Errorf("%q: %d, not %d", text, start, want)
		}
	}
}
