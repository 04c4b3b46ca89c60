// A tree with infinitely many subtrees of growing depth has no number for its own: ranks must not reach through imaps.
datatype Tree = Leaf | Node(imap<nat, Tree>, next: Tree)

ghost function Tall(n: nat): Tree { if n == 0 then Leaf else Node(imap[], Tall(n - 1)) }

lemma Contradiction()
{
  var all := imap n: nat | true :: Tall(n);
  var t := Node(all, Leaf);
  assert all[0] == Leaf && all[1].next == Leaf && all[2].next.next == Leaf;
  assert false; // error[assertion]: "assertion might not hold"
}
