// run: resolve
// Default values fit their parameters and may mention others, but not themselves.
function Span(low: int := 0, high: int := low + 10): int { high - low }

method Fine() {
  assert Span() == Span(3) == Span(high := 10) == 10;
}

function Wrong(x: int := true): int { x }   // error[type]: "default-value expression (of type 'bool') is not assignable to formal (of type 'int')"

function Round(x: int := y, y: int := x): int { x }  // error[misplaced]: "default-value expressions for parameters contain a cycle"

function Named(nameonly x: int, y: int): int { x }   // error[misplaced]: "this parameter has to be nameonly"
