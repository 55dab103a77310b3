//go:build !linux

package pages

// Other systems choose the size of pages by themselves.

func begin() {}

// More does nothing.
func More() {}

// Back does nothing.
func Back([]byte) {}
