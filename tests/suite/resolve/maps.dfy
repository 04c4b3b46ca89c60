// run: resolve
// What Dafny's rules refuse of maps and of possibly infinite sets.

method Types(m: map<int, bool>, i: iset<int>, n: imap<int, int>, q: seq<int>)
{
  var a := m['c'];               // error[type]
  var b := m[1 := 2];            // error[type]
  var c := m + map[1 := 'c'];    // error[type]
  var d := m - {'c'};            // error[type]
  var e := |i|;                  // error[type]
  var f := |n|;                  // error[type]
  var g := map[1 := 2, 'c' := 3]; // error[type]
  var h := m * m;                // error[type]
  var j := m <= m;               // error[type]
  var k := i + {1};              // error[type]
  var l: map<int> := map[];      // error[arity]
  var o := m.Length;             // error[unresolved]
  var p := multiset(i);          // error[type]
}
