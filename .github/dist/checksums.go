package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// recordFile is what the action trusts: it lies in the commit that people pin, so that
// nobody who can only change a release's files can change what runs.
const recordFile = ".github/dist/checksums.txt"

// checksums writes the archives' checksums, in the form of sha256sum, and records or
// verifies them.
func (r release) checksums(artifacts []artifact, record, verify bool) error {
	var sums strings.Builder
	for _, a := range artifacts {
		fmt.Fprintf(&sums, "%s  %s\n", a.sha256, a.file)
	}
	if err := r.write("checksums.txt", []byte(sums.String())); err != nil {
		return err
	}
	if !record && !verify {
		return nil
	}
	goVersion, err := r.goVersion()
	if err != nil {
		return err
	}
	sources, err := r.sources()
	if err != nil {
		return err
	}
	text := fmt.Sprintf("version %s\ngo %s\nsources %s\n%s", r.version, goVersion, sources, sums.String())
	name := filepath.Join(r.root, filepath.FromSlash(recordFile))
	if record {
		return os.WriteFile(name, []byte(text), 0o666)
	}
	recorded, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if string(recorded) != text {
		return errors.New(recordFile + " is not of these sources and this Go; build with -record and commit it before the tag.\nIt holds:\n" +
			string(recorded) + "and should hold:\n" + text)
	}
	return nil
}
