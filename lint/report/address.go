package report

import (
	"net/url"
	"strconv"
	"strings"
)

// Address returns where a line of a file can be seen: below the address of the files of
// the repository, by its path from the top. It is "" when one of them is not known. In
// Markdown it may stand as it is.
func Address(base, path string, line int) string {
	if base == "" || path == "" || isAbsolute(path) || strings.HasPrefix(path, "../") {
		return ""
	}
	segments := strings.Split(path, "/")
	for i, s := range segments {
		segments[i] = strings.ReplaceAll(url.PathEscape(s), "@", "%40") // nor is it a mention
	}
	plain := ""
	if strings.HasSuffix(strings.ToLower(path), ".md") {
		plain = "?plain=1" // GitHub shows a page else, which has no lines
	}
	return strings.TrimSuffix(base, "/") + "/" + strings.Join(segments, "/") + plain + "#L" + strconv.Itoa(line)
}
