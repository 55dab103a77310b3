package report

import (
	"path"
	"path/filepath"
	"strings"
)

// inRepository returns the path of a file as it is known in the repository: below
// BaseDir without it, elsewhere absolute. See Options.BaseDir.
func (o Options) inRepository(file string) string {
	if file == "" {
		return ""
	}
	base, work := filepath.ToSlash(o.BaseDir), filepath.ToSlash(o.WorkDir)
	if base == "" {
		return path.Clean(file)
	}
	if work == "" {
		work = base
	}
	if !isAbsolute(file) {
		file = work + "/" + file
	}
	file = path.Clean(file)
	if below, ok := strings.CutPrefix(file, strings.TrimSuffix(path.Clean(base), "/")+"/"); ok {
		return below
	}
	return file
}

// isAbsolute reports whether a path with forward slashes is absolute on any
// system: /x, C:/x, //server/share/x.
func isAbsolute(file string) bool {
	return strings.HasPrefix(file, "/") || len(file) > 2 && file[1] == ':' && file[2] == '/' && isLetter(file[0])
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// fileURI returns a file: URI for an absolute path, and a relative reference for
// any other. A relative one never begins with a scheme, for colons are encoded.
func fileURI(file string) string {
	var b strings.Builder
	b.Grow(len("file:///") + len(file))
	switch {
	case strings.HasPrefix(file, "//"):
		b.WriteString("file:")
	case strings.HasPrefix(file, "/"):
		b.WriteString("file://")
	case isAbsolute(file):
		b.WriteString("file:///" + file[:2])
		file = file[2:]
	}
	const hex = "0123456789ABCDEF"
	for _, c := range []byte(file) {
		switch {
		case isLetter(c), '0' <= c && c <= '9', strings.IndexByte("-._~/", c) >= 0:
			b.WriteByte(c)
		default:
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return b.String()
}
