package pattern

import "testing"

func TestMayMatchLike(t *testing.T) {
	for _, c := range []struct {
		expression, sample string
		want               bool
	}{
		{`^(19|20)\d{2}$`, "1234", true}, {`^4711$`, "1234", true}, {`^\d{3}$`, "1234", false}, {`[A-Z]\d{4}`, "1234", false},
		{`(0[1-9]|1[0-2])/\d{1,2}/20\d\d`, "11/12/1999", true}, {`\d{4}-\d\d-\d\d`, "11/12/1999", false}, {`\+1\d{4}`, "1234", false},
		{`(\d+[./]?){3}`, "11/12/1999", true}, {`(?=.*x)\d+`, "1234", true}, {`(\b){9999}\d{4}`, "1234", true}, {`(\d)\1+`, "1111", true},
		{`(a?){2,}\d{5}`, "1234", false}, {`((1{1000}){1000}){1000}`, "1234", false}, {`\X+`, "1234", true}, {`\d{2}\R\d{2}`, "1234", false},
	} {
		p, err := Parse(c.expression, true)
		if err != nil {
			t.Errorf("%s: %v", c.expression, err)
			continue
		}
		if got := p.MayMatchLike(c.sample); got != c.want {
			t.Errorf("%s, %s: %t", c.expression, c.sample, got)
		}
	}
}
