// majority.dfy: after a change of the candidate, the old votes count for the new one.
function Count(votes: seq<int>, n: nat, x: int): nat
  requires n <= |votes|
  decreases n
{
  if n == 0 then 0 else Count(votes, n - 1, x) + (if votes[n - 1] == x then 1 else 0)
}

method Candidate(votes: seq<int>) returns (candidate: int)
  requires 0 < |votes|
  ensures forall x :: |votes| < 2 * Count(votes, |votes|, x) ==> x == candidate
{
  candidate := votes[0];
  var ahead := 1;
  var n := 1;
  while n < |votes|
    invariant 1 <= n <= |votes| && 0 <= ahead
    invariant 2 * Count(votes, n, candidate) <= n + ahead
    invariant forall x :: x != candidate ==> 2 * Count(votes, n, x) <= n - ahead  // refuted[invariant-maintained]
  {
    if ahead == 0 {
      candidate, ahead := votes[n], 1;
    } else {
      ahead := if votes[n] == candidate then ahead + 1 else ahead;
    }
    n := n + 1;
  }
}
