lemma Chosen(rules: set<int ~> int>)
  requires rules != {}
{
  ghost var rule :| rule in rules; // error[unsupported]
}
