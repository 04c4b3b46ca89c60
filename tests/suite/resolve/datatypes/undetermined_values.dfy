// Values of generic datatypes whose type arguments follow from nothing.
datatype List<T> = Nil | Cons(head: T, tail: List<T>) {
  static function Empty(): List<T> { Nil }
}

method Undetermined()
{
  var xs := Nil;  // error[underspecified]: "the type ('List<?>') of this local variable is underspecified"
}

method UndeterminedMember()
{
  print List.Empty();  // error[underspecified]: "type parameter 'T' (inferred to be '?') in the function call to 'Empty' could not be determined"
}

method UndeterminedExpression()
{
  assert Nil == Nil;  // error[underspecified]: "the type of this expression is underspecified"
}
