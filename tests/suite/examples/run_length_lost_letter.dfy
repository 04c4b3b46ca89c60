// The mistake: a letter that continues a run is not counted.
datatype Run = Run(letter: char, count: nat)

function Repeat(letter: char, count: nat): string
  decreases count
{
  if count == 0 then "" else [letter] + Repeat(letter, count - 1)
}

function Decode(code: seq<Run>): string
  decreases |code|
{
  if code == [] then "" else Repeat(code[0].letter, code[0].count) + Decode(code[1..])
}

function Put(letter: char, code: seq<Run>): seq<Run> {
  if code != [] && code[0].letter == letter then
    [Run(letter, code[0].count)] + code[1..]
  else
    [Run(letter, 1)] + code
}

lemma DecodePut(letter: char, code: seq<Run>)
  ensures Decode(Put(letter, code)) == [letter] + Decode(code)
{  // refuted[postcondition]
  if code == [] || code[0].letter != letter {
    assert Put(letter, code)[1..] == code;
    assert Repeat(letter, 1) == [letter] + Repeat(letter, 0);
  }
}
