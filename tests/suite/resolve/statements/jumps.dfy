method Outside()
{
  break;  // error[misplaced]: "allowed only in loops"
}

method TooFar()
{
  while true {
    break break;  // error[misplaced]
  }
}

method UnknownLabel()
{
  while true {
    break nowhere;  // error[unresolved]
  }
}

method ContinueOfABlock()
{
  label here: {
    continue here;  // error[misplaced]
  }
}

method Twice()
{
  label one: {
    label one: {  // error[duplicate]: "label shadows an enclosing label"
    }
  }
}

method OutOfAProof(n: nat)
{
  var i := 0;
  while i < n {
    i := i + 1;
    assert i > 0 by {
      break;  // error[misplaced]
    }
  }
}
