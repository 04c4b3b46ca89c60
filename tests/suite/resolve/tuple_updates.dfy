// run: resolve
// What an update of a tuple may name, and what may be put there.
method Updates(t: (int, bool), ghost n: int, g: (int, ghost int))
{
  var a := t.(2 := 3);          // error[unresolved]: "member '2' does not exist"
  var b := t.(0 := 1, 0 := 2);  // error[unresolved]: "duplicate update member '0'"
  var c := t.(0 := true);       // error[type]: "type of new value (bool) does not match the type of the member (int)"
  var d := t.(x := 1);          // error[unresolved]
}
