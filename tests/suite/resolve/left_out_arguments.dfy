// run: resolve
function Domain<K>(m: map): set<K> { m.Keys }     // error[arity]: "wrong number of type arguments (got 0, expected 2)"

method Numbers(s: set) returns (n: set<int>) {
  n := s;                                         // error[type]: "not assignable"
}

datatype Pair = Pair(s: seq)                      // error[arity]: "wrong number of type arguments"
