// What can be wrong with members of newtypes and of abstract types.
newtype Byte = x: int | 0 <= x < 256 {
  const Half: int := this as int / 2
  function Next(): Byte requires this < 255 { this + 1 }
  function Next(): int { 0 }  // error[duplicate]: "duplicate member name: Next"
  static function Of(): Byte { this }  // error[misplaced]: "'this' is not allowed in a 'static' context"
  function Wrong(): Byte { this as int }  // error[type]
}
newtype Other = int
type Token {
  function Weight(): nat
}

method Use(b: Byte, n: int, o: Other, t: Token)
{
  var x := b.Missing;  // error[unresolved]: "type Byte does not have a member Missing"
  var y := Byte.Missing();  // error[unresolved]: "member 'Missing' does not exist in newtype 'Byte'"
  var z := Byte.Next();  // error[misplaced]: "accessing member 'Next' requires an instance expression"
  var v := n.Next();  // error[unresolved]
  var w := o.Next();  // error[unresolved]
  var u := t.Weight() + t.Height();  // error[unresolved]: "type Token does not have a member Height"
}
