// References that may be null.
class Node {
  var value: int
  var next: Node?
  constructor (v: int, n: Node?)
    ensures value == v && next == n
  {
    value, next := v, n;
  }
}

method Second(n: Node) returns (r: int) {
  if n.next != null {
    r := n.next.value;
  } else {
    r := n.next.value; // error[null]
  }
}

method Assigns(n: Node?, m: Node)
  requires n != null
  modifies n
{
  n.value := 1;
  n.next := m;
  var k: Node := n;
  var l: Node := n.next;
  l := k.next;
}

method MayBeNull(n: Node?)
  modifies n
{
  n.value := 1; // error[null]
}

method Calls(n: Node?) {
  if n != null {
    var r := Second(n);
  }
  var s := Second(n); // error[subset]
}

function Value(n: Node?): int
  reads n
{
  if n == null then 0 else n.value
}

method Framed(n: Node?, m: Node)
  requires n != m
  modifies m
  ensures Value(n) == old(Value(n))
{
  m.value := 100;
}

method Compare(n: Node, m: Node?) {
  if m == n {
    assert m != null && m.value == n.value;
  }
}
