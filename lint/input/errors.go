package input

import (
	"errors"
	"io/fs"
	"strconv"
	"strings"
)

// A PathError is a file, a folder or a pattern that cannot be used.
type PathError struct {
	Path string // as given, with forward slashes
	Why  string // what is wrong and what to do, a clause without a full stop
	Err  error  // the operating system's error; nil when there is none
}

// Error names the path, what is wrong with it, and what to do.
func (e *PathError) Error() string { return pathText(e.Path) + ": " + e.Why }

// Unwrap returns the operating system's error.
func (e *PathError) Unwrap() error { return e.Err }

// A NotFlowError is a file that a person named and that holds nothing of
// Studio's or Flex's.
type NotFlowError struct {
	Path string // as given, with forward slashes
	Why  string // what was found instead, a clause without a full stop
}

// Error names the file, what was found in it, and what was expected.
func (e *NotFlowError) Error() string {
	return pathText(e.Path) + ": " + e.Why
}

// Unreadable explains why the operating system does not give out a file or
// folder.
func Unreadable(path string, err error) *PathError {
	e := &PathError{Path: path, Err: err}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.Why = "there is no such file or folder; check the spelling and the folder you are in"
	case errors.Is(err, fs.ErrPermission):
		e.Why = "it cannot be read: permission denied; change its permissions, or leave it out"
	default:
		e.Why = "it cannot be read: " + cause(err)
	}
	return e
}

// cause returns the operating system's own words, without the path that the
// message names already.
func cause(err error) string {
	var inner *fs.PathError
	if errors.As(err, &inner) {
		err = inner.Err
	}
	return err.Error()
}

// notRegular explains why what is neither a file nor a folder is not opened:
// reading it could wait for ever, or never end.
func notRegular(path string, mode fs.FileMode) *PathError {
	e := &PathError{Path: path}
	switch {
	case mode.IsDir():
		e.Why = "it is a folder, not a file"
	case mode&fs.ModeNamedPipe != 0:
		e.Why = "it is a named pipe, not a file; give its content on standard input, and - as the name"
	default:
		e.Why = "it is a " + special(mode) + ", not a file; name a file, or give the content on standard input"
	}
	return e
}

// special names what is neither a file nor a folder.
func special(mode fs.FileMode) string {
	switch {
	case mode&fs.ModeNamedPipe != 0:
		return "named pipe"
	case mode&fs.ModeSocket != 0:
		return "socket"
	case mode&fs.ModeSymlink != 0:
		return "symbolic link"
	case mode&fs.ModeDevice != 0:
		return "device"
	}
	return "special file"
}

// pathText returns a path as it may be shown on a terminal: cut when it is very
// long, and quoted when it holds anything that is not a visible character.
func pathText(name string) string {
	name = withoutMiddle(name)
	if name == "" || strings.ContainsFunc(name, func(r rune) bool { return !strconv.IsPrint(r) }) {
		return strconv.Quote(name)
	}
	return name
}

// withoutMiddle leaves out the middle of a very long name.
func withoutMiddle(name string) string {
	const most = 200
	if len(name) <= most {
		return strings.ToValidUTF8(name, "\uFFFD")
	}
	return strings.ToValidUTF8(name[:most/2], "") + "…" + strings.ToValidUTF8(name[len(name)-most/2:], "")
}
