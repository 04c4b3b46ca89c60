// Tuples with other components.
method Updates(t: (int, bool, seq<int>), n: nat)
{
  assert t.(0 := 5).0 == 5;
  assert t.(0 := 5).1 == t.1;
  var u := t.(2 := [n], 0 := t.0 + 1);
  assert u == (t.0 + 1, t.1, [n]);
  assert t.(0 := 1).(0 := 2) == t.(0 := 2);
  assert t.(0 := t.0, 1 := t.1, 2 := t.2) == t;
  assert ((1, 2), 3).(0 := (4, 5)).0.1 == 5;
}

// What is updated is evaluated once, and first.
function Under(t: (nat, nat)): (nat, nat)
  requires t.0 > 0
{
  t.(0 := t.0 - 1)
}

lemma SameOtherwise<A, B>(t: (A, B), a: A)
  ensures t.(0 := a).1 == t.1 && t.(0 := a).0 == a
{
}

function Erased(t: (int, ghost int), ghost n: int): (int, ghost int) {
  t.(0 := 7)
}
