// Nothing follows from a newtype but its constraint, whatever it is based on.
newtype Share = r: real | 0.0 <= r <= 1.0
newtype Flags = b: bv8 | b != 255
newtype Letter = c: char | 'a' <= c witness 'a'
newtype Never = r: real | r < r witness *
newtype Nothing = b: bv0 | b != 0 witness *
type Below = x | 0 <= x < Limit() witness *

function Limit(): int

lemma NoLargest(r: Share)
  ensures exists s: Share :: s > r  // warning[no-trigger]
{  // error[postcondition]
}

lemma Whole(r: Share)
  ensures r == 0.0 || r == 1.0
{  // error[postcondition]
}

lemma NoWrap(f: Flags)
  requires f == 254
  ensures (f + 1) as bv8 == 0  // error[subset]
{  // error[postcondition]
}

lemma Wraps(f: Flags)
  requires f == 254
  ensures f + 2 == 0
{
}

lemma Ascii(c: Letter)
  ensures c as int < 256
{  // error[postcondition]
}

lemma Empty()
  ensures false
{  // error[postcondition]
  assert forall n: Never :: false;  // warning[no-trigger]
  assert forall n: Nothing :: false;  // warning[no-trigger]
}

method FromNowhere() returns (n: Never)
{
}  // error[definite-assignment]

method WithoutBits() returns (m: Nothing)
{
}  // error[definite-assignment]

lemma Chosen() returns (m: Nothing)
{
  m :| true;  // error[assign-such-that]
}

lemma NoBits(x: bv0, y: bv0)
  ensures x != y
{  // error[postcondition]
}

lemma AllOfThem(s: set<bv0>)
  ensures |s| == 1
{  // error[postcondition]
}

lemma Inferred(b: Below)
  ensures b < 100
{  // error[postcondition]
}

lemma Test(x: real, b: bv16)
  ensures x is Share ==> x.Floor == 0
{  // error[postcondition]
  if b is bv8 {
    assert b < 255;  // error[assertion]
  }
  if x is int {
    assert x is nat;  // error[assertion]
  }
}
