// Types that speak of ever larger types.
datatype Nested<T> = Flat(T) | Deeper(Nested<seq<T>>)  // error[unsupported]: "datatypes that are made of themselves with ever larger type arguments are not supported yet"
datatype Swap<A, B> = Stop | Go(Swap<B, A>)
