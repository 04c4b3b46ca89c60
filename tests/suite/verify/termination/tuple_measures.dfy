// Tuples in measures: only an equal tuple lets a later part decide, and tuples of other types end the comparison.
lemma Down(x: (int, int), y: int)
  decreases x, y
{
  if y > 0 {
    Down(x, y - 1);
    Up(x.0, x, y - 1);  // error[decreases]
  }
}

lemma Up(z: int, x: (int, int), y: int)
  decreases (x.0, x.1, true), y
{
  if y > 0 {
    Down(x, y - 1);  // error[decreases]
  }
}
