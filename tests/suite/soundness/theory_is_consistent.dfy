// Many facts about sequences, slices, updates and membership at once; none of them may give a contradiction.

lemma Everything(s: seq<int>, t: seq<int>, i: nat, j: nat, v: int)
  requires i <= j <= |s|
  requires i < |s|
  requires t <= s
  requires v in s
{
  var u := s[i..j] + t + [v] + s[..i];
  var w := u[0 := v][|u| - 1 := v];
  var c := seq(|u|, k => if k < |s| then s[k] else v);
  assert |w| == |u|;
  assert s[..i] + s[i..] == s;
  assert w[0] == v && v in w;
  assert |c| == |u|;
  assert s[i..j] <= s[i..];
  assert "abc" + "def" == "abcdef";
  assert false;  // error[assertion]
}

method Arrays(a: array<int>, b: array<int>, i: nat)
  requires i < a.Length == b.Length
  modifies a, b
{
  a[i] := 1;
  b[i] := 2;
  var c := new int[3] [1, 2, 3];
  var d := new array<int>[2] [a, c];
  d[0] := b;
  assert c[..] == [1, 2, 3];
  assert d[1] == c && fresh(c) && fresh(d);
  assert false;  // error[assertion]
}

ghost function Sum(s: seq<int>): int
{
  if s == [] then 0 else s[0] + Sum(s[1..])
}

lemma Recursion(s: seq<int>)
  requires |s| > 3
{
  assert Sum(s) == s[0] + Sum(s[1..]);
  assert Sum([]) == 0 && Sum([1]) == 1;
  assert false;  // error[assertion]
}

lemma Characters(c: char, s: string)
  requires 'a' <= c <= 'z' && c in s
{
  assert (c as int) as char == c;
  assert s != "";
  assert false;  // error[assertion]
}
