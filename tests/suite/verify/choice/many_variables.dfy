// Some of the many ways to choose are tried, the likeliest first.
method Twelve(n: nat) returns (s: int)
  ensures s == 78
{
  var a, b, c, d, e, f, g, h, i, j, k, l :|
    a == 1 && b == 2 && c == 3 && d == 4 && e == 5 && f == 6 && g == 7 && h == 8 && i == 9 && j == 10 && k == 11 && l == 12;
  s := a + b + c + d + e + f + g + h + i + j + k + l;
}
method Ranges(n: nat)
{
  var a, b, c, d, e, f, g, h, i, j, k, l :|
    0 <= a <= n && 0 <= b <= n && 0 <= c <= n && 0 <= d <= n && 0 <= e <= n && 0 <= f <= n && 0 <= g <= n && 0 <= h <= n && 0 <= i <= n && 0 <= j <= n && 0 <= k <= n && 0 <= l <= n;
}
method Truths(p: bool)
{
  var a, b, c, d, e, f, g, h, i, j, k, l: bool :| (a || p) && (b || p) && c && d && e && f && g && h && !i && j && k && l;
}
function Chosen(n: nat): int
{
  var a, b, c, d, e, f, g, h, i, j, k, l :| a == n && b == n && c == n && d == n && e == n && f == n && g == n && h == n && i == n && j == n && k == n && l == n;
  a + b + c + d + e + f + g + h + i + j + k + l
}
