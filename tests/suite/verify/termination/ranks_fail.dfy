datatype List<T> = Nil | Cons(head: T, tail: List<T>)

lemma Unrelated(a: List<int>, b: List<int>)
  requires a != b
{
  assert a < b || b < a;        // error[assertion]
}

lemma SameLength(a: List<int>, x: int) {
  assert Cons(x, a) > Cons(x + 1, a); // refuted[assertion]
}

lemma Elements<T>(xs: List<T>, x: T) {
  assert x < Cons(x, xs);
  assert x < xs;                // error[assertion]
}
