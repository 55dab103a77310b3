package split

// The operators of Studio's splits. The catalogue says what each means and which value it wants;
// these are their names, for whoever asks about one of them: a test holds that they are the same.
const (
	EqualTo           = "equal_to"
	NotEqualTo        = "not_equal_to"
	MatchesAnyOf      = "matches_any_of"
	DoesNotMatchAnyOf = "does_not_match_any_of"
	IsBlank           = "is_blank"
	IsNotBlank        = "is_not_blank"
	Regex             = "regex"
	Contains          = "contains"
	DoesNotContain    = "does_not_contain"
	StartsWith        = "starts_with"
	DoesNotStartWith  = "does_not_start_with"
	LessThan          = "less_than"
	GreaterThan       = "greater_than"
	IsBeforeTime      = "is_before_time"
	IsAfterTime       = "is_after_time"
	IsBeforeDate      = "is_before_date"
	IsAfterDate       = "is_after_date"
)

// IsBound reports whether an operator compares a number with a bound.
func IsBound(operator string) bool { return operator == LessThan || operator == GreaterThan }

// IsPart reports whether an operator asks for a part of the text, or for its absence.
func IsPart(operator string) bool { return operator == Contains || operator == DoesNotContain }

// TakesLonger reports whether an operator also takes texts that are longer than its value.
func TakesLonger(operator string) bool { return operator == Contains || operator == StartsWith }

// Names reports whether an operator asks for texts that its value names one by one.
func Names(operator string) bool { return operator == EqualTo || operator == MatchesAnyOf }

// AsksForBlank reports whether an operator asks whether there is a text at all.
func AsksForBlank(operator string) bool { return operator == IsBlank || operator == IsNotBlank }

// HasOneText reports whether the value of an operator is one text that it looks for.
func HasOneText(operator string) bool { return operator == EqualTo || TakesLonger(operator) }

// TakesText reports whether an operator looks for the text, or for one of the texts, of its value.
func TakesText(operator string) bool { return Names(operator) || TakesLonger(operator) }

// Negates reports whether an operator lets all texts through but those that its value names.
func Negates(operator string) bool {
	switch operator {
	case NotEqualTo, DoesNotMatchAnyOf, DoesNotContain, DoesNotStartWith:
		return true
	}
	return false
}

// mirrors are the operators that compare with a bound from the other side.
var mirrors = map[string]string{
	LessThan: GreaterThan, GreaterThan: LessThan,
	IsBeforeTime: IsAfterTime, IsAfterTime: IsBeforeTime,
	IsBeforeDate: IsAfterDate, IsAfterDate: IsBeforeDate,
}

// Mirror returns the operator that compares with a bound from the other side; "" for others.
func Mirror(operator string) string { return mirrors[operator] }

// Likens reports whether an operator is for times or dates what another one is for numbers.
func Likens(ofNumbers, operator string) bool {
	if ofNumbers == LessThan {
		return operator == IsBeforeTime || operator == IsBeforeDate
	}
	return operator == IsAfterTime || operator == IsAfterDate
}
