// run: resolve
datatype List = Nil | Cons(head: int, tail: List)

method Compiled(a: List, b: List) returns (r: bool) {
  r := a < b;                       // error[ghost]: "rank comparisons are allowed only in specification and ghost contexts"
  ghost var g := a > b;
  var h := a < b;
  assert h ==> g;                   // `h` is ghost
}
