package schemas

import "testing"

func TestTable(t *testing.T) {
	names := []string{"", "a", "b", "ba", "c", "x"}
	for n := range len(names) + 1 {
		table := Table[int]{}
		for i := n - 1; i >= 0; i-- {
			table = table.with(names[i], i+1)
		}
		for i, name := range names {
			if v, ok := table.Find(name); ok != (i < n) || ok && v != i+1 || table.Get(name) != v {
				t.Errorf("%s of %v: %d, %v", name, table, v, ok)
			}
		}
		if table.Get("bb") != 0 {
			t.Errorf("%v has bb", table)
		}
		at := 0
		for name, v := range table.All() {
			if name != names[at] || v != at+1 {
				t.Errorf("%v yields %s, %d", table, name, v)
			}
			at++
		}
	}
}
