// No value comes from nowhere: not from a destructor that it does not have, not from a subset type, not from induction.
datatype List = Nil | Cons(head: nat, tail: List)
datatype Holder = Holder(a: array<int>) | Other

// Nil has no head, so that nothing is known of it.
lemma NoHead(xs: List)
  requires xs.Nil?
{
  assert Nil.head >= 0;  // error[destructor]
}

ghost function Guess(xs: List): int
  requires xs.Cons?
{
  xs.head - 1
}

lemma AtLeast(xs: List)
  requires xs.Cons?
  ensures Guess(xs) >= 0
{  // error[postcondition]
}

// The hypothesis is for smaller values only.
lemma Circular(xs: List)
  ensures xs.Nil?
{  // error[postcondition]
}

lemma CircularCall(xs: List)
  ensures false
{
  CircularCall(Cons(0, xs));  // error[decreases]
}

// An unassigned variable of a type without default value has no value.
method Unassigned() {
  var h: Holder;
  var n := Holder.Other;
  assert n.Other?;
}

lemma Selected(h: Holder)
  requires h.Other?
{
  assert exists a: array<int> :: a.Length == -1;  // error[assertion]
}

function Bad(xs: List): int
  ensures Bad(xs) == Bad(xs) + 1
{
  if xs.Nil? then 0 else Bad(xs.tail)  // error[postcondition]
}
