package draw

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// luminance is the relative luminance of a colour such as #fff or #1d4ed8, as WCAG has it.
func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	hex := strings.TrimPrefix(colour, "#")
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	v, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || len(hex) != 6 {
		t.Fatalf("%q is no colour", colour)
	}
	sum := 0.0
	for i, weight := range []float64{0.0722, 0.7152, 0.2126} {
		c := float64(v>>(8*i)&0xff) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

// What is written can be read on what it is written on, in light and in dark: browsers'
// tools do not look into an SVG.
func TestContrast(t *testing.T) {
	blocks := regexp.MustCompile(`\.flow\{([^}]*)\}`).FindAllStringSubmatch(Style, -1)
	if len(blocks) != 2 {
		t.Fatalf("%d sets of colours", len(blocks))
	}
	grounds := []string{"card", "ground", "errorground", "warningground", "noteground", "addedground"}
	on := map[string][]string{
		"ink": grounds, "soft": grounds,
		// The tabs of a box have the colours of their own, on the ground of the box.
		"error": grounds, "added": grounds, "note": grounds, "warning": grounds,
		"badge": {"error", "warning", "note", "added", "soft"},
	}
	for i, block := range blocks {
		colours := map[string]string{}
		for _, m := range regexp.MustCompile(`--([\w-]+):(#\w+)`).FindAllStringSubmatch(block[1], -1) {
			colours[m[1]] = m[2]
		}
		for text, grounds := range on {
			for _, ground := range grounds {
				a, b := luminance(t, colours[text]), luminance(t, colours[ground])
				if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); ratio < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.2f, less than 4.5", [2]string{"light", "dark"}[i], text, ground, ratio)
				}
			}
		}
	}
}
