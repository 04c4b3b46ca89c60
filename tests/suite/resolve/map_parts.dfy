// run: resolve
// What a program computes as a set has to be comparable; ghost code may speak of any set.
method Parts(m: map<int, int -> int>, n: map<int, int>)
{
  var keys := m.Keys;
  var values := m.Values;        // error[characteristic]: "cannot compute the set of Values" error[characteristic]
  var items := m.Items;          // error[characteristic]: "cannot compute the set of Items" error[characteristic]
  var numbers := n.Values;
  ghost var functions := m.Values;
}
