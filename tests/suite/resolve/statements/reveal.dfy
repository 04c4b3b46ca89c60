// run: resolve
// What can be revealed: opaque functions and constants, labels of assertions and preconditions that dominate.
module A {
  opaque function F(): int { 1 }
  const {:opaque} c := 2
  opaque function Body(): int
  function G(): int { 3 }
  method M() { }
}

method Reveal(x: int)
  requires Given: x > 0
{
  reveal A.F(), A.F, A.c;
  reveal A.G();                     // is known anyway
  reveal Given;
  reveal *;
  reveal A.Body();                  // error[misplaced]: "function 'A.Body' cannot be revealed, because it has no body"
  reveal A.M();                     // error[misplaced]: "only functions and constants can be revealed"
  reveal A.Nothing();               // error[unresolved]: "cannot reveal 'A.Nothing'"
  reveal x;                         // error[unresolved]: "cannot reveal 'x' because no revealable constant, function, assert label, or requires label in the current scope is named 'x'"
  if x > 1 {
    assert Inner: x > 1;
    reveal Inner;
  }
  reveal Inner;                     // error[unresolved]
  label State: assert true;
  reveal State;                     // error[unresolved]
  hide A.G;                         // error[unsupported]: "hide statements are not supported yet"
}

opaque method N() { }               // error[misplaced]: "only functions and constants can be declared 'opaque'"

lemma {:fuel A.G, 3} Fuel() { }
lemma {:fuel A.M, 3} NoFuel() { }   // error[unresolved]: "there is no function of this name: A.M"
