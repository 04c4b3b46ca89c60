// run: resolve
datatype List = Nil | Cons(head: int, tail: List)

ghost predicate Wrong(a: List, n: int, s: set<List>)
{
  && a < n                          // error[type]: "arguments to rank comparison must be datatypes (got List and int)"
  && n > a                          // error[type]: "arguments to rank comparison must be datatypes"
  && s > a                          // error[type]: "arguments to rank comparison must be datatypes"
  && a <= a                         // error[type]: "must be of a numeric type"
}

ghost predicate Unknown<T>(x: T, y: T, a: List) {
  && x < a
  && a > x
  && x < y                          // error[type]: "arguments to rank comparison must be datatypes (got T and T)"
  && a < x                          // error[type]: "arguments to rank comparison must be datatypes"
}
