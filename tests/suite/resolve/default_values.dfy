// run: resolve
// Default values fit their parameters and may mention others, but not themselves.
function Span(low: int := 0, high: int := low + 10): int { high - low }

method Fine() {
  assert Span() == Span(3) == Span(high := 10) == 10;
}

function Wrong(x: int := true): int { x }   // error[type]: "default-value expression (of type 'bool') is not assignable to formal (of type 'int')"

function Round(x: int := y, y: int := x): int { x }  // error[misplaced]: "default-value expressions for parameters contain a cycle"

function Named(nameonly x: int, y: int): int { x }   // error[misplaced]: "this parameter has to be nameonly"

// Nor may a call leave out what its own default value stands for.
function Own(n: nat := Own(Own())): nat { n }  // error[misplaced]: "default-valued expressions are cyclicly dependent; this is not allowed, since it would cause infinite expansion"
ghost function First(m: nat := Second(), n: nat := 3): int
ghost function Second(m: nat := 10, n: nat := First()): int  // error[misplaced]: "cyclicly dependent"
datatype Cell = Cell(value: int := Cell().value)  // error[misplaced]: "cyclicly dependent"
function Given(n: nat := Given(Given(7))): nat { n }
method Uses(n: int := Own() + First(1, 2)) {}
