// run: resolve
// Each construct that is not in the language yet is named once, and brings nothing in its train.
method Anything(s: object) returns (t: object) {  // error[unsupported]: "the type object is not supported yet"
  t := s + s;
  var x :| x in t;
  assert t[x] == x;
}

codatatype Stream = More(head: int, tail: Stream)  // error[unsupported]: "codatatypes are not part of Daphnia's language"

codatatype List = Nil | Cons(head: int, tail: List)

function Head(t: Stream): int {
  match t
  case More(h, _) => h
}

class Cell { var data: int }                      // error[unsupported]: "classes are not supported yet"

method Objects(c: Cell) returns (d: Cell) {
  d := c;
}

iterator Numbers() { }                            // error[unsupported]: "iterators are not part of Daphnia's language"
