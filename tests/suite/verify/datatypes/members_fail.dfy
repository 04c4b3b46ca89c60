// Members whose contracts are not kept, and calls that do not meet them.
datatype Box = Empty | Full(content: int) {
  const Size: nat := if Full? then content else 0  // error[subset]

  function Get(): int
    requires Full?
  {
    content
  }

  function Again(): int
  {
    this.Again()  // error[decreases]
  }

  method Take() returns (x: int)
    ensures x > 0
  {  // error[postcondition]
    x := if Empty? then 1 else content;
  }

  static predicate Positive(b: Box) {
    b.content > 0  // error[destructor]
  }
}

method Use(b: Box) {
  var x := b.Get();  // error[precondition]
  assert b.Full? ==> b.Get() == b.content;
  assert b.Empty?;  // error[assertion]
}
