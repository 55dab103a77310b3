package main

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"
)

// writeFile replaces a file at once: nobody reads half of it, and after an error the
// old one is still there. What is no regular file, such as a pipe, is written to as it
// is. A link is followed.
func writeFile(file string, data []byte) error { return replaceFile(file, data, nil) }

// replaceFile is writeFile, unless, once all is ready, the file turns out not to be what
// it should be.
func replaceFile(file string, data []byte, check func() error) error {
	if target, err := filepath.EvalSymlinks(file); err == nil {
		file = target // the link stays
	}
	info, err := os.Stat(file)
	switch {
	case err != nil: // it is new, or the next step says what is wrong
		info = nil
	case info.IsDir():
		return fmt.Errorf("%s is not a file", file)
	case !info.Mode().IsRegular():
		return os.WriteFile(file, data, 0)
	}
	interrupted, release := holdInterrupts()
	defer release()
	temp, err := createBeside(file)
	if err != nil {
		return notWritten(file, err)
	}
	defer os.Remove(temp.Name())
	if info != nil { // a new one has what the umask leaves
		err = temp.Chmod(info.Mode().Perm())
	}
	if err == nil {
		_, err = temp.Write(data)
	}
	if err := errors.Join(err, temp.Sync(), temp.Close()); err != nil {
		return err
	}
	if check != nil {
		if err := check(); err != nil {
			return err
		}
	}
	if interrupted() {
		return errors.New("interrupted")
	}
	return os.Rename(temp.Name(), file)
}

// notWritten says which file cannot be written, and what to do; the error is of the
// temporary file beside it, of which nobody knows.
func notWritten(file string, err error) error {
	next := ""
	switch folder := filepath.Dir(file); {
	case errors.Is(err, fs.ErrPermission):
		next = "; let files be made in the folder " + folder + ", or name a file elsewhere"
	case errors.Is(err, fs.ErrNotExist):
		next = "; make the folder " + folder + " first, or name a file elsewhere"
	}
	var of *fs.PathError
	if errors.As(err, &of) {
		err = of.Err
	}
	return &fs.PathError{Op: "write", Path: file, Err: fmt.Errorf("%w%s", err, next)}
}

// naming gives an error of writing the name of the file, unless it has it.
func naming(file string, err error) error {
	var of *fs.PathError
	if errors.As(err, &of) && of.Path == file {
		return err
	}
	return fmt.Errorf("write %s: %w", file, err)
}

// createBeside makes a new file with a name of its own in the folder of another.
func createBeside(file string) (*os.File, error) {
	for tries := 0; ; tries++ {
		name := filepath.Join(filepath.Dir(file), ".studiolint-"+strconv.FormatUint(rand.Uint64(), 36))
		temp, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, os.ErrExist) || tries == 100 {
			return temp, err
		}
	}
}

// holdInterrupts keeps the signals that end the program until release is called, so that
// no temporary file is left behind: release sends on what came. Signals that the program
// was started without, as nohup does, stay ignored.
func holdInterrupts() (interrupted func() bool, release func()) {
	came, release := keepSignals()
	return func() bool { return len(came) > 0 }, release
}

func keepSignals() (came chan os.Signal, release func()) {
	came = make(chan os.Signal, 1)
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		if !signal.Ignored(s) {
			signal.Notify(came, s)
		}
	}
	return came, func() {
		signal.Stop(came)
		select {
		case s := <-came:
			end(s)
		default:
		}
	}
}

// end ends the program as a signal does.
func end(s os.Signal) {
	if self, err := os.FindProcess(os.Getpid()); err == nil && self.Signal(s) == nil {
		select {} // it is on its way
	}
	os.Exit(exitFailed) // Windows cannot send it
}
