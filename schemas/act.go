package schemas

// An Act is the kind of thing that a widget does.
type Act uint8

// What widgets do. Of ActAnything nothing is known: the catalogue does not have the type, or
// not its events.
const (
	ActAnything  Act = iota
	ActBegins        // executions start here
	ActSets          // writes variables
	ActSplits        // conditions decide
	ActTells         // says, plays or sends something
	ActAsks          // a question, whose answer is waited for
	ActDials         // calls the contact, and waits until somebody answers
	ActRequests      // calls an address of the author's, or a function
	ActRunsFlow      // another flow goes on, and may do anything
	ActHandsOver     // an agent, a bot or somebody else goes on speaking
	ActWorks         // anything else, which nobody notices
)
