// A datatype has to have a value.
datatype Loop = Loop(before: Loop)  // error[type]: "because of cyclic dependencies among constructor argument types, no instances of datatype 'Loop' can be constructed"
datatype Ping = Ping(Pong)  // error[type]: "because of cyclic dependencies"
datatype Pong = Pong(Ping, int)  // error[type]: "because of cyclic dependencies"
datatype Rose = Rose(seq<Rose>)
