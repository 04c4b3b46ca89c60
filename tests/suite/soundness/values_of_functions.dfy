// The domain of a function as a value is framed, too: its precondition reads what its frame names, also where it fails.
class O {
  ghost var repr: set<object>
  var v: int

  constructor () { }

  function Careful(): int
    requires v == 1 // error[reads]
    reads if v == 1 then {this} else {}
  {
    3
  }

  ghost predicate Valid()
    reads this, repr
  {
    this in repr && v == 1
  }

  ghost function Get(): int
    requires Valid() // error[reads]
    reads repr
  {
    v
  }

  ghost function Named(): int
    requires Valid()
    reads this, repr
  {
    v
  }
}

method Carried(o: O) {
  var f := o.Careful;
}

method Style(o: O) {
  ghost var f := o.Get;
}

method Right(o: O)
  modifies o
{
  ghost var f := o.Named;
  o.v := 1;
  o.repr := {o};
  assert f.requires() && f() == 1;
  assert f() == 2; // error[assertion]
}
