ghost predicate OneIs(rule: int --> int)
{
  exists other :: other == rule // error[unsupported]
}
