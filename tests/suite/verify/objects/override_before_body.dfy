// run: verify --resource-limit 300000
// A hard body takes nothing from the comparison of its contract with that of the trait.
trait Counter {
  ghost var repr: set<object>
  var steps: nat

  method Advance(step: nat, times: nat) returns (total: nat)
    requires this in repr && step > 2
    modifies repr
    ensures this in repr && fresh(repr - old(repr))
    ensures total == step
    decreases repr
}

class Plain extends Counter {
  method Advance(step: nat, times: nat) returns (total: nat)
    requires this in repr && step > 2
    modifies repr
    ensures this in repr && fresh(repr - old(repr))
    ensures total == step
    decreases repr
  {
    total := step;
    assert step * step * step * step + times * times * times * times * times != total * total * total * step * step * step + 7; // exhausted[assertion]
  }
}
