// The mistake: row and column mixed up. Nobody who tries it on square matrices will notice.

method Transpose(a: array2<int>) returns (t: array2<int>)
  ensures t.Length0 == a.Length1 && t.Length1 == a.Length0
  ensures forall i, j :: 0 <= i < a.Length0 && 0 <= j < a.Length1 ==> t[j, i] == a[i, j]
{  // refuted[postcondition]
  t := new int[a.Length1, a.Length0];
  forall i, j | 0 <= i < a.Length1 && 0 <= j < a.Length0 {
    t[i, j] := a[i, j];  // refuted[index-range] refuted[index-range]
  }
}
