package offer

import "testing"

func TestStrangeTag(t *testing.T) {
	for text, want := range map[string]string{
		"Hold on.<br>Thanks":               "<br>",
		"Hold on.<br />Thanks":             "<br />",
		`Hold <Pause length="1"/> on`:      `<Pause length="1"/>`,
		`Hold <pause length="1"/> on`:      `<pause length="1"/>`,
		`Hold <Break time="1s"/> on`:       `<Break time="1s"/>`,
		`Hold <break time="2"/> on`:        `<break time="2"/>`,
		`Hold <SayAs>1</SayAs> on`:         "<SayAs>",
		`<a href="x">here</a>`:             `<a href="x">`,
		`Hold <break time="2s"/> on`:       "",
		`Hold <break strength="weak"/> on`: "",
		`<p>One</p><s>two</s>`:             "",
		`<say-as interpret-as="digits">1</say-as> <sub alias="b">c</sub>`: "",
		"Press the <pound> key, <name>":                                   "",
		"{% if a <b and c> d %}x{% endif %}":                              "",
	} {
		start, end := StrangeTag(text)
		if got := text[start:end]; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
