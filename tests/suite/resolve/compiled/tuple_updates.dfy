// run: resolve
// Ghost components of tuples may be given ghost values, others not.
method Updates(t: (int, ghost int), ghost n: int) returns (r: (int, ghost int))
{
  r := t.(1 := n);
  r := t.(0 := n);  // error[ghost]
}
