// The mistake: the element that was named gets a new parent, instead of its leader. The rest of its group stays behind.
ghost predicate Fits(parent: array<nat>, leader: seq<nat>)
  reads parent
{
  parent.Length == |leader| &&
  forall i :: 0 <= i < |leader| ==>
    parent[i] < |leader| && leader[parent[i]] == leader[i] && (parent[i] == i ==> leader[i] == i)
}

method Union(parent: array<nat>, a: nat, b: nat, ghost leader: seq<nat>) returns (ghost joined: seq<nat>)
  requires Fits(parent, leader)
  requires a < |leader| && b < |leader| && leader[a] != leader[b]
  modifies parent
  ensures |joined| == |leader|
  ensures forall i :: 0 <= i < |leader| ==> joined[i] == if leader[i] == leader[a] then leader[b] else leader[i]
  ensures Fits(parent, joined)
{ // refuted[postcondition]
  parent[a] := b;
  joined := seq(|leader|, i requires 0 <= i < |leader| => if leader[i] == leader[a] then leader[b] else leader[i]);
}
