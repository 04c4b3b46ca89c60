method Forever()
  decreases *
{
  while true
    decreases *
  {
  }
}

method Caller()
{
  Forever();  // error[decreases-star]: "a call to a possibly non-terminating method"
}

method Loop()
{
  while true
    decreases *  // error[decreases-star]: "a possibly infinite loop is allowed only if"
  {
  }
}

method ForLoop()
{
  for i := 0 to * {  // error[decreases-star]
  }
}

function Star(x: int): int
  decreases *  // error[decreases-star]
{
  x
}

lemma StarLemma(x: int)
  decreases *  // error[decreases-star]
{
}

ghost method StarGhost(x: int)
  decreases *  // error[decreases-star]
{
}
