// Of a variable over functions the type has to say whether they are total, and for which arguments: a quantifier over
// too few of them would make what is false true.

datatype Rule = Rule(holds: nat -> bool)

ghost predicate AllHold(rules: set<Rule>)
{
  forall rule <- rules :: rule.holds(0)
}

ghost predicate Written(rules: seq<int --> int>)
{
  forall rule: int --> int <- rules :: rule.requires(1)
}

ghost predicate Every<T(!new)>(holds: T -> bool)
{
  forall x: T :: holds(x)
}

ghost predicate Meaningful(rules: seq<int --> int>)
{
  forall rule <- rules :: rule.requires(1) // error[unsupported]: "variables with functions in their type, such as 'rule'"
}
