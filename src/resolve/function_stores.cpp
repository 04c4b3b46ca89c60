#include "resolve/function_stores.h"

#include "typed/parts.h"
#include "typed/type_uses.h"

#include <algorithm>

namespace daphnia::resolve {

using typed::Type;
using typed::TypeKind;

namespace {

bool holds_reading_function(const Type& type) {
    return typed::has_part(
        type, [](const Type& part) { return part.kind == TypeKind::Arrow && part.arrow == typed::ArrowKind::General; });
}

// Whether objects of the class, or of some trait, stand left of an arrow in the type.
bool takes_objects_of(const Type& declared, const Type& klass, bool left) {
    const Type type = typed::carrier(declared);
    if (left && typed::is_class(type) && (typed::non_null(type) == typed::non_null(klass) || type.klass->trait)) {
        return true;
    }
    return std::any_of(type.arguments.begin(), type.arguments.end(), [&](const Type& argument) {
        return takes_objects_of(argument, klass, left || type.kind == TypeKind::Arrow);
    });
}

// The class in whose objects a field is assigned; nothing for another target. Before `new;` a field is a variable.
std::optional<Type> object_of(const typed::Target& target, const typed::Method* method) {
    if (const auto* field = std::get_if<typed::FieldTarget>(&target.node)) {
        return typed::carrier(field->object->type);
    }
    const auto* variable = std::get_if<typed::VariableTarget>(&target.node);
    const bool cell = variable != nullptr && variable->variable->kind == typed::VariableKind::Cell;
    return cell && method != nullptr ? std::optional(method->results.front()->type) : std::nullopt;
}

} // namespace

void check_function_stores(const typed::Program& program, Reporter& reporter) {
    for (const typed::Declaration& declaration : program.declarations) {
        const auto* const method = std::get_if<std::unique_ptr<typed::Method>>(&declaration);
        const auto check = [&](const typed::Stmt& stmt) {
            const auto* assign = std::get_if<typed::Assign>(&stmt.node);
            for (std::size_t i = 0; assign != nullptr && i < assign->targets.size(); ++i) {
                const auto* value = std::get_if<typed::ExprPtr>(&assign->values[i].node);
                const std::optional<Type> object =
                    object_of(assign->targets[i], method == nullptr ? nullptr : method->get());
                const bool stored = object || std::holds_alternative<typed::ElementTarget>(assign->targets[i].node);
                if (value == nullptr || !stored) {
                    continue;
                }
                if (holds_reading_function((*value)->type)) {
                    reporter.error(Rule::RecursiveValue, stmt.range,
                                   "To prevent the creation of non-terminating functions, storing functions with read "
                                   "effects into memory is disallowed");
                } else if (object && takes_objects_of((*value)->type, *object, false)) {
                    reporter.error(Rule::RecursiveValue, stmt.range,
                                   "To prevent the creation of non-terminating functions, storing functions into an "
                                   "object's fields that reads the object is disallowed");
                }
            }
        };
        const typed::Children visit{[](const typed::Expr&) {}, check};
        typed::for_each_below(declaration, typed::Part::All, visit);
    }
}

} // namespace daphnia::resolve
