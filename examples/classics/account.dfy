// A bank account: the first object of a course.
class Account {
  var balance: nat
  ghost var deposits: seq<nat>

  constructor ()
    ensures balance == 0 && deposits == []
  {
    balance := 0;
    deposits := [];
  }

  method Deposit(amount: nat)
    modifies this
    ensures balance == old(balance) + amount && deposits == old(deposits) + [amount]
  {
    balance := balance + amount;
    deposits := deposits + [amount];
  }

  method Withdraw(amount: nat) returns (given: nat)
    modifies this
    ensures balance + given == old(balance)
    ensures given <= amount && deposits == old(deposits)
  {
    given := if amount < balance then amount else balance;
    balance := balance - given;
  }
}

method Transfer(from: Account, to: Account, amount: nat)
  requires from != to
  modifies from, to
  ensures from.balance + to.balance == old(from.balance + to.balance)
{
  var given := from.Withdraw(amount);
  to.Deposit(given);
}


method Main()
{
  var a := new Account();
  var b := new Account();
  a.Deposit(10);
  Transfer(a, b, 3);
  assert a.balance + b.balance == 10;
  print a.balance, " ", b.balance, "\n";
}
