// Several parts of a sequence at once, by their lengths.
method Parts(s: seq<int>, a: array<int>, n: nat)
  requires |s| == 10 && a.Length >= 3
  requires n <= 4
{
  var t := s[2 : 3 : 0];
  assert t == [s[..2], s[2..5], []];
  var u := s[n : n : ];
  assert |u| == 3 && u[0] + u[1] + u[2] == s;
  assert |u[1]| == n;
  assert s[4:] == [s[..4], s[4..]];
  var v := a[1 : 2];
  assert v == [[a[0]], [a[1], a[2]]];
  assert a[1 :][1] == a[1..];
}

newtype Small = n: int | 0 <= n < 100

method Numbers(s: seq<int>, two: Small)
  requires |s| == 10 && two == 2
{
  assert |s[0 : two : 3 :]| == 4 && s[0 : two : 3 :][3] == s[5..];
}

method Fail(s: seq<int>, n: int)
{
  if n >= 0 && |s| == 3 {
    var t := s[2 : 2];    // error[slice-range]
  } else if |s| == 3 {
    var t := s[2 : n :];  // error[slice-range]
  } else if n > 5 {
    var t := s[n : ];     // error[slice-range]
  }
}
