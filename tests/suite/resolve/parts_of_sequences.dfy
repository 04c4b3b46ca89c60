// run: resolve
// Parts are taken of sequences and arrays, and their lengths are numbers.
method Parts(s: seq<int>, m: map<int, int>)
{
  var a := s[true : ];    // error[type]: "multi-element selection expression must have an integer or bitvector type (got bool)"
  var e := s[1 : true];   // error[type]: "type of right argument to + (bool) must agree with the result type (int)" error[type]
  var b := m[1 : 2];      // error[type]: "multi-selection of elements requires a sequence or array"
  var c: seq<int> := s[1 : 2];  // error[type] hint: "a part is written 's[a..b]'"
  var d: seq<int> := [s];       // error[type] hint: none
}
