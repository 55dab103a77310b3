//go:build !linux

package main

// roomInHugePages does nothing: other systems choose the size of pages by themselves.
func roomInHugePages(int64) {}
