// Members of abstract types: known of them is what is declared, and that they depend on nothing but the value.
type Token(==, 0) {
  const Weight: nat
  ghost predicate Before(other: Token)
  function Heavier(other: Token): bool { Weight > other.Weight }
  lemma Order(other: Token)
    ensures !(Heavier(other) && other.Heavier(this))
  {
  }
}

lemma SameToken(a: Token, b: Token)
  requires a == b
  ensures a.Weight == b.Weight && (a.Before(b) <==> b.Before(a))
{
  a.Order(b);
}
