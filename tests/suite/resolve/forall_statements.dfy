// run: resolve
// forall statements: bodies that assign, call, or prove.
lemma Known(k: nat) ensures k >= 0 { }

method Fine(a: array<int>, s: seq<int>)
  modifies a
{
  forall k | 0 <= k < a.Length {
    a[k] := k;
  }
  forall k: nat {
    Known(k);
  }
  forall k | 0 <= k < |s|
    ensures s[k] == s[k]
  {
  }
}

method Wrong(a: array<int>)
  modifies a
{
  var r := 0;
  forall k: int | k {            // error[type]: "range restriction in forall statement must be of type bool"
    a[k] := 1;
  }
  forall k | 0 <= k < 3
    ensures k                    // error[type]: "ensures condition is expected to be of type bool"
  {
  }
  forall k | 0 <= k < 3 {
    r := k;                      // error[misplaced]
  }
}
