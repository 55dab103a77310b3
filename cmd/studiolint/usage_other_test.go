//go:build !unix

package main

import "time"

// started is when the tests began.
var started = time.Now()

// cpuTime returns the time that has passed: there is no other clock that serves every
// system.
func cpuTime() time.Duration { return time.Since(started) }
