// However many layers a function has, what is known of a call is known at once.
function {:fuel 100} Count(n: nat): nat { if n == 0 then 0 else 1 + Count(n - 1) }
function {:fuel 50} Count50(n: nat): nat { if n == 0 then 0 else 1 + Count50(n - 1) }
lemma Fifty(n: nat)
  requires n > 40
  ensures Count(n) == 30 + Count(n - 30)
{
}
lemma Fifty50(n: nat)
  requires n > 40
  ensures Count50(n) == 30 + Count50(n - 30)
{
}
function {:fuel 100} Known(n: nat): int ensures Known(n) >= 0 { if n == 0 then 0 else 1 + Known(n - 1) }
datatype List = Nil | Cons(head: int, tail: List)
function {:fuel 100} Length(l: List): nat { match l case Nil => 0 case Cons(_, t) => 1 + Length(t) }
lemma Grows(l: List, x: int) ensures Length(Cons(x, l)) == 1 + Length(l) { }
lemma {:fuel Plain, 100} ByTheLemma(n: nat) requires n > 70 ensures Plain(n) == 60 + Plain(n - 60) {}
function Plain(n: nat): nat { if n == 0 then 0 else 1 + Plain(n - 1) }
