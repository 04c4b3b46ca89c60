// Sequences that are made by an expression for each index.
#include "encode/vocabulary.h"

namespace daphnia::encode {

Term Vocabulary::comprehension(const typed::Type& seq_type, Term size, Term index, Term element) {
    const Lifted made = lifting_("comprehension", sort(seq_type), {index}, {size, element});
    const logic::Function symbol = store_.function(made.name, made.sorts(), sort(seq_type));
    if (made.is_new) {
        const logic::SeqTheory& theory = seq(seq_type);
        const Term applied = store_.apply(symbol, made.parameters);
        const Term own_size = made.parts[0];
        const Term zero = store_.integer(0);
        add_axiom(made.name + ".length", "a sequence comprehension has the given length",
                  store_.forall({made.name + ".length", made.parameters, {{applied}}, 0},
                                store_.implies(store_.less_equal(zero, own_size),
                                               store_.equal(store_.apply(theory.length, {applied}), own_size))));
        const Term i = made.bound.front();
        const Term at = store_.apply(theory.at, {applied, i});
        add_axiom(made.name + ".element", "its elements are given by the expression",
                  store_.forall({made.name + ".element", joined(made.parameters, {i}), {{at}}, 0},
                                store_.implies(store_.and_(store_.less_equal(zero, i), store_.less(i, own_size)),
                                               store_.equal(at, made.parts[1]))));
    }
    return store_.apply(symbol, made.arguments);
}

} // namespace daphnia::encode
