// Nothing is known of a newtype but its constraint, and what it is calculated from.
newtype Byte = x: int | 0 <= x < 256
newtype Empty = x: int | false witness *
newtype Positive = x: int | x > 0 witness 1

lemma Larger(b: Byte)
  ensures exists c: Byte :: c > b  // warning[no-trigger]
{  // error[postcondition]
}

lemma NoWrapping(b: Byte)
  requires b == 255
  ensures (b + 1) as int == 0  // error[subset]
{  // error[postcondition]
}

lemma Nothing()
  ensures false
{  // error[postcondition]
  assert forall e: Empty :: e > e;  // warning[no-trigger]
}

method FromNowhere() returns (e: Empty)
{
}  // error[definite-assignment]

ghost method Chosen()
{
  ghost var e: Empty :| true;  // error[assign-such-that]
}

function Count(p: Positive): int
{
  if p == 1 then 0 else 1 + Count(p - 1)
}

lemma Counted(p: Positive)
  ensures Count(p) == p as int
{  // error[postcondition]
}

method Reals(s: seq<Byte>, t: seq<Positive>) returns (u: set<Byte>)
{
  u := set b: Byte | b != 0;
  assert |u| <= 255;  // error[assertion]
}

function Endless(b: Byte): Byte
{
  if b == 255 then b else Endless(b + 1)  // error[decreases]
}
