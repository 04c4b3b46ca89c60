// What is a subset of something has to say of what.
newtype Anything = x | true  // error[underspecified]: "base type of newtype 'Anything' is not fully determined; add an explicit type for bound variable 'x'"
type Nothing = x | false     // error[underspecified]: "base type of subset type 'Nothing' is not fully determined; add an explicit type for bound variable 'x'"
type Round = x | x == round  // error[unresolved]: "cyclic dependency among declarations: Round -> Round"
const round: Round := 2
newtype Circle = x | x == Around()  // error[unresolved]
function Around(): Circle
type Mixed = x | x == 1 || x == 1.0  // error[type]: "arguments must have comparable types (got int and real)"
type Of = d | d == Leaf  // error[unsupported]: "subset types of datatypes, arrays, functions and unknown types that do not name their base type are not supported yet"
datatype Tree = Leaf | Node(Tree)
