// The mistake: the writer begins with the last digit, the reader with the first.

type Byte = b: int | 0 <= b < 256

function Write(n: nat): seq<Byte>
  requires n < 65536
{
  [n % 256, n / 256]
}

function Read(bytes: seq<Byte>): nat
  requires |bytes| == 2
{
  256 * bytes[0] + bytes[1]
}

lemma ReadWrite(n: nat)
  requires n < 65536
  ensures Read(Write(n)) == n
{  // refuted[postcondition]
}
