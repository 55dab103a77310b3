//go:build unix

package input

import (
	"errors"
	"io/fs"
	"net"
	"os"
	"strings"
	"syscall"
	"testing"

	"studiolint/lint/files"
)

// TestSpecialFiles holds what waits for ever or never ends when it is read: a
// test that opens one does not come back.
func TestSpecialFiles(t *testing.T) {
	folder(t, "flows/a.json", "flows/pipe-link.json -> pipe.json")
	if err := syscall.Mkfifo("flows/pipe.json", 0o666); err != nil {
		t.Skip("named pipes cannot be made here: ", err)
	}
	socket, err := net.Listen("unix", "flows/socket.json")
	if err != nil {
		t.Skip("sockets cannot be made here: ", err)
	}
	defer socket.Close()
	tests := []find{
		{"flows", "flows/a.json", ""},
		{"flows/*", "flows/a.json", ""},
		{"flows/pipe.json flows/a.json", "flows/a.json*", "flows/pipe.json: it is a named pipe, not a file; give its content on standard input"},
		{"flows/pipe-link.json", "", "it is a named pipe"},
		{"flows/socket.json", "", "it is a socket, not a file"},
		{"/dev/zero", "", "it is a device, not a file"},
		{"flows/pipe.*", "", "only a named pipe (flows/pipe.json)"},
	}
	testFinds(t, tests)
	for _, name := range []string{"flows/pipe.json", "flows/pipe-link.json", "/dev/zero"} {
		var e *PathError
		if _, err := (Candidate{Path: name}).Load(files.Here()); !errors.As(err, &e) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestPermissions(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may read everything; run this test as another user")
	}
	folder(t, "flows/a.json", "flows/shut/b.json", "flows/z.json", "closed.json")
	for _, name := range []string{"flows/shut", "closed.json"} {
		if err := os.Chmod(name, 0); err != nil {
			t.Fatal(err)
		}
		defer os.Chmod(name, 0o777)
	}
	tests := []find{
		{"flows", "flows/a.json flows/z.json", "flows/shut: it cannot be read: permission denied"},
		{"flows/shut flows/a.json", "flows/a.json*", "flows/shut: it cannot be read: permission denied"},
		{"flows/shut/b.json", "", "flows/shut/b.json: it cannot be read: permission denied"},
		{"flows/**/*.json", "flows/a.json flows/z.json", "flows/shut: it cannot be read: permission denied"},
		{"flows/*.json", "flows/a.json flows/z.json", ""},
	}
	testFinds(t, tests)
	candidates, problems := Find([]string{"closed.json"}, FindOptions{Root: files.Here()})
	if len(candidates) != 1 || len(problems) != 0 {
		t.Fatal(candidates, problems)
	}
	_, err := candidates[0].Load(files.Here())
	if !errors.Is(err, fs.ErrPermission) || !strings.Contains(err.Error(), "change its permissions") {
		t.Error(err)
	}
}
