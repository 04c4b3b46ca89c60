// run: resolve
// Values that are true or false in other languages, and tests that are written in another way.
datatype Tree = Leaf | Node(left: Tree, right: Tree) | T

method Numbers(n: int, s: seq<int>, m: map<int, int>, b: nat) {
  if n { }  // error[type] hint: "write 'n != 0'"
  while b - 1 { }  // error[type] hint: "write 'b - 1 != 0'"
  if s { }  // error[type] hint: "write '|s| > 0'"
  if m { }  // error[type] hint: "write '|m| > 0'"
  if !n { }  // error[type] hint: "write 'n == 0'"
  if 'a' { }  // error[type] hint: none
}

method Null(s: seq<int>, n: int, a: array<int>) {
  assert s != null;  // error[type] hint: "only references may be null"
  assert null == n;  // error[type] hint: "only references may be null"
  assert n == s;  // error[type] hint: none
}

method Constructors(t: Tree) {
  assert t.Leaf;  // error[unresolved] hint: "did you mean 'Leaf?'?"
  assert t.T;  // error[unresolved] hint: "did you mean 'T?'?"
  assert t == Node?;  // error[unresolved] hint: "it stands behind a value: 'x.Node?'"
  assert t == Twig?;  // error[unresolved] hint: none
}

method Sizes(a: array<int>, n: int) {
  assert |a| == 0;  // error[type] hint: "the length of an array a is 'a.Length'"
  assert |n| == 0;  // error[type] hint: none
}

method Conversions(c: char, n: int, s: string) {
  var d := c + 1;  // error[type] hint: "characters and numbers are converted by 'c as int' and 'n as char'"
  var t := if n > 0 then s else n;  // error[type] hint: "a number is no string, and is not made one"
  var u := 1 + s;  // error[type] hint: "'print' writes several values"
}
