// The mistake: this class drops what does not fit, and says so in its contract. It is honest, its body does what it says, and it
// is no Link: who sends over a Link relies on what that promises.
trait Link {
  ghost var underway: multiset<int>

  ghost predicate Valid()
    reads this

  method Send(packet: int)
    requires Valid()
    modifies this
    ensures Valid() && underway == old(underway) + multiset{packet}
}

class Lossy extends Link {
  var waiting: seq<int>

  ghost predicate Valid()
    reads this
  {
    underway == multiset(waiting)
  }

  method Send(packet: int) // error[override-postcondition]: "the method must provide an equal or more detailed postcondition than in its parent trait"
    requires Valid()
    modifies this
    ensures Valid() && old(underway) <= underway
  {
    if |waiting| < 4 {
      waiting := waiting + [packet];
      underway := underway + multiset{packet};
    }
  }
}
