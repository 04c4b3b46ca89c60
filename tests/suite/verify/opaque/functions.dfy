// Of an opaque function one knows the contract; its definition from where it is revealed.
opaque function Secret(x: int): int
  requires x >= 0
  ensures Secret(x) >= x
{
  x + 3
}

function {:opaque} Old(x: int): int { x + 3 }

opaque predicate Small(x: int) { x < 10 }

opaque ghost const limit: nat := 7

lemma Contract(x: nat) ensures Secret(x) >= x { }

method Hidden(x: nat) {
  if
  case true =>
    assert Secret(x) == x + 3;      // error[assertion]
  case true =>
    assert Old(1) == 4;             // error[assertion]
  case true =>
    assert Small(3);                // error[assertion]
  case true =>
    assert limit == 7;              // error[assertion]
  case true =>
    assert limit >= 0;
    assert Secret(-1) >= -1;        // error[precondition]
}

method Revealed(x: nat) {
  reveal Secret(), Old;
  reveal Small();
  reveal limit;
  assert Secret(x) == x + 3;
  assert Old(1) == 4;
  assert Small(3) && !Small(limit + 3);
  assert limit == 7;
  assert Secret(x) == x + 4;        // error[assertion]
}

method Paths(x: nat, b: bool) {
  if b {
    reveal Secret();
    assert Secret(x) == x + 3;
  } else if * {
    assert Secret(x) == x + 3;      // error[assertion]
  }
  if b {
    assert Secret(x) == x + 3;      // this is the path on which it is revealed
  }
  assert Old(x) == x + 3 by { reveal Old(); }
  assert Old(x + 1) == x + 4;       // error[assertion]
}

method Loops(n: nat) {
  var i := 0;
  while i < n
    invariant i <= n
  {
    reveal Small();
    assert Small(i) <==> i < 10;
    i := i + 1;
  }
  if n == 0 { return; }
  assert Small(3);                  // error[assertion]
}

lemma Shown(x: nat)
  ensures Secret(x) == Old(x)
{
  reveal Secret(), Old();
}

lemma NotShown(x: nat)
  ensures Secret(x) == Old(x)
{                                   // error[postcondition]
  reveal Secret();
}

function InExpression(x: int): int
  ensures InExpression(x) < 10
{
  if (reveal Small(); Small(x)) then x else 0
}

function OutsideOfIt(x: int): int
  ensures OutsideOfIt(x) < 10
{
  if Small(x) then
    x                               // error[postcondition]
  else 0
}

lemma Calculation(x: nat)
  ensures Secret(x) + Old(x) == 2 * x + 6
{
  calc {
    Secret(x) + Old(x);
  ==  { reveal Secret(); }
    x + 3 + Old(x);
  ==                                // the definition is known in its hint alone
    x + 3 + x + 3;                  // error[calc-step]
  }
}
