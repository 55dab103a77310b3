package pattern

import "testing"

func TestMaySpell(t *testing.T) {
	for _, c := range []struct {
		expression string
		most       int
		want       bool
	}{
		{`\d{2}/\d{2}`, 100, false}, {`\d{4}`, 4, true}, {`\d{4}`, 3, false}, {`[1-3]|yes`, 1, true}, {`(yes|no)`, 9, false},
		{`(?i)a?1`, 1, true}, {`.+`, 1, true}, {`[^0-9]`, 1, false}, {`(?=x)1`, 1, true}, {`(\d)\1`, 1, true}, {`\R1`, 9, false},
		{`((1{1000}){1000}){1000}`, 1, false}, {`\X`, 1, true}, {`(?>12)`, 1, false},
	} {
		p, err := Parse(c.expression, true)
		if err != nil {
			t.Errorf("%s: %v", c.expression, err)
			continue
		}
		if got := p.MaySpell("0123456789", c.most); got != c.want {
			t.Errorf("%s, %d at most: %t", c.expression, c.most, got)
		}
	}
}
