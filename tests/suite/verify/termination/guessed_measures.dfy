// A measure that nobody wrote refutes nothing when it does not decrease: runs that come to their end are no mistake.
function TotalFrom(xs: seq<int>, at: nat): int
  requires at <= |xs|
{
  if at == |xs| then 0 else xs[at] + TotalFrom(xs, at + 1) // unproved[decreases]
}

function TotalFromMeasured(xs: seq<int>, at: nat): int
  requires at <= |xs|
  decreases |xs| - at
{
  if at == |xs| then 0 else xs[at] + TotalFromMeasured(xs, at + 1)
}

method TwoCounters(rows: nat, columns: nat)
{
  var r, c := rows, columns;
  while r > 0 || c > 0 // unproved[decreases]
  {
    if c > 0 {
      c := c - 1;
    } else {
      r := r - 1;
      c := columns;
    }
  }
}

method TwoCountersMeasured(rows: nat, columns: nat)
{
  var r, c := rows, columns;
  while r > 0 || c > 0
    decreases r, c
  {
    if c > 0 {
      c := c - 1;
    } else {
      r := r - 1;
      c := columns;
    }
  }
}

// A run that comes back to where it was has no end, whatever the measure.
method ForgetsToCount(n: nat)
{
  var k := 0;
  while k < n // refuted[decreases]
  {
    var twice := 2 * k;
  }
}

// What is counted on the way does not matter for that.
method CountsForEver(from: nat, step: nat) returns (steps: int)
{
  steps := 0;
  var left: int := from;
  while left > 0 // refuted[decreases]
  {
    left := left - step;
    steps := steps + 1;
  }
}

// Where it matters, the loop has an end.
method CountsUpTo(n: nat) returns (steps: nat)
{
  steps := 0;
  var on := true;
  while on // unproved[decreases]
  {
    steps := steps + 1;
    if steps > n {
      on := false;
    }
  }
}

method GoesRound(n: nat)
{
  var k := n;
  while k != 0 // refuted[decreases]
  {
    k := if k == 1 then 2 else k - 1;
  }
}

function CallsItself(n: nat): nat
{
  if n == 0 then 0 else 1 + CallsItself(n) // refuted[decreases]
}

// What the programmer wrote can be refuted.
method WrongMeasure(n: nat)
{
  var k := 0;
  while k < n // refuted[decreases]
    decreases n
  {
    k := k + 1;
  }
}

// Reals between others have no end.
method Halves(x: real)
{
  var y := x;
  while y > 0.0  // error[decreases]
    decreases y
  {
    y := y - 0.5;
  }
}
