// run: resolve
// Set comprehensions have finitely many values, and nothing of compiled ones is ghost.

lemma Finite(s: set<int>, n: int)
{
  var a := set x: int | x > n;                // error[infinite-set]: "bounded set of values for 'x'"
  var b := set x: int | 0 < x < n && x !in s;
  var c := set x: bool | x;
  var d := set x, y | x in s && x < y < n :: x + y;
  var e := set x: seq<int> | |x| == n;        // error[infinite-set]
  var f := set x: set<int> | x <= s;
  var g := set x: set<int> | s <= x;          // error[infinite-set]
  var h := set x: set<int> | x < s || x == s; // error[infinite-set]
  var i := set x, y | y <= s && x <= y :: x;
  var j := set x, y: set<int> | x <= y :: x;  // error[infinite-set]
}

method Ghosts(ghost s: set<int>, n: int) returns (t: set<int>)
{
  t := set x | x in s;  // error[ghost]
}
