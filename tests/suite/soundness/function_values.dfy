// What functions as values must not prove: calls of a function by itself that nobody sees, functions into nowhere, what
// holds of all functions because it holds of one, and that two functions are the same or are not.

// A lambda may call the function that it stands in for smaller arguments only.
function Circular(n: nat): int
{
  var again := (k: nat) => Circular(k) + 1; // error[decreases]
  again(n)
}
lemma FromCircular(n: nat)
  ensures Circular(n) == Circular(n)
{
  assert Circular(n) == Circular(n) + 2; // error[assertion]
}

function Claims(n: nat): int
  ensures ((k: nat) => Claims(k))(n) == Claims(n) + 1 // error[decreases]
{
  0
}

function MutualA(f: nat -> int, n: nat): int
  decreases n, 1
{
  if n == 0 then 1 else MutualB(k => MutualA(f, k), n) // error[decreases]
}
function MutualB(f: nat -> int, n: nat): int
  decreases n, 0
{
  if n == 0 then 0 else MutualA(f, n - 1) + f(n) + 1
}

// What is known of a lambda is known within its precondition.
function Below(n: nat): nat
{
  if n == 0 then 0 else ((k: nat) requires k < n => Below(k))(n - 1) + 1
}
method Beyond() {
  assert Below(1) == 2; // error[assertion]
}
method OutsideItsDomain(n: int) {
  var f := (x: int) requires x > 0 => 10 / x;
  assert !f.requires(0);
  assert f.requires(n); // error[assertion]
}

// A type may have no values, and then there is no function that gives them.
method FromNowhere<T>() returns (x: T)
{
  var f: int -> T; // nothing is assigned
  x := f(0);       // error[definite-assignment]
}
lemma GhostFromNowhere<T>()
{
  ghost var f: int -> T;
  ghost var x := f(0); // error[definite-assignment]
}
lemma ExistsNowhere<T>()
{
  assert exists f: int -> T :: true; // error[assertion] warning[no-trigger]
}
lemma PartialExists<T>(f: int --> T)
{
  ghost var x := f(0); // error[precondition]
}
lemma SuchThatNowhere<T>()
{
  ghost var f: int -> T :| true; // error[assign-such-that]
}

// Of a function that is given nothing is known but its type.
lemma NotAll(f: int -> int, g: (int, int) -> bool)
{
  if * {
    assert f(0) == 0; // error[assertion]
  } else if * {
    assert g(0, 1) == g(1, 0); // error[assertion]
  } else if * {
    assert exists x :: f(x) == 0; // error[assertion]
  } else {
    assert forall h: int -> int :: h == f; // error[assertion] warning[no-trigger]
  }
}
lemma Different(f: int -> int)
  requires f != (x => x + 1)
{
  assert exists x :: f(x) != x + 1; // error[assertion]
}
lemma Same(c: int, d: int)
  requires ((x: int) => x + c) == ((x: int) => x + d)
{
  assert ((x: int) => x + c)(0) == c;
  assert ((x: int) => x + d)(0) == d;
  assert c == d;
  assert c == 0; // error[assertion]
}

// What is captured is what it was.
method Later(a: array<int>, n: int)
  requires a.Length > n > 1
  modifies a
{
  var i := 0;
  var length := () => a.Length + i;
  var first := a[0];
  var f := x => x + first;
  a[0] := a[0] + 1;
  i := 5;
  assert length() == a.Length;
  if * {
    assert f(0) == a[0]; // error[assertion]
  } else {
    assert length() == a.Length + i; // error[assertion]
  }
}

// Loops forget what a variable was, and so what function it holds.
method Loop(n: nat)
{
  var f := (x: int) => x;
  var i := 0;
  while i < n
  {
    f := x => x + 1;
    i := i + 1;
  }
  assert f(0) == 0; // error[assertion]
}

// A function may give an array that nobody knows.
method Publish() returns (f: () -> array<int>)
  ensures f().Length == 1 && fresh(f()) && f()[0] == 5
{
  var a := new int[1] [5];
  f := () => a;
}
method Client(b: array<int>)
  requires b.Length == 1
  modifies b
{
  var f := Publish();
  var a := f();
  assert a != b;
  b[0] := 7;
  assert a[0] == 5;
  a[0] := 8;
  assert f()[0] == 8;
  var g := Publish();
  assert f()[0] == 8;
  assert g() != f();
  assert b[0] == 8; // error[assertion]
}

// There are no functions but those of a type: membership is for all arguments.
lemma Membership(f: int -> int)
{
  if forall x: nat :: f(x) >= 0 {
    var g: nat -> nat := f;
    var h: int -> nat := f; // error[subset]
  }
}
lemma Widened(f: nat -> nat)
{
  var g: nat -> int := f;
  assert g(0) >= 0;
  var h: int --> int := f;
  assert h(-1) == h(-1); // error[precondition]
}
