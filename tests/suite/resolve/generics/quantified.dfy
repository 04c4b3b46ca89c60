// Quantifiers over a type parameter whose values may be references.
predicate Any<T>()
{
  exists x: T :: x == x  // error[ghost]: "may contain references (perhaps declare its type as 'T(!new)')" error[ghost]
}

ghost predicate AnyFixed<T(!new)>() { exists x: T :: x == x }
