// A function without parameters means its body, and its contract holds, wherever it is named.
ghost function Evens(): iset<int> { iset x: int | x % 2 == 0 }

ghost predicate P(x: seq<int>)
ghost function F(x: seq<int>): int

ghost function Only(): int {
  assume {:axiom} exists x :: P(x);
  var x :| P(x);
  F(x)
}

function Limit(): int
  ensures Limit() > 0

lemma FourIsEven() {
  assert 4 in Evens() && 3 !in Evens();
}

lemma TheOnlyOne(x: seq<int>)
  requires P(x)
  requires forall y :: P(y) ==> y == x
{
  assert F(x) == Only();
}

lemma AnyOne(x: seq<int>)
  requires P(x)
{
  assert F(x) == Only(); // error[assertion]: "assertion might not hold"
}

method Contract() {
  assert Limit() >= 1;
  assert Limit() >= 2; // error[assertion]: "assertion might not hold"
}
