// The mistake: nothing says that there is a key for each frame.

ghost function Encrypt(key: int, plain: seq<int>): seq<int>

ghost function EncryptAll(keys: seq<int>, frames: seq<seq<int>>): seq<seq<int>>
  decreases |frames|
{
  if frames == [] then []
  else [Encrypt(keys[0], frames[0])] +  // refuted[index-range]
    EncryptAll(keys[1..], frames[1..])
}

ghost function EncryptEach(keys: seq<int>, frames: seq<seq<int>>): seq<seq<int>>
  requires |keys| == |frames|
  decreases |frames|
{
  if frames == [] then []
  else [Encrypt(keys[0], frames[0])] + EncryptEach(keys[1..], frames[1..])
}

lemma OneKeyForAll(key: int, frames: seq<seq<int>>)
{
  var secret := EncryptEach([key], frames);  // refuted[precondition]
}
