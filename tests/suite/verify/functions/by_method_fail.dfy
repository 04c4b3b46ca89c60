function Twice(x: int): int {
  2 * x
} by method {
  return x + 2;                       // refuted[postcondition]
}

predicate Small(x: int)
  ensures Small(x) ==> x < 9
{
  x < 10                              // refuted[postcondition]
} by method {
  return x < 10;
}

function Half(x: int): (r: int)
  requires x % 2 == 0
{
  x / 2
} by method {
  var i := 0;
  while 2 * i < x
    invariant 2 * i <= x              // error[invariant-entry]
  {
    i := i + 1;
  }
  return i;
}

// What runs has to come to an end.
function Same(x: int, n: nat): int {
  x
} by method {
  return Same(x, n);                  // error[decreases]
}

function There(x: int, n: nat): int {
  x
} by method {
  return Back(x, n);                  // error[decreases]
}
function Back(x: int, n: nat): int {
  if n == 0 then x else There(x, n - 1)
}

method Endless(n: nat) returns (r: nat)
  ensures r == n
{
  r := Numbered(n);                   // error[decreases]
}
function Numbered(n: nat): (r: nat) {
  n
} by method {
  r := Endless(n);                    // error[decreases]
}
