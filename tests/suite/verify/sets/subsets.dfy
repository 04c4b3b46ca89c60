// A finite set has finitely many subsets.
method Subsets(s: set<int>, f: set<set<int>>) returns (p: set<set<int>>, b: bool)
  ensures forall t :: t in p <==> t <= s
{
  p := set t: set<int> | t <= s;
  var m := map t | t <= s :: |t|;
  assert {} in m && m[{}] == 0;
  var pairs := set x, y | y in f && x <= y :: (x, y);
  assert forall y | y in f :: (y, y) in pairs;
  b := forall t | t <= s :: |t| >= 0;
  assert b;
  var some :| some <= s && |some| <= |s|;
  assert some in p;
}

lemma Finite<T>(s: set<T>)
  ensures |set t | t <= s| >= 1
{
  assert {} in (set t | t <= s);
}

method {:test} Counted()
{
  var p := set t: set<int> | t <= {1, 2, 3};
  expect |p| == 8;
  expect {} in p && {1, 3} in p;
  expect forall t | t <= {1, 2} :: |t| <= 2;
  expect exists t | t <= {1, 2} :: |t| == 2;
}

method Wrong(s: set<int>)
{
  assert |set t | t <= s| == |s|;  // error[assertion]
}
