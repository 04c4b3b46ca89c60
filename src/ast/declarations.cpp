// Small questions about declarations.
#include "ast/declarations.h"

#include <algorithm>

namespace daphnia::ast {

bool has_modifier(const Decl& decl, ModifierKind kind) {
    return std::any_of(decl.modifiers.begin(), decl.modifiers.end(),
                       [&](const Modifier& modifier) { return modifier.kind == kind; });
}

} // namespace daphnia::ast
