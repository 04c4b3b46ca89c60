// What a witness calls may not need a value, either: also where that is a lemma's local variable or a constant's value.
type Positive = n: int | n > 0 witness (Shown(); 1)  // error[type]: "the witness of 'Positive' may need a value of 'Positive'"
lemma Shown()
{
  ghost var p: Positive;
}

type Negative = n: int | n < 0 ghost witness some  // error[type]: "the witness of 'Negative' may need a value of 'Negative'"
ghost const some: Negative  // error[unresolved]: "const definition contains a cycle"
