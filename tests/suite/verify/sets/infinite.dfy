// Sets and maps that may be infinite: no size, everything else.

ghost const naturals: iset<int> := iset x: int | x >= 0
ghost const squares: imap<int, int> := imap x: int | x >= 0 :: x * x

lemma Members(x: int)
{
  assert 5 in naturals && -1 !in naturals;
  assert 3 in squares && squares[3] == 9;
  assert squares.Keys == naturals;
  assert -1 !in squares;
}

lemma Operators(a: iset<int>, b: iset<int>, x: int)
{
  assert a + b == b + a && a * b <= a && a - b !! b;
  assert x in a ==> a + iset{x} == a;
  assert a <= b && b <= a ==> a == b;
  assert iset{1, 2} == iset{2, 1};
  assert iset{} <= a;
}

lemma Maps(m: imap<int, bool>, n: imap<int, bool>, k: int)
{
  assert m[k := true][k];
  assert k in m + n <==> k in m || k in n;
  assert k in n ==> (m + n)[k] == n[k];
  assert k in m ==> m[k] in m.Values && (k, m[k]) in m.Items;
  assert (m - iset{k}).Keys == m.Keys - iset{k};
  assert imap[1 := true][1];
}

lemma Evens()
{
  var evens := iset x: int | x % 2 == 0;
  var doubles := iset x: int :: 2 * x;
  forall y | y in evens
    ensures y in doubles
  {
    assert y == 2 * (y / 2);
  }
  assert evens == doubles;
}

lemma Choice()
{
  var x :| x in naturals && x > 10;
  var y :| y in naturals && y < 0;  // error[assign-such-that]
}

lemma Fails(a: iset<int>)
{
  assert a < a + iset{1};  // error[assertion]
}

lemma Selection(m: imap<int, int>)
{
  var x := m[0];  // error[element-in-domain]
}

ghost function Down(a: iset<int>): int
  decreases a
{
  if a == iset{} then 0 else Down(a - iset{1})  // error[decreases]
}

method Main()
{
  print iset{2, 1}, " ", imap[1 := 'a'], "\n";
}
