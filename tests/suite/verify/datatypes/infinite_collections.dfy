// Values of datatypes may hold infinite sets and maps; what an infinite map holds is not smaller than the value.
datatype Rule = Rule(allowed: iset<int>, costs: imap<int, int>)

ghost function Evens(): iset<int> { iset x: int | x % 2 == 0 }

lemma SameFieldsSameRule(a: Rule, b: Rule)
  requires forall x :: x in a.allowed <==> x in b.allowed
  requires a.costs == b.costs
  ensures a == b
{
  assert a.allowed == b.allowed;
}

lemma Made() {
  var rule := Rule(Evens(), imap x: int | x > 0 :: 2 * x);
  assert 4 in rule.allowed && 3 !in rule.allowed;
  assert rule.costs[5] == 10;
  assert rule.(allowed := iset{3}).allowed != rule.allowed by { assert 3 !in rule.allowed; }
}

lemma Different(a: Rule, b: Rule)
  requires a.allowed == b.allowed
{
  assert a == b; // error[assertion]: "assertion might not hold"
}

datatype Tree = Leaf | Node(children: imap<int, Tree>)

ghost function Depth(t: Tree): int {
  if t.Node? && 0 in t.children then 1 + Depth(t.children[0]) else 0 // error[decreases]: "cannot prove termination"
}
