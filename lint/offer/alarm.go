package offer

import "studiolint/lint/pattern"

// NamesAlarm reports whether the name or the address of a step is for an alarm, which whoever is not reached may raise as
// well as whoever calls for help.
func NamesAlarm(name string) bool { return namesAlarm.In(name) }

var namesAlarm = pattern.AnyOf("alarm", "emergenc", "welfare", "escalat", "notfall", "urgenc", "emergenz", "rescue", "dispatch")
