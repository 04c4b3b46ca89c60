lemma WithFrame(a: array<int>)
  modifies a  // error[misplaced]: "lemmas are not allowed to have modifies clauses"
{
}
