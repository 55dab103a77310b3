package sim

import (
	"encoding/binary"
	"sync"
	"time"

	"studiolint/schemas"
)

// ClockOf returns a point of time in the zone that Studio writes times in.
func ClockOf(at time.Time) time.Time {
	if at.IsZero() {
		return at
	}
	return at.In(zone())
}

// zone is the time zone of Studio's dates. The machine need not have a database of zones.
var zone = sync.OnceValue(func() *time.Location {
	fact := schemas.LiquidFacts().Zone
	location, err := time.LoadLocationFromTZData(fact.Name, zoneData(fact.Rule))
	if err != nil {
		panic(err) // the catalogue's rule is not one of POSIX
	}
	return location
})

// zoneData returns a zone in the form of the zone database (RFC 8536) that has nothing but a
// rule of POSIX for all times.
func zoneData(rule string) []byte {
	header := func(size int) []byte {
		b := append([]byte("TZif2"), make([]byte, 15)...)
		for _, n := range []uint32{0, 0, 0, 0, 1, 4} { // one type of time, four letters of names
			b = binary.BigEndian.AppendUint32(b, n)
		}
		return append(b, 0, 0, 0, 0, 0, 0, 'U', 'T', 'C', 0)
	}
	data := append(header(4), header(8)...)
	return append(data, "\n"+rule+"\n"...)
}
