// Lemmas over two states, proved once and used of any two of which one comes after the other.
class Account {
  var balance: int
  const limit: int

  constructor (limit: int)
    ensures balance == 0 && this.limit == limit
  {
    balance := 0;
    this.limit := limit;
  }

  twostate predicate Pays(amount: int)
    reads this
  {
    balance == old(balance) - amount
  }

  twostate lemma PaysNothing()
    requires unchanged(this)
    ensures Pays(0)
  {
  }

  method Pay(amount: int)
    modifies this
    ensures Pays(amount)
  {
    balance := balance - amount;
  }
}

twostate lemma Together(a: Account, b: Account, amount: int)
  requires a != b && a.Pays(amount) && b.Pays(-amount)
  ensures a.balance + b.balance == old(a.balance + b.balance)
{
}

method Transfer(a: Account, b: Account, amount: int)
  requires a != b
  modifies a, b
  ensures a.balance + b.balance == old(a.balance + b.balance)
{
  a.Pay(amount);
  label Paid:
  b.Pay(-amount);
  Together(a, b, amount);
  a.PaysNothing@Paid();
  assert a.Pays@Paid(0);
}

// With results, and what is proved of many objects at once.
twostate lemma Least(a: Account) returns (lower: int)
  ensures lower <= a.balance && lower <= old(a.balance)
{
  if a.balance < old(a.balance) {
    lower := a.balance;
  } else {
    lower := old(a.balance);
  }
}

twostate lemma AllStay(accounts: seq<Account>)
  requires forall i | 0 <= i < |accounts| :: unchanged(accounts[i])
  ensures forall i | 0 <= i < |accounts| :: accounts[i].Pays(0)
{
  forall i | 0 <= i < |accounts|
    ensures accounts[i].Pays(0)
  {
    accounts[i].PaysNothing();
  }
}

method Uses(a: Account, accounts: seq<Account>)
  requires a !in accounts
  modifies a
{
  var other := new Account(7);
  a.Pay(3);
  var lower := Least(a);
  assert lower <= old(a.balance) - 3;
  AllStay(accounts);
  assert |accounts| > 1 ==> accounts[1].Pays(0);
  assert (AllStay(accounts); |accounts| > 0 ==> accounts[0].Pays(0));
}

// Their own measure, which may speak of either state.
twostate function Paid(accounts: seq<Account>): int
  reads accounts
{
  if accounts == [] then 0 else old(accounts[0].balance) - accounts[0].balance + Paid(accounts[1..])
}

twostate lemma NobodyPays(accounts: seq<Account>)
  requires forall i | 0 <= i < |accounts| :: unchanged(accounts[i])
  ensures Paid(accounts) == 0
{
  if accounts != [] {
    NobodyPays(accounts[1..]);
  }
}

twostate lemma OneAfterTheOther(a: Account, n: nat)
  requires old(a.balance) == n
  decreases old(a.balance)
  ensures n >= 0
{
}

// Previous states within a proof about two states: what is before a label is before what follows.
twostate lemma Steps(a: Account)
  requires a.Pays(1)
  ensures a.Pays(1)
{
  label Here:
  a.PaysNothing@Here();
  assert a.Pays@Here(0);
  calc {
    old(a.balance) - 1;
    a.balance;
  }
}
