// A value may not hold an infinite set of values like itself: there would be more sets than values.
datatype Sets = Sets(iset<Sets>)    // error[type]: "using the type being defined ('Sets') here would cause a logical inconsistency"
datatype Keys = Keys(imap<Keys, int>) // error[type]: "using the type being defined ('Keys') here would cause a logical inconsistency"
datatype Pairs = Pairs(iset<(int, Pairs)>) // error[type]: "using the type being defined ('Pairs') here would cause a logical inconsistency"
datatype Wrap<!T> = Wrap(iset<T>)
datatype Within = Within(Wrap<Within>) // error[type]: "using the type being defined ('Within') here would cause a logical inconsistency"
datatype Strict<T> = Strict(iset<T>) // error[type]: "formal type parameter 'T' is not used according to its variance specification"
datatype Values = None | Values(imap<int, Values>)
