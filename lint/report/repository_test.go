package report

import (
	"net/url"
	"testing"
)

func TestInRepository(t *testing.T) {
	for _, tt := range []struct{ base, work, file, want string }{
		{"", "", "flows/a.json", "flows/a.json"},
		{"", "", "./flows//a.json", "flows/a.json"},
		{"", "", "../a.json", "../a.json"},
		{"", "", "/x/a.json", "/x/a.json"},
		{"/repo", "", "flows/a.json", "flows/a.json"},
		{"/repo", "", "./flows/a.json", "flows/a.json"},
		{"/repo", "", "../a.json", "/a.json"},
		{"/repo", "", "/repo/flows/a.json", "flows/a.json"},
		{"/repo/", "", "/repo/flows/a.json", "flows/a.json"},
		{"/repo", "", "/repository/a.json", "/repository/a.json"},
		{"/repo", "/repo/flows", "a.json", "flows/a.json"},
		{"/repo", "/repo/flows", "../a.json", "a.json"},
		{"/repo", "/repo/flows", "../../a.json", "/a.json"},
		{"/repo", "/tmp", "a.json", "/tmp/a.json"},
		{"/", "", "flows/a.json", "flows/a.json"},
		{"C:/repo", "", "flows/a.json", "flows/a.json"},
		{"C:/repo", "", "C:/repo/flows/a.json", "flows/a.json"},
		{"C:/repo", "", "D:/a.json", "D:/a.json"},
		{"/repo", "", "", ""},
		{"/repo", "", "-", "-"},
	} {
		o := Options{BaseDir: tt.base, WorkDir: tt.work}
		if got := o.inRepository(tt.file); got != tt.want {
			t.Errorf("%q from %q in %q is %q, want %q", tt.file, tt.work, tt.base, got, tt.want)
		}
	}
}

func TestFileURI(t *testing.T) {
	for _, tt := range []struct{ file, want string }{
		{"flows/a.json", "flows/a.json"},
		{"flows/a b.json", "flows/a%20b.json"},
		{"flows/Grüße.json", "flows/Gr%C3%BC%C3%9Fe.json"},
		{"100%.json", "100%25.json"},
		{"a#b?c.json", "a%23b%3Fc.json"},
		{`a\b.json`, "a%5Cb.json"},
		{"c:x.json", "c%3Ax.json"},
		{"http://x", "http%3A//x"},
		{"a\nb\xff.json", "a%0Ab%FF.json"},
		{"/x/a b.json", "file:///x/a%20b.json"},
		{"C:/x/a b.json", "file:///C:/x/a%20b.json"},
		{"//server/share/a.json", "file://server/share/a.json"},
		{"-", "-"},
	} {
		got := fileURI(tt.file)
		if got != tt.want {
			t.Errorf("%q is %q, want %q", tt.file, got, tt.want)
		}
		u, err := url.Parse(got)
		if err != nil {
			t.Errorf("%q: %v", got, err)
			continue
		}
		if absolute := isAbsolute(tt.file); absolute != u.IsAbs() {
			t.Errorf("%q is absolute: %t", got, u.IsAbs())
		}
		if back := u.Path; !isAbsolute(tt.file) && back != tt.file {
			t.Errorf("%q leads back to %q, want %q", got, back, tt.file)
		}
	}
}
