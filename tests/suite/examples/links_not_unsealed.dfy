// The mistake: what comes out of the line is handed on as it is, still sealed.
trait Link {
  ghost var underway: seq<int>

  ghost predicate Valid()
    reads this

  method Receive() returns (packet: int)
    requires Valid() && underway != []
    modifies this
    ensures packet == old(underway[0])
}

class Sealed extends Link {
  const key: int
  var secrets: seq<int>

  constructor (key: int)
    ensures Valid() && underway == []
  {
    this.key, secrets, underway := key, [], [];
  }

  ghost predicate Valid()
    reads this
  {
    |secrets| == |underway| && forall i :: 0 <= i < |secrets| ==> secrets[i] == underway[i] + key
  }

  method Receive() returns (packet: int)
    requires Valid() && underway != []
    modifies this
    ensures packet == old(underway[0])
  { // refuted[postcondition]
    packet := secrets[0];
    secrets, underway := secrets[1..], underway[1..];
  }
}
