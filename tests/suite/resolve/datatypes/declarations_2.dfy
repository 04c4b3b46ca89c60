// Static errors of fields and members.
datatype Shared = A(x: int) | B(x: bool)  // error[type]: "shared destructors must have the same type, but 'x' has type 'int' in constructor 'A' and type 'bool' in constructor 'B'"
datatype Field = C(y: int, y: int)  // error[duplicate]: "duplicate parameter name: y"
datatype Hidden = D(ghost z: int) | E(z: int)  // error[type]: "shared destructors must agree on whether or not they are ghost"
datatype Box = Box(content: int) {
  function Get(): int { this.content }
  static function Bad(): int { content }  // error[misplaced]: "'this' is not allowed in a 'static' context"
  static function Worse(b: Box): int { Get() + b.Get() }  // error[misplaced]: "'this' is not allowed in a 'static' context"
}
datatype Case = Case(of: int) {
  function of(): int { 0 }  // error[duplicate]: "duplicate member name: of"
}
datatype Box = Other  // error[duplicate]: "duplicate name of top-level declaration: Box"
