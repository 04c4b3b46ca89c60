// The mistake: a second array is written, and the modifies clause names one only.

method Store(slots: array<seq<int>>, filled: array<bool>, number: nat, payload: seq<int>)
  requires number < slots.Length && number < filled.Length
  modifies slots
  ensures slots[number] == payload && filled[number]
{
  slots[number] := payload;
  filled[number] := true;  // refuted[modifies]
}

method Clear(filled: array<bool>)
  modifies filled
  ensures forall i :: 0 <= i < filled.Length ==> !filled[i]
{
  forall i | 0 <= i < filled.Length {
    filled[i] := false;
  }
}

method Restart(slots: array<seq<int>>, filled: array<bool>)
  modifies slots
{
  Clear(filled);  // refuted[modifies]
}
