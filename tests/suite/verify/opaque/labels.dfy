// What a labelled assertion or precondition says is known from where its label is revealed.
predicate P(x: int)
lemma Always(x: int) ensures P(x)

method Assertions(a: array<int>)
  requires a.Length > 0
  modifies a
{
  assert L: P(a[0]) by { Always(a[0]); }
  if
  case true =>
    assert P(a[0]);                 // error[assertion]
  case true =>
    reveal L;
    assert P(a[0]);
  case true =>
    var before := a[0];
    a[0] := before + 1;
    reveal L;                       // what was said, with the values of that time
    assert P(before);
    assert P(a[0]);                 // error[assertion]
}

method Wrong(x: int) {
  assert L: P(x);                   // error[assertion]
  reveal L;
  assert P(x);
}

method Variables() {
  var x := 1;
  assert L: x == 1;
  x := 2;
  reveal L;
  assert x == 2;
  assert false;                     // error[assertion]
}

lemma Preconditions(x: int)
  requires L: P(x)
  requires x > 0
  ensures P(x)
{
  reveal L;
}

lemma Forgotten(x: int)
  requires L: P(x)
  ensures P(x)
{                                   // error[postcondition]
}

function Positive(x: int): (r: int)
  requires L: x > 0
  ensures r > 0
{
  reveal L; x
}

method Caller() {
  Preconditions(0);                 // error[precondition] error[precondition]
}
