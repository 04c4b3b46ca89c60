// Union-find: who belongs together, when all we are told is which two do.
//
// Each element points to another one of its group, up to one that points to itself, the leader. Two
// elements belong together when they have the same leader. To join two groups, one leader points to the
// other, the one of lower rank to the one of higher rank, so that the ways stay short; and Find makes
// them shorter as it goes.
//
// What the structure means is the ghost sequence `leader`. Find writes into the array and changes
// nothing of that: such a method is a question to its callers, though it has a `modifies` clause.
//
// Proved here: Find ends, because ranks rise along the way, and gives the leader; Union joins the two
// groups and no other. How short the ways are is not proved.

class UnionFind {
  ghost var leader: seq<nat>
  ghost var top: nat                // no rank is above it
  ghost var Repr: set<object>
  const parent: array<nat>
  const rank: array<nat>

  // Two arrays of one type could be one array: `parent != rank` says that they are not.
  ghost predicate Valid()
    reads this, Repr
  {
    {this, parent, rank} <= Repr && parent != rank &&
    parent.Length == rank.Length == |leader| &&
    (forall i :: 0 <= i < |leader| ==> rank[i] <= top) &&
    (forall i :: 0 <= i < |leader| ==> Step(i, parent[i]))
  }

  // One step on the way from i to its leader leads to p.
  ghost predicate Step(i: nat, p: nat)
    requires i < |leader| && rank.Length == |leader|
    reads this, rank
  {
    p < |leader| && leader[p] == leader[i] &&
    if p == i then leader[i] == i else rank[i] < rank[p]
  }

  ghost predicate Together(a: int, b: int)
    requires 0 <= a < |leader| && 0 <= b < |leader|
    reads this
  {
    leader[a] == leader[b]
  }

  // At first everybody is alone.
  constructor (count: nat)
    ensures Valid() && fresh(Repr)
    ensures |leader| == count
    ensures forall a, b :: 0 <= a < count && 0 <= b < count && a != b ==> !Together(a, b)
  {
    parent := new nat[count](i => i);
    rank := new nat[count](_ => 0);
    leader, top := seq(count, i => i), 0;
    Repr := {this, parent, rank};
  }

  method Find(x: nat) returns (root: nat)
    requires Valid() && x < |leader|
    modifies Repr
    ensures Valid() && Repr == old(Repr) && leader == old(leader)
    ensures root == leader[x] && root < |leader| && parent[root] == root
  {
    root := x;
    while parent[root] != root
      invariant Valid() && Repr == old(Repr) && leader == old(leader) && top == old(top)
      invariant root < |leader| && leader[root] == leader[x]
      decreases top - rank[root]
    {
      parent[root] := parent[parent[root]];   // half of the way is gone for whoever comes next
      root := parent[root];
    }
  }

  method Same(a: nat, b: nat) returns (same: bool)
    requires Valid() && a < |leader| && b < |leader|
    modifies Repr
    ensures Valid() && Repr == old(Repr) && leader == old(leader)
    ensures same <==> Together(a, b)
  {
    var rootA := Find(a);
    var rootB := Find(b);
    same := rootA == rootB;
  }

  method Union(a: nat, b: nat)
    requires Valid() && a < |leader| && b < |leader|
    modifies Repr
    ensures Valid() && Repr == old(Repr) && |leader| == old(|leader|)
    ensures forall i, j :: 0 <= i < |leader| && 0 <= j < |leader| ==>
              (Together(i, j) <==>
                old(Together(i, j)) ||
                (old(Together(i, a)) && old(Together(b, j))) ||
                (old(Together(i, b)) && old(Together(a, j))))
  {
    var low := Find(a);
    var high := Find(b);
    if low == high {
      return;
    }
    if rank[high] < rank[low] {
      low, high := high, low;
    }
    if rank[low] == rank[high] {
      rank[high] := rank[high] + 1;
      top := top + 1;
    }
    parent[low] := high;
    ghost var before := leader;
    leader := seq(|before|, i requires 0 <= i < |before| => if before[i] == low then high else before[i]);
  }
}

method Main()
{
  var towns := new UnionFind(6);
  towns.Union(0, 1);
  towns.Union(2, 3);
  towns.Union(3, 4);
  towns.Union(4, 1);
  var near := towns.Same(0, 2);
  var far := towns.Same(0, 5);
  assert near && !far;
  print near, " ", far, "\n";
}
