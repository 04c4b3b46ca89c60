// The mistake: the law says that decrypting undoes encrypting, and it is used as if encrypting undid
// decrypting. A cipher need not obey that: the data that arrives may be no encrypted frame at all.

ghost function Encrypt(key: int, plain: seq<int>): seq<int>

ghost function Decrypt(key: int, secret: seq<int>): seq<int>

lemma {:axiom} DecryptEncrypt(key: int, plain: seq<int>)
  ensures Decrypt(key, Encrypt(key, plain)) == plain

lemma Authentic(key: int, secret: seq<int>)
  ensures Encrypt(key, Decrypt(key, secret)) == secret
{  // unproved[postcondition]
  DecryptEncrypt(key, secret);
}
