// run: resolve
// What an assumption variable may be, and what may be assigned to it.
method Assignments(x: int)
{
  ghost var {:assumption} a := false;       // error[mutability]: "the RHS of which must match the expression"
  ghost var {:assumption} b: bool;
  ghost var {:assumption} c: bool;
  ghost var {:assumption} d: bool;
  ghost var {:assumption} e: bool;
  b := true;                                // error[mutability]: "there may be at most one assignment"
  b := b && x > 0;
  b := b && x > 1;                          // error[mutability]
  c := *;                                   // error[mutability]
  d := b && d;                              // error[mutability]
  e := e && x > 0 && x < 9;                 // error[mutability]
  if x > 0 {
    ghost var b := 1;
    b := 2;
    b := 3;
  }
}

type True = b: bool | b witness true

method Types()
{
  ghost var {:assumption} i: int;           // error[type]: "assumption variable must be of type 'bool'"
  ghost var {:assumption} t: True;          // error[type]: "assumption variable must be of type 'bool'"
  var {:assumption} compiled: bool;         // error[ghost]: "assumption variable must be ghost"
}

function Proof(x: int): int
{
  assert x == x by {
    ghost var {:assumption} a: bool;        // error[misplaced]: "assumption variable can only be declared in a method"
  }
  x
}

method Elsewhere()
{
  assert {:assumption} true;                // error[unsupported]
}
