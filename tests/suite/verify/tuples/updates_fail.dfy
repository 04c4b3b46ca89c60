// Tuples with other components: what is not so.
method Below(t: (nat, nat)) returns (u: (nat, nat))
{
  u := t.(0 := 3);
  u := t.(0 := t.0 - 1);  // error[subset]
}

method Kept(t: (int, int))
{
  assert t.(0 := 1) == t;  // error[assertion]
}

method Meaning(t: (int, int), n: int)
{
  var u := t.(1 := 3 / n);  // error[division-by-zero]
}
