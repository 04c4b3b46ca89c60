// What is beside a value, or made of it, is not smaller.
datatype Tree = Node(value: int, children: seq<Tree>)

function Sibling(t: Tree): nat
{
  if |t.children| > 0 then Sibling(Node(0, t.children)) else 0  // error[decreases]
}

function Grow(t: Tree): nat
{
  Grow(Node(t.value, [t]))  // error[decreases]
}

function Beyond(t: Tree, i: int): int
{
  Beyond(t.children[i], i)  // error[index-range]
}

// Shorter is not smaller where values are taken out of sequences and sequences out of values.
function Ping(t: Tree): int
{
  Pong(t.children)
}

function Pong(ts: seq<Tree>): int
{
  if |ts| == 0 then 0 else Pong(ts[0].children)
}

function Circle(ts: seq<Tree>): int
{
  if |ts| <= 1 then 0 else Circle([Node(0, ts)])  // error[decreases]
}

lemma Order(a: Tree, b: Tree)
  requires a.value == b.value && |a.children| == |b.children|
  ensures a == b
{  // error[postcondition]
}
