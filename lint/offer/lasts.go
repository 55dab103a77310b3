package offer

import "studiolint/lint/pattern"

// TakesTime reports whether a text tells how long something takes, or that one is to wait.
func TakesTime(text string) bool { return takesTime.MatchString(text) }

var takesTime = pattern.Lazy(`(?i)\b(?:takes?|wait|hold|within|up to|tarda|espere|demora|leva|aguarde|dauert|warten|dure|prend|patientez)\b|\btardará\B`)
