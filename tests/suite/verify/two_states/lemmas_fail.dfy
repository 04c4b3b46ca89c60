// Lemmas over two states that are wrong, or used where they say nothing.
class Account {
  var balance: int

  twostate predicate Pays(amount: int)
    reads this
  {
    balance == old(balance) - amount
  }
}

twostate lemma Never(a: Account)
  ensures a.Pays(0)
{ // error[postcondition]
}

twostate lemma Positive(a: Account, amount: int)
  requires amount > 0 && a.Pays(amount)
  ensures a.balance < old(a.balance)
{
}

method Wrong(a: Account)
  modifies a
{
  a.balance := a.balance - 1;
  label One:
  a.balance := a.balance + 1;
  Positive@One(a, 1); // refuted[precondition]
}

method Rights(a: Account)
  modifies a
{
  label Start:
  a.balance := a.balance - 1;
  Positive(a, 1);
  Positive@Start(a, 1);
  assert old(a.balance) == a.balance; // refuted[assertion]
}

twostate lemma Descends(a: Account)
  ensures a.Pays(0)
  decreases a.balance
{
  Descends(a); // refuted[decreases]
}

twostate lemma ByInduction(accounts: seq<Account>)
  ensures Paid(accounts) == 0
{ // error[postcondition]
}

twostate function Paid(accounts: seq<Account>): int
  reads accounts
{
  if accounts == [] then 0 else old(accounts[0].balance) - accounts[0].balance + Paid(accounts[1..])
}

twostate function Endless(accounts: seq<Account>): int
  reads accounts
{
  Endless(accounts) + 1 // refuted[decreases]
}

// A measure that looks back is evaluated before anything else.
twostate lemma Shrinks(a: Account)
  ensures a.balance <= 0
  decreases old(a.balance)
{ // refuted[postcondition]
}
