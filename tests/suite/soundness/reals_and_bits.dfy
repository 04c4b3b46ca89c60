// Claims that would hold if a real were an integer, bits had no width, or a conversion lost nothing.
lemma SmallStep(x: real, y: real)
  requires x < y
  ensures x + 1.0 <= y
{  // error[postcondition]
}

lemma FloorAdds(x: real, y: real)
  ensures (x + y).Floor == x.Floor + y.Floor
{  // error[postcondition]
}

lemma SquareOfEach(y: real)
  requires y >= 0.0
  ensures exists x: real :: x * x == y && x.Floor as real == x  // warning[no-trigger]
{  // error[postcondition]
}

// An induction on reals would be one without a least step.
lemma {:induction false} Descent(x: real)
  requires x >= 0.0
  ensures false
  decreases x
{
  Descent(x / 2.0);  // error[decreases]
}

lemma BelowZero(x: real)
  ensures false
  decreases x
{
  BelowZero(x - 1.0);  // error[decreases]
}

lemma OneBit(a: bv1, b: bv1)
  ensures a == b
{  // error[postcondition]
}

lemma SumsOfNumbers(a: bv8, b: bv8)
  ensures (a + b) as int == a as int + b as int
{  // error[postcondition]
}

lemma WidthsDiffer(a: bv8)
  ensures (a << 1) as bv16 == a as bv16 << 1
{  // error[postcondition]
}

lemma BitsDescent(a: bv8)
  ensures false
  decreases a
{
  BitsDescent(a - 1);  // error[decreases]
}

lemma ManyDifferent(s: set<bv1>)
  ensures |s| <= 1
{  // error[postcondition]
}
