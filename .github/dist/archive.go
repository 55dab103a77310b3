package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
)

// A member is one file of an archive.
type member struct {
	name string
	mode fs.FileMode
	data []byte
}

// documents are the files that go with every program.
func (r release) documents(folder string) ([]member, error) {
	license, err := os.ReadFile(filepath.Join(r.root, "LICENSE"))
	if err != nil {
		return nil, err
	}
	readme, err := r.readme()
	return []member{{folder + "LICENSE", 0o644, license}, {folder + "README.md", 0o644, readme}}, err
}

// archive writes what people download: a zip for Windows, else a compressed tar. It
// returns the file's name and its checksum.
func (r release) archive(a artifact) (name, hash string, err error) {
	members, err := r.documents("")
	if err != nil {
		return "", "", err
	}
	members = append(members, member{a.program(), 0o755, a.binary})
	pack, ending := tarred, ".tar.gz"
	if a.os == "windows" {
		pack, ending = zipped, ".zip"
	}
	data, err := pack(members)
	if err != nil {
		return "", "", err
	}
	name = r.name(a.platform, ending)
	return name, sum(data), r.write(name, data)
}

// sum is the SHA-256 of some bytes, in hexadecimal.
func sum(data []byte) string {
	hash := sha256.Sum256(data)
	return hex.EncodeToString(hash[:])
}

func tarred(members []member) ([]byte, error) {
	var b bytes.Buffer
	// The head of a gzip without a name and a time is the same everywhere.
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	t := tar.NewWriter(z)
	for _, m := range members {
		head := &tar.Header{Name: m.name, Mode: int64(m.mode), Size: int64(len(m.data)), ModTime: epoch, Format: tar.FormatUSTAR}
		if err := t.WriteHeader(head); err != nil {
			return nil, err
		}
		if _, err := t.Write(m.data); err != nil {
			return nil, err
		}
	}
	if err := t.Close(); err != nil {
		return nil, err
	}
	err = z.Close()
	return b.Bytes(), err
}

func zipped(members []member) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, m := range members {
		head := &zip.FileHeader{Name: m.name, Method: zip.Deflate, Modified: epoch}
		head.SetMode(m.mode)
		w, err := z.CreateHeader(head)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(m.data); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}
