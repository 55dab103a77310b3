//go:build !unix

package files

import "bytes"

func (OS) read(string, *bytes.Buffer, func(size int64) int64) (size int64, ok bool) { return 0, false }
