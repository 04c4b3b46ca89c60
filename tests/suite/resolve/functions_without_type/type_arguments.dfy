ghost predicate Every<T(!new)>(holds: T -> bool)
{
  forall x: T :: holds(x)
}

lemma LeftOpen(rule: int --> int)
{
  assert Every(other => other == rule ==> other.requires(0)); // error[unsupported]: "type arguments with functions in them"
}
