// Where compiled code has to find out whether a value belongs to a type, the constraint has to run, in all parts.
ghost predicate Marked(x: int) { x > 3 }
type Secret = x: int | Marked(x) witness 4
type Even = x: int | x % 2 == 0
type Tagged = p: (int, ghost int) | p == (1, ghost 2) witness *
type Chosen = x: int | (var y :| y == x; y) == x
type Inner = e: Even | Marked(e) witness 4
type Ones<T(==)> = s: seq<T> | forall i, j :: 0 <= i < j < |s| ==> s[i] == s[j]
type Unseen<!T> = x: int | x > 0 witness 1
datatype Box<+T> = Box(content: T)
datatype Sealed<+T> = Sealed(size: int, ghost content: T)

method Tests(x: int, s: seq<int>, b: Box<int>, t: (int, bool), f: int -> int, sealed: Sealed<int>, m: map<int, int>) {
  print x is Secret;            // error[ghost]: "an expression of type 'int' is not run-time checkable to be a 'Secret'"
  print s is seq<Secret>;       // error[ghost]: "is not run-time checkable to be a 'seq<Secret>'"
  print b is Box<Secret>;       // error[ghost]: "is not run-time checkable to be a 'Box<Secret>'"
  print t is (Secret, bool);    // error[ghost]
  print m is map<int, Secret>;  // error[ghost]
  print {s} is set<seq<Inner>>; // error[ghost]
  print x is Chosen;            // error[ghost]
  print sealed is Sealed<Even>; // error[ghost]: "is not run-time checkable to be a 'Sealed<Even>'"
  print f is nat -> int, x is Even, s is seq<Even>, b is Box<Even>, t is (Even, bool), m is map<nat, Even>, s is Ones<int>;
  ghost var g := (x is Secret, s is seq<Secret>, sealed is Sealed<Even>);
}

method Pairs(p: (int, ghost int), q: (int, ghost int)) {
  print p is Tagged;            // error[ghost]: "is not run-time checkable to be a 'Tagged'"
  print q is (nat, ghost int);
  print q is (int, ghost nat);  // error[ghost]: "is not run-time checkable to be a '(int, ghost nat)'"
}

method Known(z: Secret, zs: seq<Secret>, u: Unseen<int>) {
  print z is Secret, zs is seq<Secret>, zs[0 := z] is seq<int>;
}

method Bound(s: seq<int>, boxes: seq<Box<int>>, known: seq<Box<Secret>>) {
  print forall b: Box<Secret> | b in boxes :: b.content > 0;  // error[ghost]: "quantifiers in non-ghost contexts must be compilable, but Daphnia's heuristics can't figure out how to produce or compile a bounded set of values for 'b'"
  print exists b: Box<Secret> :: b in boxes;                  // error[ghost]: "quantifiers in non-ghost contexts"
  print |set b: Box<Secret> | b in boxes|;                    // error[ghost]: "set comprehensions in non-ghost contexts"
  print |map b: Box<Secret> | b in boxes :: 1|;               // error[ghost]: "map comprehensions in non-ghost contexts"
  print |set x: Secret | x in s|;                             // error[ghost]: "its constraint is not compilable"
  print |set x: Inner | x in s|;                              // error[ghost]: "its constraint is not compilable"
  print forall b: Box<Secret> | b in known :: b.content > 0, |set b: Box<Secret> | b in known|;
  print forall b: Box<Even> | b in boxes :: b.content > 1, |set x: Even | x in s|;
  ghost var g := set b: Box<Secret> | b in boxes;
}

method Choice(s: set<int>, known: set<Secret>, boxes: set<Box<int>>)
  requires 5 in s && known != {} && Box(5) in boxes
{
  assert Marked(5) && (5 as Secret) in s;
  var a: Secret :| a in s;       // error[ghost]: "assign-such-that statements in non-ghost contexts must be compilable"
  var b: Box<Secret> :| b in boxes;  // error[ghost]: "assign-such-that statements in non-ghost contexts"
  var c: Secret :| c in known;
  var d: Secret :| d == c;
  ghost var e: Secret :| e in s;
}

function Pick(s: set<int>): int
  requires s == {5}
{
  assert Marked(5) && (5 as Secret) in s;
  var x: Secret :| x in s;       // error[ghost]: "a non-ghost let-such-that constraint must be compilable"
  x
}

function PickKnown(s: set<Secret>): int
  requires s == {5}
{
  var x: Secret :| x in s;
  x
}

method Writes(a: array<int>, s: seq<int>, t: seq<Secret>)
  requires forall x :: x in s ==> 0 <= x < a.Length
  requires forall x :: x in t ==> 0 <= x < a.Length
  modifies a
{
  forall x: Secret | x in s {    // error[ghost]: "forall statements in non-ghost contexts must be compilable"
    a[x] := 1;
  }
  forall x: Secret | x in t {
    a[x] := 1;
  }
}

// A type parameter may stand for any of these: its values are known to be its values, or cannot be told.
method Generic<T(==)>(x: T, s: seq<T>, t: set<T>, ones: Ones<T>)
  requires s != [] && t != {}
{
  print x is T, s is Ones<T>, |set y: T | y in s|, forall y: T | y in t :: y == x;
  var y: T :| y in t;
}

method Mixed(s: set<int>)
  requires 5 in s
{
  var x: int;
  ghost var y: int;
  x, y :| x in s && y == 3;     // error[ghost]: "cannot assign to non-ghost variable in a ghost context"
}
