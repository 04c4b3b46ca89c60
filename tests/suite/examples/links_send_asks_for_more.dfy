// The mistake: the class has room for four packets, and asks that there be room. Who sends over some link has been told nothing of
// it. A class may ask for less than its trait, not for more.
trait Link {
  ghost var underway: multiset<int>

  method Send(packet: int)
    modifies this
    ensures underway == old(underway) + multiset{packet}
}

class Narrow extends Link {
  var waiting: seq<int>

  method Send(packet: int) // error[override-precondition]: "the method must provide an equal or more permissive precondition than in its parent trait"
    requires |waiting| < 4
    modifies this
    ensures underway == old(underway) + multiset{packet}
  {
    waiting := waiting + [packet];
    underway := underway + multiset{packet};
  }
}

method Both(link: Link)
  modifies link
  ensures link.underway == old(link.underway) + multiset{1, 2}
{
  link.Send(1);
  link.Send(2);
}
