// The mistake: the layers are taken off in the order in which they were put on.

ghost function Encrypt(key: int, plain: seq<int>): seq<int>

ghost function Decrypt(key: int, secret: seq<int>): seq<int>

lemma {:axiom} DecryptEncrypt(key: int, plain: seq<int>)
  ensures Decrypt(key, Encrypt(key, plain)) == plain

lemma InOrder(first: int, second: int, plain: seq<int>)
{
  var secret := Encrypt(second, Encrypt(first, plain));
  calc {
    Decrypt(first, Decrypt(second, secret));
  ==  { DecryptEncrypt(second, Encrypt(first, plain)); }
    Decrypt(first, Encrypt(first, plain));
  ==  { DecryptEncrypt(first, plain); }
    plain;
  }
  calc {
    Decrypt(second, Decrypt(first, secret));
  ==  { DecryptEncrypt(first, plain); }
    Decrypt(second, Encrypt(second, plain));  // unproved[calc-step]
  ==  { DecryptEncrypt(second, plain); }
    plain;
  }
}
