// The mistake: parents and ranks may be in one array. A new rank is then a new parent.
class UnionFind {
  const parent: array<nat>
  const rank: array<nat>

  ghost predicate Valid()
    reads this, parent, rank
  {
    parent.Length == rank.Length && forall i :: 0 <= i < parent.Length ==> parent[i] < parent.Length
  }

  constructor (count: nat)
    ensures Valid()
  {
    parent := new nat[count](i => i);
    rank := new nat[count](_ => 0);
  }

  method Raise(x: nat)
    requires Valid() && x < rank.Length
    modifies rank
    ensures Valid()
  { // refuted[postcondition]
    rank[x] := rank[x] + 1;
  }
}
