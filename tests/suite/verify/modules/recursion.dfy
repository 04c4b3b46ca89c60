// Termination is shown within a module; modules depend on each other in one direction, so no cycle crosses them.
module Base {
  function Down(n: nat): nat { if n == 0 then 0 else Down(n - 1) }
  function Stuck(n: nat): nat { Stuck(n) }                  // error[decreases]
  lemma Circle(n: nat) ensures false { Circle(n); }         // error[decreases]
}

module User {
  import Base
  function Down(n: nat): nat { if n == 0 then Base.Down(n) else Down(n - 1) }
  lemma Same(n: nat) ensures Down(n) == Base.Down(n) { }
}
