// Instances must be finitely many.
function Deep<T>(x: T, n: nat): int
{
  if n == 0 then 0 else Deep([x], n - 1)  // error[unsupported]: "calls with ever larger type arguments (polymorphic recursion) are not supported yet"
}

function Other<T>(x: T, n: nat): int
{
  if n == 0 then 0 else Other(n, n - 1) + Other(x, n - 1)
}
