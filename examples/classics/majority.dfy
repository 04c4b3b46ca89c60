// The majority vote of Boyer and Moore: one pass, one candidate, one counter.
//
// Proved here: if some value has more than half of all votes, then the candidate that is left is that value.
//
// Why it matters: the program is six lines, and hardly anybody who reads them believes them. The invariant is
// the explanation: the votes seen so far are `ahead` votes for the candidate, and pairs of different votes. In
// pairs of different votes nobody has a majority.

// How often x occurs in the first n votes.
function Count(votes: seq<int>, n: nat, x: int): nat
  requires n <= |votes|
  decreases n
{
  if n == 0 then 0 else Count(votes, n - 1, x) + (if votes[n - 1] == x then 1 else 0)
}

predicate HasMajority(votes: seq<int>, x: int) {
  |votes| < 2 * Count(votes, |votes|, x)
}

method Candidate(votes: seq<int>) returns (candidate: int)
  requires 0 < |votes|
  ensures forall x :: HasMajority(votes, x) ==> x == candidate
{
  candidate := votes[0];
  var ahead := 1;
  var n := 1;
  while n < |votes|
    invariant 1 <= n <= |votes| && 0 <= ahead
    invariant 2 * Count(votes, n, candidate) <= n + ahead
    invariant forall x :: x != candidate ==> 2 * Count(votes, n, x) <= n - ahead
  {
    if ahead == 0 {
      candidate, ahead := votes[n], 1;
    } else if votes[n] == candidate {
      ahead := ahead + 1;
    } else {
      ahead := ahead - 1;
    }
    n := n + 1;
  }
}

// Two values cannot both have more than half: the result of a second pass is the only one there is.
lemma CountOfTwo(votes: seq<int>, n: nat, x: int, y: int)
  requires n <= |votes| && x != y
  ensures Count(votes, n, x) + Count(votes, n, y) <= n
{
}

lemma OneMajority(votes: seq<int>, x: int, y: int)
  requires HasMajority(votes, x) && HasMajority(votes, y)
  ensures x == y
{
  if x != y {
    CountOfTwo(votes, |votes|, x, y);
  }
}

method Majority(votes: seq<int>) returns (found: bool, winner: int)
  ensures found ==> HasMajority(votes, winner)
  ensures !found ==> forall x :: !HasMajority(votes, x)
{
  if votes == [] {
    return false, 0;
  }
  winner := Candidate(votes);
  var count := 0;
  for n := 0 to |votes|
    invariant count == Count(votes, n, winner)
  {
    if votes[n] == winner {
      count := count + 1;
    }
  }
  found := |votes| < 2 * count;
}

method Main()
{
  var found, winner := Majority([3, 1, 3, 3, 2, 3]);
  print found, " ", winner, "\n";
}
