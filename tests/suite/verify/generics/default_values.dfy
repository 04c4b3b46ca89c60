// Parameters of generic declarations with default values.
function Padded<T>(s: seq<T>, rest: seq<T> := [], n: nat := |s| + |rest|): seq<T>
  requires n <= |s| + |rest|
{
  (s + rest)[..n]
}

datatype Tree<T> = Leaf | Node(value: T, left: Tree<T> := Leaf, right: Tree<T> := left)

datatype Stack<T> = Stack(items: seq<T> := []) {
  function Push(x: T, times: nat := 1): Stack<T>
    decreases times
  {
    if times == 0 then this else Stack([x] + items).Push(x, times - 1)
  }
}

method Copy<T(==)>(s: seq<T>, without: set<T> := {}) returns (r: seq<T>)
  ensures without == {} ==> r == s
{
  r := s;
}

method Uses()
{
  assert Padded([1, 2]) == [1, 2];
  assert Padded([1, 2], n := 1) == [1];
  assert Padded([true], [false]) == [true, false];
  assert Node(3) == Node(3, Leaf, Leaf);
  assert Node(3, Node(4)).right.value == 4;
  assert |Stack<int>.Stack().items| == 0;
  assert Stack([true]).Push(false).items == [false, true];
  var c := Copy([1, 2]);
  assert c == [1, 2];
  var d := Copy(['a'], {'a'});
  assert d == ['a'];                           // error[assertion]
  assert Padded([1], [2], n := 3) == [1, 2];   // error[precondition]
}
