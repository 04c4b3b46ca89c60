method Upwards(x: int) {
  assert x - 1 decreases to x;              // refuted[assertion]
}

method InSteps(x: real) {
  assert x decreases to x - 1.0;
  assert x decreases to x - 0.5;            // refuted[assertion]
}

method FirstDecides(x: int, y: int) {
  assert (x, y - 1 decreases to x, y);      // refuted[assertion]
}

method Mixed(x: nat, b: bool) {
  assert x + 1 decreases to b;              // refuted[assertion]
}

method Same(x: int) {
  assert x nonincreases to x;
  assert x nonincreases to x + 1;           // refuted[assertion]
}

method PartWithoutMeaning(s: seq<int>, i: int) {
  assert s[i] nonincreases to s[i];         // error[index-range]
}
