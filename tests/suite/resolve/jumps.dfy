// run: resolve
// Labels, break and continue.
method Fine(n: int) {
  var i := 0;
  label Outer: while i < n {
    while true
      decreases *                // error[decreases-star]: "a possibly infinite loop is allowed only if the enclosing method"
    {
      if i == 1 { continue Outer; }
      if i == 2 { break Outer; }
      if i == 3 { break break; }
      if i == 4 { break continue; }
      break;
    }
    i := i + 1;
  }
  label Block: {
    if n == 3 { break Block; }
    assert n != 3;
  }
}

method Wrong(n: int) {
  break;                         // error[misplaced]: "a non-labeled 'break' statement is allowed only in loops"
  continue;                      // error[misplaced]: "a non-labeled 'continue' statement is allowed only in loops"
  while n < 3 {
    break break;                 // error[misplaced]: "a 'break break' statement is allowed only in contexts with 2 enclosing loops, but the current context only has 1"
    break Nowhere;               // error[unresolved]: "break label is undefined or not in scope: Nowhere"
  }
  label Here: {
    continue Here;               // error[misplaced]: "continue label must designate a loop: Here"
    label Here: { }              // error[duplicate]: "label shadows an enclosing label"
  }
  while n < 3 {
    assert n < 3 by {
      break;                     // error[misplaced]
    }
  }
}

method States(a: array<int>)
  modifies a
  requires a.Length > 0
{
  label Before: a[0] := 1;
  assert old@Before(a.Length) == a.Length;
  if a[0] == 1 {
    label Inside: a[0] := 2;
  }
  assert old@Inside(a[0]) == 1;  // error[unresolved]: "no label 'Inside' in scope at this time"
  assert Known: a.Length > 0;
  assert Known: a.Length > 0;    // error[duplicate]: "assert label shadows a dominating label"
}

function NoOld(a: array<int>): int
  reads a
{
  old(a.Length)                  // error[misplaced]: "old expressions are not allowed in this context"
}

predicate NoFresh(a: array<int>) { fresh(a) }         // error[misplaced]: "fresh expressions are not allowed in this context"

predicate NoAllocated(a: array<int>) { allocated(a) } // error[misplaced]: "is not allowed to depend on the set of allocated references"
