package liquid

// The names of filters that are asked about elsewhere; what is known of all is in the catalogue.
const (
	FilterPlus     = "plus"
	FilterMinus    = "minus"
	FilterTimes    = "times"
	FilterModulo   = "modulo"
	FilterAtMost   = "at_most"
	FilterAtLeast  = "at_least"
	FilterDefault  = "default"
	FilterToJSON   = "to_json"
	FilterDate     = "date"
	FilterSize     = "size"
	FilterSplit    = "split"
	FilterSlice    = "slice"
	FilterUpcase   = "upcase"
	FilterDowncase = "downcase"
	FilterStrip    = "strip"
	FilterLstrip   = "lstrip"
	FilterAppend   = "append"
	FilterPrepend  = "prepend"
)
