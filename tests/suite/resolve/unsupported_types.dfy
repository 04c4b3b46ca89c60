// run: resolve
// Each construct that is not in the language yet is named once, and brings nothing in its train.
codatatype Stream = More(head: int, tail: Stream)  // error[unsupported]: "codatatypes are not part of Daphnia's language"

codatatype List = Nil | Cons(head: int, tail: List)

function Head(t: Stream): int {
  match t
  case More(h, _) => h
}

iterator Numbers() { }                            // error[unsupported]: "iterators are not part of Daphnia's language"
