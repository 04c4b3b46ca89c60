// A datatype has to have a value, whatever its type arguments are.
datatype Box<T> = Box(content: T)
datatype Option<T> = None | Some(T)
datatype Loop<T> = Loop(T, Loop<T>)  // error[type]: "because of cyclic dependencies among constructor argument types, no instances of datatype 'Loop' can be constructed"
datatype Boxed = Boxed(Box<Boxed>)  // error[type]: "because of cyclic dependencies"
datatype Optional = Optional(Option<Optional>)
datatype InSeq<T> = InSeq(T, seq<InSeq<T>>)
