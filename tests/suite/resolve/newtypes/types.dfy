// A newtype and its base are different types.
newtype Byte = x: int | 0 <= x < 256
newtype Word = x: Byte | x < 16
newtype {:nativeType "byte"} Native = x: int | 0 <= x < 256
newtype NotNumeric = s: seq<int> | |s| > 0  // error[type]: "newtypes must be based on some numeric type (got seq<int>)"
newtype NotBool = x: int | x + 1  // error[type]: "newtype constraint must be of type bool (instead got int)"
