// The mistake: nodes that have been looked at are put back among those that wait.
method Search(graph: set<(int, int)>, start: int) returns (found: set<int>)
{
  ghost var nodes := {start} + set edge | edge in graph :: edge.1;
  var waiting := {start};
  found := {};
  while waiting != {}  // refuted[decreases]
    invariant waiting + found <= nodes
    decreases nodes - found
  {
    var node :| node in waiting;
    var next := set edge | edge in graph && edge.0 == node :: edge.1;
    found := found + {node};
    waiting := waiting - {node} + next;
  }
}
