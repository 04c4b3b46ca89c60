// run: resolve
// In bodies, the type arguments of subset types and synonyms are written.
type Even<T> = s: set<T> | |s| % 2 == 0
type Twice<T> = (T, T)

method Locals()
{
  var s: Even := {1, 2};   // error[unsupported]: "subset types without their type arguments are not supported yet"
  var t: Twice := (1, 2);  // error[unsupported]: "type synonyms without their type arguments are not supported yet"
  var u: Even<int, int> := s;  // error[arity]
}
