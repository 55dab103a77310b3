package assist

import (
	"cmp"
	"fmt"
	"net/url"
	"path/filepath"
	"runtime"
	"strings"

	"studiolint/lint/files"
)

// below returns the root that a path counts from, or an error when it lies below none,
// also by way of a link.
func (s *server) below(path string) (string, error) {
	roots, first := s.knownRoots(), ""
	for _, dir := range roots {
		root := files.Root{FS: s.options.Check.Root.FS, Dir: dir}
		name := root.Abs(path)
		if _, ok := files.Below(dir, name); !ok {
			continue
		}
		real, err := root.Real(path)
		if err != nil { // there is no such file; it may lie below another root
			first = cmp.Or(first, dir)
			continue
		}
		top, err := root.Real(dir)
		if err != nil {
			return "", err
		}
		if _, ok := files.Below(top, real); ok {
			return dir, nil
		}
		first = ""
		break // a link leads out
	}
	if first != "" {
		return first, nil // that there is none is told when it is read
	}
	return "", fmt.Errorf("%s does not lie below %s", path, strings.Join(roots, " or "))
}

// knownRoots returns the folders that may be read: those that the client names, or else
// the one that the server was started in.
func (s *server) knownRoots() []string {
	s.mu.Lock()
	roots, ask := s.roots, s.hasRoots
	s.mu.Unlock()
	if roots != nil || !ask {
		if len(roots) == 0 {
			return []string{s.options.Check.Root.Dir}
		}
		return roots
	}
	var answer struct {
		Roots []struct {
			URI string `json:"uri"`
		} `json:"roots"`
	}
	if _, err := s.conn.Call(s.client, "roots/list", nil, &answer); err == nil {
		for _, r := range answer.Roots {
			if dir := folderOf(r.URI); dir != "" {
				roots = append(roots, dir)
			}
		}
	}
	if roots == nil {
		roots = []string{s.options.Check.Root.Dir}
	}
	s.mu.Lock()
	s.roots = roots
	s.mu.Unlock()
	return roots
}

// folderOf returns the folder of a file: URI, "" for another one.
func folderOf(uri string) string {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" || u.Host != "" && u.Host != "localhost" {
		return ""
	}
	path := u.Path
	if runtime.GOOS == "windows" {
		path = strings.TrimPrefix(path, "/")
	}
	if path = filepath.FromSlash(path); !filepath.IsAbs(path) {
		return ""
	}
	return filepath.Clean(path)
}
