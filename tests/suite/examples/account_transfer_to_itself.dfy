// The account: whoever transfers to himself loses nothing, but the sum of both is not what it seems.
class Account {
  var balance: nat

  method Deposit(amount: nat)
    modifies this
    ensures balance == old(balance) + amount
  {
    balance := balance + amount;
  }

  method Withdraw(amount: nat)
    modifies this
    ensures balance == old(balance) - amount
  {
    balance := balance - amount; // error[subset]
  }
}

method Transfer(from: Account, to: Account, amount: nat)
  requires amount <= from.balance
  modifies from, to
  ensures to.balance == old(to.balance) + amount
{ // refuted[postcondition]
  from.Withdraw(amount);
  to.Deposit(amount);
}
