// run: resolve
// Types of other languages, near misses of types, and conversions that are not made.
method Reals(x: float, y: double) { }  // error[unresolved] hint: "write 'real'" error[unresolved] hint: "write 'real'"

method Truth(x: boolean, y: Bool) { }  // error[unresolved] hint: "write 'bool'" error[unresolved] hint: "write 'bool'"

method Words(x: String, y: str) { }  // error[unresolved] hint: "write 'string'" error[unresolved] hint: "write 'string'"

method Numbers(x: Integer, y: long, z: uint) { }  // error[unresolved] hint: "write 'int'" error[unresolved] hint: "write 'int'" error[unresolved] hint: "write 'nat'"

method Collections(x: list<int>, y: Set<int>, z: HashMap<int, int>, w: vector<int>) { }  // error[unresolved] hint: "write 'seq'" error[unresolved] hint: "write 'set'" error[unresolved] hint: "write 'map'" error[unresolved] hint: "write 'seq'"

datatype Tree = Leaf | Node(left: Tree, right: Tre)  // error[unresolved] hint: "did you mean 'Tree'?"

type Index = nat

method Near(i: Indx, b: boool, s: sequ<int>) { }  // error[unresolved] hint: "did you mean 'Index'?" error[unresolved] hint: "did you mean 'bool'?" error[unresolved] hint: "did you mean 'seq'?"

function Parameter<Element>(x: Elemnt): int { 0 }  // error[unresolved] hint: "did you mean 'Element'?"

method Void(x: void) { }  // error[unresolved] hint: "what gives nothing back is a method without 'returns'"

method Characters() {
  var c: char := "a";  // error[type] hint: "characters stand in single quotes, strings in double ones"
}

method Real(n: int) {
  var x: real := n;  // error[type] hint: "numbers are converted by 'x as real' and 'r.Floor', and 1 is written '1.0' where it is a real"
}

method Joined(n: int) {
  print "n is " + n;  // error[type] hint: "a number is no string; 'print' writes several values: 'print x, y;'"
}

method Truths(a: bool, b: bool) returns (c: bool) {
  c := a & b;  // error[type] hint: "'&' is for bitvectors: 'and' of truth values is written '&&'"
  c := a | b;  // error[type] hint: "'|' is for bitvectors: 'or' of truth values is written '||'"
  c := a ^ b;  // error[type] hint: "'^' is for bitvectors: 'xor' of truth values is written '!=', and there is no power operator"
}

method SetAsList() returns (n: int) {
  var s := {1, 2, 3};
  n := s[0];  // error[type] hint: "'{…}' is a set, without an order: a sequence is '[…]'"
}

method Part(s: seq<int>) returns (t: seq<int>) {
  t := s[0:2];  // error[type] hint: "a part is written 's[a..b]'"
}

method Frame(a: array<int>)
  modifies a[0]  // error[type] hint: "name the whole array: 'modifies a'"
{ }

method Parentheses(a: array<int>, s: seq<int>) returns (n: int) {
  n := a.Length();  // error[type] hint: "write 'a.Length', without parentheses"
  n := s(0);  // error[type] hint: "elements are selected with brackets: 's[0]'"
}
