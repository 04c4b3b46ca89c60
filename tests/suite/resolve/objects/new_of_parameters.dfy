// run: resolve
// What `new` makes has type arguments that fit, written or not.
type Empty = x: int | false witness *

class C<X(0)> {
  var t: X
}

method M() {
  var c := new C<Empty>; // error[characteristic]
  var d := new C<int>;
}
