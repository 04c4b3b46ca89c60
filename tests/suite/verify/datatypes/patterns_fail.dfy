// Values that no case is for, conditions in cases that do not hold, cases that are never reached.
datatype Color = Red | Green | Blue
datatype Pair = Pair(int, Color)

function Number(n: int): nat {
  match n  // error[match-case]
  case 0 => 1
  case 1 => 2
}

method Nested(p: Pair) {
  match p {  // error[match-case]: "missing case in match statement: Pair(_, Blue)"
    case Pair(_, Red) =>
    case Pair(0, Green) => assert p != Pair(0, Blue);
    case Pair(n, Green) => assert n > 0;  // error[assertion]
  }
}

function Redundant(c: Color): int {
  match c
  case Red => 0
  case _ => 1
  case Green => 2  // warning[redundant]: "this branch is redundant"
}

lemma NoCase(c: Color) {
  match c {  // error[match-case]
  }
}

lemma Order(c: Color)
  ensures c != Red || match c case Green => false case _ => true
  ensures match c case Red | Green => true case Blue => false
{  // error[postcondition]
}
