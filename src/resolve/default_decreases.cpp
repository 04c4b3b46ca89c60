// See the header. Values of opaque types and functions have no order and are left out. Dafny puts the set of what a
// function reads in front; a smaller tuple of the rest is a smaller tuple either way, so that leaving it out is sound.
#include "resolve/default_decreases.h"

namespace daphnia::resolve {

typed::Decreases default_decreases(BodyResolver& body, const std::vector<typed::VariablePtr>& parameters,
                                   SourceRange range) {
    typed::Decreases result;
    result.inferred = true;
    result.range = range;
    for (const typed::VariablePtr& parameter : parameters) {
        const typed::TypeKind kind = typed::carrier(parameter->type).kind;
        if (kind != typed::TypeKind::Parameter && kind != typed::TypeKind::Arrow) {
            result.measures.push_back(body.read(*parameter, range).expr);
        }
    }
    return result;
}

} // namespace daphnia::resolve
