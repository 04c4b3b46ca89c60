ghost predicate AllHold(pairs: set<(int, nat -> bool)>)
{
  forall pair :: pair in pairs ==> pair.1(0) // error[unsupported]
}
