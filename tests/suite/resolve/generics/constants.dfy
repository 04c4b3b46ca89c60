// A constant without a value has one all the same.
type Abstract
type Filled(00)
const a: Abstract  // error[initialization]: "static non-ghost const field 'a' of type 'Abstract' (which does not have a default compiled value) must give a defining value"
ghost const b: Abstract  // error[initialization]: "static ghost const field 'b' of type 'Abstract' (which may be empty) must give a defining value"
ghost const c: Filled
const d: Filled  // error[initialization]
const e: array<int>  // error[initialization]

type NotEqual(==) = Abstract  // error[characteristic]: "type 'NotEqual' declared as supporting equality, but the RHS type (Abstract) could not be proved to support equality"
