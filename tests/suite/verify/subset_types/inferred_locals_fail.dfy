// A local variable is of the type of what is assigned to it first, and everything else that is has to be of that type.
type Even = x: int | x % 2 == 0 witness 0

method Below(n: nat)
{
  var e := n;
  e := e - 1;  // error[subset]
}

method Odd(e: Even)
{
  var f := e;
  f := f + 1;  // error[subset]
}

method Loop(n: nat)
{
  var i := n;
  while true
    decreases i
  {
    i := i - 1;  // error[subset]
  }
}

// With something that is known on its right the variable is an int.
method Compared(n: nat, k: int) returns (r: nat)
  requires k < n
{
  var i := n;
  while i > k
  {
    i := i - 1;
  }
  r := i;  // error[subset]
}

method Literal() returns (r: nat)
  decreases *
{
  var i := 0;
  while *
    decreases *
  {
    i := i - 1;
  }
  r := i;  // error[subset]
}

method Element(s: seq<nat>)
  requires |s| > 0
{
  var x := s[0];
  x := -1;  // error[subset]
}
