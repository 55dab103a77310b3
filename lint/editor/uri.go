package editor

import (
	"net/url"
	"path/filepath"
	"runtime"
	"strings"
)

// pathOf returns the file that a URI names, absolute; false when it names none. It takes
// what clients write: drive letters with a percent-encoded colon, letters that need not
// have been encoded, and a percent sign that encodes nothing.
func pathOf(uri string) (string, bool) {
	scheme, rest, ok := strings.Cut(uri, ":")
	if !ok || !strings.EqualFold(scheme, "file") {
		return "", false
	}
	host := ""
	if after, ok := strings.CutPrefix(rest, "//"); ok {
		i := strings.IndexByte(after, '/')
		if i < 0 {
			return "", false
		}
		host, rest = after[:i], after[i:]
	}
	rest, _, _ = strings.Cut(rest, "#")
	rest, _, _ = strings.Cut(rest, "?")
	if decoded, err := url.PathUnescape(rest); err == nil {
		rest = decoded
	}
	if !strings.HasPrefix(rest, "/") || strings.ContainsRune(rest, 0) {
		return "", false
	}
	return fromSlashes(host, rest), true
}

func fromSlashes(host, path string) string {
	if runtime.GOOS != "windows" {
		return filepath.Clean(path)
	}
	if host != "" && !strings.EqualFold(host, "localhost") {
		return filepath.Clean(`\\` + host + filepath.FromSlash(path))
	}
	if len(path) > 2 && path[2] == ':' {
		path = strings.ToUpper(path[1:2]) + path[2:]
	}
	return filepath.Clean(filepath.FromSlash(path))
}

// uriOf returns the URI of a file, given by its absolute name.
func uriOf(path string) string {
	path = filepath.ToSlash(path)
	host := ""
	switch {
	case strings.HasPrefix(path, "//"): // \\server\share of Windows
		host, path, _ = strings.Cut(path[2:], "/")
		path = "/" + path
	case !strings.HasPrefix(path, "/"):
		path = "/" + path
	}
	var b strings.Builder
	b.WriteString("file://" + host)
	const hex = "0123456789ABCDEF"
	for i := range len(path) {
		c := path[i]
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("/-._~", c) >= 0 {
			b.WriteByte(c)
			continue
		}
		b.Write([]byte{'%', hex[c>>4], hex[c&15]})
	}
	return b.String()
}
