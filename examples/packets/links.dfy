// Any link will do: a trait says what a link promises, and classes keep the promise, each in its own way.
//
// What a sender and a receiver need of the link between them is little: what is sent stays underway
// until it is received. The trait Link says just that, with a multiset `underway` that exists in proofs
// only, and nothing of order. Exchange is proved once against this contract, so it works with every
// link there is or will be. Three classes are here:
//
//   - Line hands out first what was sent first, and promises so in addition;
//   - Pile hands out last what was sent first: the promise of the trait, kept in a different way;
//   - Sealed is a link around another one, of whatever class. What it is given it encrypts before it
//     passes it on. It may be put around a Sealed, too: keys upon keys.
//
// Proved here: the frames that go in come out, over every link; each class keeps at least the promise of
// the trait.
//
// Why it matters: a class that promises less than its trait is a mistake that nobody sees where it is
// used. The caller looks at the trait, the program runs the class. So the class is where it is
// reported, even if nobody uses it yet.

datatype Packet = Packet(number: nat, bytes: seq<bv8>)

trait Link {
  ghost var underway: multiset<Packet>
  ghost var Repr: set<object>

  // A class says what it means for itself. What all of them have in common stands in `ensures`.
  ghost predicate Valid()
    reads this, Repr
    ensures Valid() ==> this in Repr
    decreases Repr

  predicate IsEmpty()
    requires Valid()
    reads this, Repr
    ensures IsEmpty() <==> underway == multiset{}
    decreases Repr

  method Send(packet: Packet)
    requires Valid()
    modifies Repr
    ensures Valid() && fresh(Repr - old(Repr))
    ensures underway == old(underway) + multiset{packet}
    decreases Repr

  // Some packet that is underway. Which one, the trait does not say.
  method Receive() returns (packet: Packet)
    requires Valid() && underway != multiset{}
    modifies Repr
    ensures Valid() && fresh(Repr - old(Repr))
    ensures packet in old(underway)
    ensures underway == old(underway) - multiset{packet}
    decreases Repr
}

class Line extends Link {
  var waiting: seq<Packet>

  constructor ()
    ensures Valid() && fresh(Repr)
    ensures waiting == [] && underway == multiset{}
  {
    waiting, underway := [], multiset{};
    Repr := {this};
  }

  ghost predicate Valid()
    reads this, Repr
    ensures Valid() ==> this in Repr
    decreases Repr
  {
    this in Repr && underway == multiset(waiting)
  }

  predicate IsEmpty()
    requires Valid()
    reads this, Repr
    ensures IsEmpty() <==> underway == multiset{}
    decreases Repr
  {
    assert waiting != [] ==> waiting[0] in underway;
    waiting == []
  }

  // The last line is more than the trait promises: a class may do that.
  method Send(packet: Packet)
    requires Valid()
    modifies Repr
    ensures Valid() && fresh(Repr - old(Repr))
    ensures underway == old(underway) + multiset{packet}
    ensures waiting == old(waiting) + [packet]
    decreases Repr
  {
    waiting := waiting + [packet];
    underway := underway + multiset{packet};
  }

  method Receive() returns (packet: Packet)
    requires Valid() && underway != multiset{}
    modifies Repr
    ensures Valid() && fresh(Repr - old(Repr))
    ensures packet in old(underway)
    ensures underway == old(underway) - multiset{packet}
    ensures old(waiting) == [packet] + waiting
    decreases Repr
  {
    packet := waiting[0];
    assert waiting == [packet] + waiting[1..];
    waiting := waiting[1..];
    underway := underway - multiset{packet};
  }
}

class Pile extends Link {
  var waiting: seq<Packet>

  constructor ()
    ensures Valid() && fresh(Repr)
    ensures underway == multiset{}
  {
    waiting, underway := [], multiset{};
    Repr := {this};
  }

  ghost predicate Valid()
    reads this, Repr
    ensures Valid() ==> this in Repr
    decreases Repr
  {
    this in Repr && underway == multiset(waiting)
  }

  predicate IsEmpty()
    requires Valid()
    reads this, Repr
    ensures IsEmpty() <==> underway == multiset{}
    decreases Repr
  {
    assert waiting != [] ==> waiting[0] in underway;
    waiting == []
  }

  method Send(packet: Packet)
    requires Valid()
    modifies Repr
    ensures Valid() && fresh(Repr - old(Repr))
    ensures underway == old(underway) + multiset{packet}
    decreases Repr
  {
    waiting := waiting + [packet];
    underway := underway + multiset{packet};
  }

  method Receive() returns (packet: Packet)
    requires Valid() && underway != multiset{}
    modifies Repr
    ensures Valid() && fresh(Repr - old(Repr))
    ensures packet in old(underway)
    ensures underway == old(underway) - multiset{packet}
    decreases Repr
  {
    var last := |waiting| - 1;
    packet := waiting[last];
    assert waiting == waiting[..last] + [packet];
    waiting := waiting[..last];
    underway := underway - multiset{packet};
  }
}

// A toy cipher, which is its own inverse. Seal is opaque: nothing else is known of it below.
function Mask(key: bv8, bytes: seq<bv8>): seq<bv8>
{
  seq(|bytes|, i requires 0 <= i < |bytes| => bytes[i] ^ key)
}

opaque function Seal(key: bv8, packet: Packet): Packet
{
  packet.(bytes := Mask(key, packet.bytes))
}

lemma SealTwice(key: bv8, packet: Packet)
  ensures Seal(key, Seal(key, packet)) == packet
{
  reveal Seal();
  forall i | 0 <= i < |packet.bytes|
    ensures Mask(key, Mask(key, packet.bytes))[i] == packet.bytes[i]
  {
    assert (packet.bytes[i] ^ key) ^ key == packet.bytes[i];
  }
}

class Sealed extends Link {
  const key: bv8
  const inner: Link

  // The inner link goes over into the hands of this one: it becomes a part of its Repr.
  constructor (key: bv8, inner: Link)
    requires inner.Valid() && inner.underway == multiset{}
    ensures Valid() && fresh(Repr - inner.Repr)
    ensures underway == multiset{}
    ensures this.key == key && this.inner == inner
  {
    this.key, this.inner := key, inner;
    underway := multiset{};
    Repr := {this} + inner.Repr;
  }

  // What is underway here is underway there, sealed. The inner link may be a Sealed as well; that it is
  // a smaller one, `inner.Repr` without `this`, is why all this comes to an end.
  ghost predicate Valid()
    reads this, Repr
    ensures Valid() ==> this in Repr
    decreases Repr
  {
    this in Repr && inner in Repr && inner.Repr <= Repr && this !in inner.Repr &&
    inner.Valid() &&
    forall packet :: underway[packet] == inner.underway[Seal(key, packet)]
  }

  predicate IsEmpty()
    requires Valid()
    reads this, Repr
    ensures IsEmpty() <==> underway == multiset{}
    decreases Repr
  {
    SameNumber();
    inner.IsEmpty()
  }

  lemma SameNumber()
    requires Valid()
    ensures forall secret :: inner.underway[secret] == underway[Seal(key, secret)]
    ensures underway == multiset{} <==> inner.underway == multiset{}
  {
    forall secret
      ensures inner.underway[secret] == underway[Seal(key, secret)]
    {
      SealTwice(key, secret);
    }
  }

  method Send(packet: Packet)
    requires Valid()
    modifies Repr
    ensures Valid() && fresh(Repr - old(Repr))
    ensures underway == old(underway) + multiset{packet}
    decreases Repr
  {
    inner.Send(Seal(key, packet));
    underway := underway + multiset{packet};
    Repr := Repr + inner.Repr;
    forall other
      ensures underway[other] == inner.underway[Seal(key, other)]
    {
      SealTwice(key, other);
      SealTwice(key, packet);
    }
  }

  method Receive() returns (packet: Packet)
    requires Valid() && underway != multiset{}
    modifies Repr
    ensures Valid() && fresh(Repr - old(Repr))
    ensures packet in old(underway)
    ensures underway == old(underway) - multiset{packet}
    decreases Repr
  {
    SameNumber();
    var secret := inner.Receive();
    packet := Seal(key, secret);
    SealTwice(key, secret);
    underway := underway - multiset{packet};
    Repr := Repr + inner.Repr;
    forall other
      ensures underway[other] == inner.underway[Seal(key, other)]
    {
      SealTwice(key, other);
    }
  }
}

ghost predicate IsFrame(packet: Packet, frames: seq<seq<bv8>>)
{
  packet.number < |frames| && packet.bytes == frames[packet.number]
}

// Whatever the link: nothing is known of it but the contract of the trait.
method Exchange(link: Link, frames: seq<seq<bv8>>) returns (received: seq<seq<bv8>>)
  requires link.Valid() && link.underway == multiset{}
  modifies link.Repr
  ensures link.Valid() && fresh(link.Repr - old(link.Repr))
  ensures link.underway == multiset{}
  ensures received == frames
{
  for n := 0 to |frames|
    invariant link.Valid() && fresh(link.Repr - old(link.Repr))
    invariant forall packet :: packet in link.underway ==> IsFrame(packet, frames)
    invariant forall i :: 0 <= i < n ==> Packet(i, frames[i]) in link.underway
  {
    link.Send(Packet(n, frames[n]));
  }

  // Each frame is underway, or where it belongs.
  var slots := new seq<bv8>[|frames|];
  while !link.IsEmpty()
    invariant link.Valid() && fresh(link.Repr - old(link.Repr)) && slots !in link.Repr
    invariant forall packet :: packet in link.underway ==> IsFrame(packet, frames)
    invariant forall i :: 0 <= i < |frames| ==> Packet(i, frames[i]) in link.underway || slots[i] == frames[i]
    decreases |link.underway|
  {
    var packet := link.Receive();
    slots[packet.number] := packet.bytes;
  }
  received := slots[..];
}

// Of a Line more is known than of a Link.
method InTheOrderSent(line: Line)
  requires line.Valid() && line.IsEmpty()
  modifies line.Repr
{
  line.Send(Packet(0, [7]));
  line.Send(Packet(1, [8]));
  var first := line.Receive();
  assert first == Packet(0, [7]);
  print first, "\n";
}

// What lies in the line nobody can read, what comes out everybody.
method InSecret(line: Line)
  requires line.Valid() && line.waiting == []
  modifies line.Repr
{
  var link := new Sealed(0x5A, line);
  link.Send(Packet(0, [1, 2, 3]));
  print line.waiting, "\n";
  var packet := link.Receive();
  assert packet == Packet(0, [1, 2, 3]);
  print packet, "\n";
}

method Main()
{
  var line := new Line();
  InTheOrderSent(line);
  line := new Line();
  InSecret(line);

  var frames: seq<seq<bv8>> := [[1, 2], [3], [4, 5]];
  var pile := new Pile();
  var received := Exchange(pile, frames);
  assert received == frames;
  print received, "\n";

  // Two layers, one around the other.
  var layer := new Sealed(0x33, pile);
  var link := new Sealed(0x0F, layer);
  received := Exchange(link, frames);
  print received, "\n";
}
