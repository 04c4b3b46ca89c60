// run: resolve
// What Dafny's rules refuse of sets and multisets.

method Types(s: set<int>, m: multiset<int>, q: seq<int>, b: bool)
{
  var x := s + m;       // error[type]
  var y := 'c' in s;    // error[type]: "expecting element type to be assignable to int (got char)"
  var z := q !! q;      // error[type]: "arguments must be of a set or multiset type"
  var u := m[3 := b];   // error[type]
  var v := s[3];        // error[type]
  var w := multiset(3); // error[type]
  var t := {1, 'c'};    // error[type]
}
