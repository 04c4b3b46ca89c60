// run: resolve
// Static rules of function types, lambdas and functions as values.
function Inc(x: int): int { x + 1 }
ghost function Hidden(x: int): int { x }
function First(a: array<int>): int
  requires a.Length > 0
  reads a
{
  a[0]
}
function Marked(x: int, ghost y: int): int { x }

method Types(f: int -> int, g: (int, bool) -> int) {
  var a := f(1, 2);   // error[arity]: "wrong number of arguments to function application (function type 'int ~> int' expects 1, got 2)"
  var b := f(true);   // error[type]: "incorrect argument type for function application parameter (expected int, found bool)"
  var c := g(1, 2);   // error[type]: "incorrect argument type at index 1 for function application parameter (expected bool, found int)"
  var d: bool := f(1); // error[type]
  var e := f.requires(1, 2); // error[arity]
  var h: int -> bool := Inc; // error[type]
  var i := 5;
  var j := i(3);      // error[type]: "non-function expression (of type int) is called with parameters"
  var k := f(x := 3); // error[unresolved]
  var l: int -> int := (x, y) => x; // error[type]
}

method NotYet(f: int -> int, a: array<int>) {
  var g := f.requires;         // error[unsupported]: "preconditions of functions used as values are not supported yet"
  var h := f.reads;            // error[unsupported]: "frames of functions used as values are not supported yet"
  var i := Everything;         // error[unsupported]: "functions that read all arrays, or what all applications of a function read, as values are not supported yet"
  var j := Marked;             // error[unsupported]: "functions with ghost parameters as values are not supported yet"
  var k := () reads * => a[0]; // error[unsupported]: "lambda expressions that read all arrays, or what all applications of a function read, are not supported yet"
  var l := () => old(a.Length); // error[unsupported]: "earlier states of the heap in lambda expressions are not supported yet"
}
function Everything(): int
  reads *
{
  0
}
method Reads(f: int ~> int, a: array<int>)
  modifies f.reads(0)
{
  var b: set<int> := f.reads(0); // error[type]
  var c := f.reads(0, 1);        // error[arity]
  var d := () reads f => 0;      // error[type]
}

method Duplicates() {
  var f := (x: int, x: int) => x; // error[duplicate]: "duplicate bound-variable name: x"
}
method Preconditions() {
  var f := (x: int) requires x => x; // error[type]: "precondition must be boolean (got int)"
}

method Effects() {
  var f := () => Do(); // error[misplaced]: "expression is not allowed to invoke a method (Do)"
}
method Do() returns (r: int) { r := 0; }

datatype Box = Box(content: int) {
  function Content(): int { content }
}
method Member() {
  var f := Box.Content; // error[misplaced]: "accessing member 'Content' requires an instance expression"
}
