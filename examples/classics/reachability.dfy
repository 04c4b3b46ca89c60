// What can be reached in a graph: a search with two sets, and why it is complete.
//
// Proved here: the search gives exactly the nodes to which a path leads, and it ends because there are only
// finitely many nodes.
//
// Why it matters: "exactly" has two halves. Whatever is found has a path: the invariant carries it along.
// Whatever has a path is found: a set that contains the start and with each node its successors contains all that
// can be reached, by induction over the path. The same argument proves a garbage collector and a type checker.

// Edges as pairs of nodes.
type Graph = set<(int, int)>

predicate IsPath(graph: Graph, path: seq<int>) {
  path != [] && forall i :: 0 < i < |path| ==> (path[i - 1], path[i]) in graph
}

ghost predicate Reachable(graph: Graph, start: int, node: int) {
  exists path :: IsPath(graph, path) && path[0] == start && path[|path| - 1] == node
}

predicate Closed(graph: Graph, found: set<int>) {
  forall edge :: edge in graph && edge.0 in found ==> edge.1 in found
}

lemma ReachesItself(graph: Graph, node: int)
  ensures Reachable(graph, node, node)
{
  assert IsPath(graph, [node]) && [node][0] == node;
}

lemma OneStepFurther(graph: Graph, start: int, edge: (int, int))
  requires Reachable(graph, start, edge.0) && edge in graph
  ensures Reachable(graph, start, edge.1)
{
  var path :| IsPath(graph, path) && path[0] == start && path[|path| - 1] == edge.0;
  var longer := path + [edge.1];
  assert IsPath(graph, longer) && longer[0] == start && longer[|longer| - 1] == edge.1;
}

lemma PathStaysInside(graph: Graph, found: set<int>, path: seq<int>)
  requires Closed(graph, found) && IsPath(graph, path) && path[0] in found
  ensures path[|path| - 1] in found
  decreases |path|
{
  if 1 < |path| {
    var shorter := path[..|path| - 1];
    PathStaysInside(graph, found, shorter);
    assert (path[|path| - 2], path[|path| - 1]) in graph;
  }
}

method Search(graph: Graph, start: int) returns (found: set<int>)
  ensures forall node :: node in found <==> Reachable(graph, start, node)
{
  ghost var nodes := {start} + set edge | edge in graph :: edge.1;
  var waiting := {start};
  found := {};
  ReachesItself(graph, start);
  while waiting != {}
    invariant waiting + found <= nodes && waiting !! found
    invariant start in waiting + found
    invariant forall node :: node in waiting + found ==> Reachable(graph, start, node)
    invariant forall edge :: edge in graph && edge.0 in found ==> edge.1 in waiting + found
    decreases nodes - found
  {
    var node :| node in waiting;
    var next := set edge | edge in graph && edge.0 == node :: edge.1;
    forall edge | edge in graph && edge.0 == node
      ensures Reachable(graph, start, edge.1)
    {
      OneStepFurther(graph, start, edge);
    }
    found := found + {node};
    waiting := waiting + next - found;
  }
  forall node | Reachable(graph, start, node)
    ensures node in found
  {
    var path :| IsPath(graph, path) && path[0] == start && path[|path| - 1] == node;
    PathStaysInside(graph, found, path);
  }
}

method Main()
{
  var found := Search({(1, 2), (2, 3), (3, 1), (4, 1)}, 1);
  print |found|, " ", 4 in found, "\n";
}
