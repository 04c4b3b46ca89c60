// run: verify --warn-contradictory-assumptions

method TwoAssumptions(n: int)
{
  assume n > 0;
  assume n < 0;
  assert n == 7; // warning[contradictory-assumptions]: "proved using contradictory assumptions: assertion always holds" hint: "{:contradiction}"
} // no end: its assumptions contradict each other

// What a hole in a proof hides is said.
method AssumeFalse(a: array<int>) returns (r: int)
  ensures r > 0 // warning[contradictory-ensures]: "ensures clause proved using contradictory assumptions"
{
  assume false;
  r := a[3]; // warning[contradictory-assumptions]: "index in range"
} // no end: it assumes what is false

function Requires(x: nat): (r: nat)
  requires x > 10
  requires x < 10
  ensures r < x // warning[contradictory-ensures]
{
  x - 1 // warning[contradictory-assumptions]: "value always satisfies the subset constraints"
}

method Callee(x: int) returns (r: int)
  requires x > 1
  ensures r > x && r < 0

method CallsWhatReturnsNever(x: int) returns (r: int)
  requires x > 1
  ensures r < 0 // warning[contradictory-ensures]
{
  var y := Callee(x);
  return y - 1;
} // no end: what it calls never returns

method Invariants(n: nat) returns (i: int)
  ensures i >= n
{
  i := 0;
  while i < n
    invariant 0 <= i <= n
  {
    if i > n {
      assert i == 0; // warning[contradictory-assumptions]
    }
    i := i + 1;
  }
}

// One of two ways is closed: the postcondition is proved on the other.
method OneReturn(x: nat) returns (r: nat)
  ensures r >= x
{
  if x < 0 { // warning[unreachable-branch]: "this branch is never reached"
    return x;
  }
  return x + 1;
}

method EmptyBranch(x: nat)
{
  if x >= 0 {
    print x;
  } else { // warning[unreachable-branch]
    print "less";
  }
}

method Cases(x: int)
{
  if {
    case x <= 0 => print "no";
    case x > 0 => print "yes";
  }
}

lemma Calculation(x: int)
  requires x == 3 || x == 4
{
  if x == 5 {
    calc {
      x;
      6; // warning[contradictory-assumptions]: "the calculation step between the previous line and this line always holds"
    }
  }
}
