// Package git reads the files of a repository as they were at a revision, by way of the
// git program. Attributes and filters of the working tree change nothing of them.
package git

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os/exec"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"studiolint/lint/files"
)

// patience is how long git may take to list the files of a revision: 100,000 of them
// take less than a second.
const patience = time.Minute

// A Revision is the files of one commit. It is safe for concurrent use.
type Revision struct {
	Folder string // the top folder of the repository, absolute
	Commit string // the full name of the commit

	entries map[string]entry // by the path from the top, with slashes; "." is the top

	mu      sync.Mutex
	process *exec.Cmd // "git cat-file --batch", once something was read
	ask     io.WriteCloser
	answers *bufio.Reader
}

// An entry is a file, a symbolic link or a folder.
type entry struct {
	mode   fs.FileMode
	object string // the name of the blob; "" of a folder
	size   int64
}

// At returns the files of a revision (a commit, a branch, a tag) in the outermost
// repository around a folder that has it: what a pull request makes a repository of its
// own, by a submodule, does not count. Close it.
func At(root files.Root, folder, revision string) (*Revision, error) {
	tops := repositories(root, folder)
	slices.Reverse(tops)
	return in(tops, revision)
}

// Near is At in the innermost repository alone, as git itself takes it.
func Near(root files.Root, folder, revision string) (*Revision, error) {
	tops := repositories(root, folder)
	return in(tops[:min(1, len(tops))], revision)
}

// repositories returns the top folders of the repositories around a folder, the nearest
// first.
func repositories(root files.Root, folder string) (tops []string) {
	for folder = root.Repository(folder); folder != ""; {
		tops = append(tops, folder)
		up := root.Abs(folder + "/..")
		if up == folder {
			break
		}
		folder = root.Repository(up)
	}
	return tops
}

// in returns the revision in the first of the repositories that has it.
func in(tops []string, revision string) (*Revision, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return nil, errors.New("the program git is not there, and reads revisions")
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if len(tops) == 0 {
		return nil, errors.New("this folder is in no git repository")
	}
	var failed error
	shallow := false
	for _, top := range tops {
		out, err := output(command(ctx, top, "rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}"))
		if err != nil {
			failed = err
			out, err := output(command(ctx, top, "rev-parse", "--is-shallow-repository"))
			shallow = shallow || err == nil && strings.TrimSpace(out) == "true"
			continue
		}
		v := &Revision{Folder: top, Commit: strings.TrimSpace(out)}
		return v, v.list(ctx)
	}
	switch {
	case failed.Error() != "":
		return nil, failed
	case shallow:
		return nil, fmt.Errorf("there is no commit %q here: this is a shallow clone, which holds few; run \"git fetch --unshallow\", or give actions/checkout fetch-depth: 0", revision)
	}
	return nil, fmt.Errorf("there is no commit %q here; \"git fetch\" gets what is elsewhere", revision)
}

// command returns a call of git that runs no program a repository names and fetches
// nothing.
func command(ctx context.Context, folder string, args ...string) *exec.Cmd {
	git := exec.CommandContext(ctx, "git", append([]string{"-c", "core.fsmonitor=false", "-c", "protocol.allow=never", "-C", folder}, args...)...)
	// Within a hook git names the repository and the index that are being committed to.
	git.Env = append(slices.DeleteFunc(git.Environ(), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return slices.Contains([]string{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_LITERAL_PATHSPECS"}, name)
	}), "GIT_NO_LAZY_FETCH=1", "GIT_TERMINAL_PROMPT=0", "GIT_NO_REPLACE_OBJECTS=1", "LC_ALL=C")
	return git
}

// output returns what git prints, or what it complains of; an error without words when
// it does not complain.
func output(git *exec.Cmd) (string, error) {
	out, err := git.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return "", errors.New(strings.TrimSpace(string(exit.Stderr)))
	}
	return string(out), err
}

// list lists the files of the commit and their folders.
func (v *Revision) list(ctx context.Context) error {
	out, err := output(command(ctx, v.Folder, "ls-tree", "-r", "-l", "-z", "--full-tree", v.Commit))
	if err != nil {
		return fmt.Errorf("list the files of %s: %w", v.Commit, err)
	}
	v.entries = map[string]entry{".": {mode: fs.ModeDir | 0o755}}
	for line := range strings.SplitSeq(out, "\x00") {
		about, name, _ := strings.Cut(line, "\t")
		fields := strings.Fields(about)
		if len(fields) != 4 || fields[1] != "blob" { // a submodule has no files here
			continue
		}
		size, err := strconv.ParseInt(fields[3], 10, 64)
		if err != nil {
			return fmt.Errorf("list the files of %s: %q has no size", v.Commit, name)
		}
		mode := fs.FileMode(0o644)
		if fields[0] == "120000" {
			mode = fs.ModeSymlink | 0o777
		}
		v.entries[name] = entry{mode: mode, object: fields[2], size: size}
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			if _, known := v.entries[dir]; known {
				break
			}
			v.entries[dir] = entry{mode: fs.ModeDir | 0o755}
		}
	}
	return nil
}

// read returns the text of a blob.
func (v *Revision) read(object string) ([]byte, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.process == nil {
		if err := v.start(); err != nil {
			return nil, err
		}
	}
	if _, err := io.WriteString(v.ask, object+"\n"); err != nil {
		return nil, err
	}
	head, err := v.answers.ReadString('\n') // "<object> blob <size>"
	if err != nil {
		return nil, err
	}
	fields := strings.Fields(head)
	if len(fields) != 3 || fields[1] != "blob" {
		return nil, fmt.Errorf("git has no text of it: %s", strings.TrimSpace(head))
	}
	size, err := strconv.Atoi(fields[2])
	if err != nil {
		return nil, err
	}
	data := make([]byte, size+1) // and a line break
	if _, err := io.ReadFull(v.answers, data); err != nil {
		return nil, err
	}
	return data[:size], nil
}

func (v *Revision) start() (err error) {
	git := command(context.Background(), v.Folder, "cat-file", "--batch")
	if v.ask, err = git.StdinPipe(); err != nil {
		return err
	}
	out, err := git.StdoutPipe()
	if err != nil {
		return err
	}
	if err := git.Start(); err != nil {
		return err
	}
	v.process, v.answers = git, bufio.NewReaderSize(out, 64<<10)
	return nil
}

// Close ends the program that reads. The Revision is of no use after it.
func (v *Revision) Close() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.process == nil {
		return nil
	}
	v.ask.Close()
	return v.process.Wait()
}

// ReadFile returns the text of a file, given by its path from the top of the repository
// with forward slashes. Links are followed within the repository.
func (v *Revision) ReadFile(name string) ([]byte, error) {
	_, e, err := v.follow(name, true)
	if err != nil {
		return nil, &fs.PathError{Op: "read", Path: name, Err: err}
	}
	if !e.mode.IsRegular() {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("is a folder")}
	}
	return v.read(e.object)
}

// Stat describes a file, given as to ReadFile.
func (v *Revision) Stat(name string) (fs.FileInfo, error) {
	at, e, err := v.follow(name, true)
	if err != nil {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: err}
	}
	return info{path.Base(at), e}, nil
}

// maxLinks is how many links may follow each other, as on Linux.
const maxLinks = 40

// maxTarget is the length in bytes up to which the target of a link is read.
const maxTarget = 4096

// follow returns the path of a file without links and what it is. The links of its
// folders are followed, and last says whether its own is.
func (v *Revision) follow(name string, last bool) (string, entry, error) {
	name = path.Clean(name)
	rest := strings.Split(name, "/")
	at := "."
	for links := 0; len(rest) > 0; {
		at, rest = path.Join(at, rest[0]), rest[1:]
		e, known := v.entries[at]
		switch {
		case at == ".." || strings.HasPrefix(at, "../"):
			return "", entry{}, errors.New("leads out of the repository")
		case !known:
			return "", entry{}, fs.ErrNotExist
		case e.mode&fs.ModeSymlink == 0 || len(rest) == 0 && !last:
			continue
		}
		if links++; links > maxLinks {
			return "", entry{}, errors.New("too many levels of symbolic links")
		}
		if e.size > maxTarget {
			return "", entry{}, errors.New("the target of the link is too long")
		}
		target, err := v.read(e.object)
		if err != nil {
			return "", entry{}, err
		}
		if path.IsAbs(string(target)) {
			return "", entry{}, errors.New("leads out of the repository")
		}
		at, rest = path.Dir(at), append(strings.Split(string(target), "/"), rest...)
	}
	return at, v.entries[at], nil
}

// FS returns a file system in which the folder of the repository holds the files of the
// revision; everything else is as in the one that is given.
func (v *Revision) FS(other files.FS) files.FS { return tree{FS: other, revision: v} }

// An opened file is its text.
type opened struct {
	*bytes.Reader
	about info
}

func (o opened) Stat() (fs.FileInfo, error) { return o.about, nil }
func (o opened) Close() error               { return nil }
