// The mistake: what belongs to the inner link does not belong to the one around it. It may not look at it then, and nothing says
// that a link around a link around a link comes to an end.
trait Link {
  ghost var Repr: set<object>

  ghost predicate Valid()
    reads this, Repr
    ensures Valid() ==> this in Repr
    decreases Repr
}

class Around extends Link {
  const inner: Link

  constructor (inner: Link)
    requires inner.Valid()
    ensures Valid() && fresh(Repr - {inner})
  {
    this.inner := inner;
    Repr := {this, inner};
  }

  ghost predicate Valid()
    reads this, Repr
    ensures Valid() ==> this in Repr
    decreases Repr
  {
    this in Repr && inner in Repr &&
    inner.Valid() // error[reads] error[decreases]
  }
}
