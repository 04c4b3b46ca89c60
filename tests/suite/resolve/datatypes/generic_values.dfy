// Static errors where values of generic datatypes are made and used.
datatype List<T> = Nil | Cons(head: T, tail: List<T>) {
  static function Empty(): List<T> { Nil }
  static function Pairs<U>(x: T, y: U): List<(T, U)> { Cons((x, y), Nil) }
  function Self(): List<T> { this }
}
datatype Option<+T> = None | Some(value: T)

method Mismatches(xs: List<int>, ns: List<nat>, o: Option<nat>)
{
  var a := Cons(1, Cons(true, Nil));  // error[type]: "incorrect argument type at index 1 for datatype constructor parameter 'tail' (expected List<int>, found List<bool>)"
  var b: List<bool> := Cons(1, Nil);  // error[type]: "RHS (of type List<int>) not assignable to LHS (of type List<bool>)"
  var c: List<int> := ns;  // error[type]: "RHS (of type List<nat>) not assignable to LHS (of type List<int>)"
  var d: Option<int> := o;
  var e: bool := xs.head;  // error[type]: "RHS (of type int) not assignable to LHS (of type bool)"
  var f := xs.(head := true);  // error[type]: "type of new value (bool) does not match the type of the member (int)"
  var g := List<bool>.Cons(1, Nil);  // error[type]: "incorrect argument type at index 0 for datatype constructor parameter 'head' (expected bool, found int)"
  var h := List<int, int>.Nil;  // error[arity]: "wrong number of type arguments (2 instead of 1) passed to datatype: List"
  var i := Cons<int>(1, Nil);  // error[arity]: "datatype constructor does not take any type parameters ('Cons')"
  var j: List<int> := xs.Self();
  var k: List<bool> := xs.Self();  // error[type]: "RHS (of type List<int>) not assignable to LHS (of type List<bool>)"
  var l := List<bool>.Pairs(1, 2);  // error[type]: "incorrect argument type at index 0 for function parameter 'x' (expected bool, found int)"
  var m: List<(int, bool)> := List.Pairs(1, true);
  var n := List.Pairs<int>(true, 1);
  match xs
  case Cons(y, Cons(z, _)) => assert y;  // error[type]: "condition is expected to be of type bool, but is int"
  case _ =>
}

method LeftOut()
{
  var xs: List := 3;  // error[type]: "RHS (of type int) not assignable to LHS (of type List<?>)"
  var ys: seq<List<int, int>>;  // error[arity]: "wrong number of type arguments (2 instead of 1) passed to datatype: List"
}
