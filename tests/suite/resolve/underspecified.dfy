// run: resolve
// Types that nothing determines.
method Locals() {
  var a;
  a := 3;
  var b := [];
  b := [a];
  var c := [];               // error[underspecified]: "the type ('seq<?>') of this local variable is underspecified"
  var d;                     // error[underspecified]: "the type of this local variable is underspecified"
}

lemma Bound()
  ensures forall x :: 0 <= x ==> x != -1
  ensures forall x :: x == x // error[underspecified]: "type of bound variable 'x' could not be determined"
{
}

datatype WithConstant = WithConstant(n: int) {
  const empty := [] // error[underspecified]
}
