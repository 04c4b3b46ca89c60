// The mistake: whoever reads a field does not ask whether anything comes after it.
// Then many inputs give the same field, and only one of them was written.

datatype Result<T> = Success(value: T) | Failure(error: string)

function WriteField(field: seq<int>): seq<int>
{
  [|field|] + field
}

function ReadField(input: seq<int>): Result<seq<int>>
{
  if input == [] || !(0 <= input[0] < |input|) then Failure("the input ends too early")
  else Success(input[1..][..input[0]])
}

lemma WriteRead(input: seq<int>)
  ensures ReadField(input).Success? ==> WriteField(ReadField(input).value) == input
{  // refuted[postcondition]
}
