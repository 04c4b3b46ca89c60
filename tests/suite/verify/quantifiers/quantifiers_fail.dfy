ghost function F(x: int): int

method NotForAll()
{
  assert forall x :: F(x) == 0;  // error[assertion]
}

method NoWitness()
{
  assert exists x :: F(x) == 0;  // error[assertion]
}

method IllDefined(s: seq<int>)
{
  assert forall i :: i < |s| ==> s[i] > 0 || true;  // error[index-range]
}

method IllDefinedRange(s: seq<int>)
{
  assert forall i | s[i] == 0 && 0 <= i < |s| :: true;  // error[index-range]
}

method OneInstanceIsNotAll(s: seq<int>)
  requires |s| > 0 && s[0] == 1
{
  assert forall i :: 0 <= i < |s| ==> s[i] == 1;  // error[assertion]
}

method ExistsIsNotForall(s: seq<int>)
  requires exists i :: 0 <= i < |s| && s[i] == 1
{
  assert |s| > 0;
  assert s[0] == 1;  // error[assertion]
}

method PreconditionInBody(s: seq<int>)
{
  assert forall i :: 0 <= i < |s| ==> Predecessor(s[i]) == s[i] - 1;  // error[precondition]
}

function Predecessor(n: int): int
  requires n > 0
{
  n - 1
}
