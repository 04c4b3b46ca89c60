// A number that is written fits the bitvector that is expected of it.
newtype Flags = b: bv8 | true

method Sizes() returns (z: bv0, f: Flags)
{
  z := 0;
  z := 1;  // error[type]: "literal (1) is too large for the bitvector type bv0"
  f := 256;  // error[type]: "literal (256) is too large for the bitvector type Flags"
}
