// run: resolve
// Arrays of several dimensions: how many indices, what lengths, which types.

method Indices(m: array2<int>, a: array<int>, rows: seq<seq<int>>, s: string) returns (x: int) {
  x := m[0];        // error[type]: "element selection requires a sequence, array, multiset, or map (got array2<int>)" hint: "2 indices"
  x := m[0, 0, 0];  // error[type]: "array selection requires an array3 (got array2<int>)"
  x := a[0, 0];     // error[type]: "array selection requires an array2 (got array<int>)"
  x := rows[0, 1];  // error[type]: "array selection requires an array2 (got seq<seq<int>>)" hint: "a[i][j]"
  x := m[0, true];  // error[type]: "array selection requires integer- or bitvector-based numeric indices (got bool for index 1)"
  x := m[s, 0];     // error[type]: "(got string for index 0)"
}

method Targets(m: array2<int>, a: array<int>) {
  m[0] := 1;          // error[type]: "LHS of array assignment must denote an array element (found array2<int>)"
  a[0, 1] := 1;       // error[type]: "array selection requires an array2 (got array<int>)"
  m[0, 1] := true;    // error[type]
  m[0, 'a'] := 1;     // error[type]: "(got char for index 1)"
}

method Lengths(m: array2<int>, a: array<int>) returns (x: int) {
  x := m.Length;    // error[unresolved] hint: "Length0"
  x := m.Length2;   // error[unresolved] hint: "Length"
  x := a.Length0;   // error[unresolved] hint: "'Length'"
  x := |m|;         // error[type]: "size operator expects a collection argument" hint: "'a.Length0', 'a.Length1', …"
  m.Length0 := 3;   // error[mutability]
}

method Sizes(n: int, b: bv8) {
  var m := new int[n, true];       // error[type]: "new must use an integer-based expression for the array size (got bool for index 1)"
  var k := new int[n, n](i => i);  // error[type]: "a function of 2 indices is expected here, but this one has 1 parameter"
  var l := new int[n]((i, j) => i);  // error[type]: "a function of one index is expected here, but this one has 2 parameters"
  var o := new int[n, n]((i, j) => i == j);  // error[type]: "array-allocation initialization expression expected to have type '(nat, nat) ~> int' (instead got '(nat, nat) ~> bool')"
}

method Slices(m: array2<int>) returns (s: seq<int>) {
  s := m[..];   // error[type]: "multi-selection of elements requires a sequence or array (got array2<int>)"
  s := m[0..];  // error[type]
}

method Types(m: array2<int>, n: array3<int>, k: array2<nat>, c: array2?<int>) returns (o: array2<int>) {
  o := n;  // error[type]
  o := k;  // error[type]
  o := c;
  var same := m == n;  // error[type]
}
