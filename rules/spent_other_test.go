//go:build !linux

package rules

import "time"

var began = time.Now()

// spent is how long the tests have been running.
func spent() time.Duration { return time.Since(began) }
