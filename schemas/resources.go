package schemas

// Resource returns the file of a resource around a flow, or nil: "flow" (a Flow or Flow
// Revision as the API returns it), "flow-request" (create, update, validate),
// "flex-flow" and "flex-flow-request". Its schema does not look into the definition.
func Resource(name string) *Document { return resourceTable.Get(name) }
