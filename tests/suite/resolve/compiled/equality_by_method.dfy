// The method of a function by method runs; the function's body does not.
datatype Card = Card(face: int, ghost owner: int)

function Faces(cards: seq<Card>): int
{
  if cards == cards && (forall c :: c in cards ==> c in multiset(cards)) then |cards| else 0
} by method {
  return |cards|;
}

function Owners(cards: seq<Card>): int
{
  |cards|
} by method {
  var known := multiset(cards);  // error[characteristic] error[characteristic]
  ghost var hidden := multiset(cards);
  return |cards|;
}
