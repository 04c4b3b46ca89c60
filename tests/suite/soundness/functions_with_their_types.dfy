// A quantifier over functions ranges over those of the type that is written, partial ones included.

ghost predicate Meaningful(rules: seq<int --> int>)
{
  forall rule: int --> int <- rules :: rule.requires(1)
}

function Share(n: int): int
  requires n != 1
{
  12 / (n - 1)
}

lemma NotAll()
  ensures Meaningful([Share])
{ // error[postcondition]: "could not be proved"
}

lemma NotAnyPartial(rule: int --> int)
  requires !rule.requires(1)
  ensures !exists other: int --> int :: other == rule // warning[no-trigger]
{ // error[postcondition]: "could not be proved"
}

ghost predicate TotalOnes(rules: set<int -> int>)
{
  forall rule: int -> int :: rule in rules ==> rule.requires(1)
}

lemma Total(rules: set<int -> int>)
  ensures TotalOnes(rules)
{
}
