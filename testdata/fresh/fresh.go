// Package fresh helps the tests that write Go files: each holds that its file is what would be
// written today.
package fresh

import (
	"bytes"
	"go/format"
	"os"
	"testing"
)

// Check compares a file beside a test with the Go code that belongs there, or writes that.
func Check(t *testing.T, name string, code []byte, write bool) {
	t.Helper()
	want, err := format.Source(code)
	if err != nil {
		t.Fatal(err)
	}
	if write {
		if err := os.WriteFile(name, want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got, err := os.ReadFile(name); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s is not what belongs there (%v): run go generate in its folder", name, err)
	}
}
