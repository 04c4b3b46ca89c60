lemma Laws(a: bool, b: bool, c: bool)
  ensures (a ==> b) == (!a || b)
  ensures (a <==> b) == (b <==> a)
  ensures !(a && b) <==> !a || !b
  ensures (a ==> b ==> c) == (a && b ==> c)
  ensures (c <== a) == (a ==> c)
  ensures a != b <==> (a || b) && !(a && b)
{
}

lemma Chains(x: int, y: int, z: int)
  requires x < y <= z
  ensures x < z
  ensures x <= y <= z
  ensures x != z
{
}

lemma Wrong(a: bool, b: bool)
  ensures (a ==> b) == (b ==> a)
{  // error[postcondition]
}
