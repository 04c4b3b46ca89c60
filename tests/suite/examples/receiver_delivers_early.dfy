// The mistake: the buffer is handed on whether or not everything is there.
class Receiver {
  ghost const sent: seq<int>
  const buffer: array<int>
  const here: array<bool>

  ghost predicate Valid()
    reads this, buffer, here
  {
    buffer.Length == here.Length == |sent| &&
    (forall i :: 0 <= i < |sent| && here[i] ==> buffer[i] == sent[i])
  }

  constructor (length: nat, ghost message: seq<int>)
    requires length == |message|
    ensures Valid()
  {
    sent := message;
    buffer := new int[length];
    here := new bool[length](_ => false);
  }

  method Deliver() returns (message: seq<int>)
    requires Valid()
    ensures message == sent
  { // refuted[postcondition]
    message := buffer[..];
  }
}
