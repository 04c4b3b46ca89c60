// Type arguments that nothing determines.
function Nothing<T>(): seq<T> { [] }
lemma Fact<A, B>(x: A) {}

method Calls()
{
  Fact(3);  // error[underspecified]: "type parameter 'B' (inferred to be '?') to the lemma 'Fact' could not be determined"
  assert |Nothing()| == 0;  // error[underspecified]: "type parameter 'T' (inferred to be '?') in the function call to 'Nothing' could not be determined"
  assert Nothing() == [1];
  Fact<int, bool>(3);
}
