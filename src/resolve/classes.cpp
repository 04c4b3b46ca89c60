#include "resolve/classes.h"

#include "resolve/attribute_names.h"
#include "resolve/attributes.h"
#include "resolve/modules.h"
#include "resolve/type_parameters.h"
#include "typed/walk.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::resolve {

TypeEntry& declare_class(Globals& globals, Module& module, const ast::Decl& decl, const ast::ClassDecl& node,
                         typed::Program& program) {
    program.classes.push_back(std::make_unique<typed::Class>());
    typed::Class& klass = *program.classes.back();
    klass.name = qualified_name(module, node.name.text);
    klass.trait = node.is_trait;
    klass.range = decl.range;
    klass.name_range = node.name.range;
    klass.type_parameters = declare_type_parameters(globals, node.type_parameters, klass.name);
    module.datatypes.push_back(std::make_unique<TypeEntry>(TypeEntry{nullptr, nullptr, nullptr, &module}));
    TypeEntry& entry = *module.datatypes.back();
    entry.klass = &klass;
    entry.class_ast = &node;
    entry.declaration = &decl;
    globals.classes.emplace(&klass, &entry);
    globals.classes_in_order.push_back(&entry);
    return entry;
}

namespace {

// Dafny orders modules to see that programs terminate, and classes that extend traits of other modules turn that
// around; so a program has to say that this is meant. Here termination is proved over all modules, whatever it says.
bool may_extend(const TypeEntry& entry, const TypeEntry& trait) {
    return entry.module == trait.module ||
           std::any_of(trait.declaration->attributes.begin(), trait.declaration->attributes.end(),
                       [](const ast::Attribute& attribute) {
                           return name_of(attribute) == "termination" && is_false(attribute);
                       }) ||
           has_attribute(entry.declaration->attributes, "AssumeCrossModuleTermination");
}

void find_parents(Globals& globals, const TypeEntry& entry) {
    const Inside inside(globals, entry.module);
    const TypeScope types(globals, entry.klass->type_parameters);
    for (const ast::TypePtr& written : entry.class_ast->extends) {
        const std::optional<typed::Type> parent = resolve_type(globals, *written);
        if (!parent || typed::is_object(*parent)) { // what every class extends
            continue;
        }
        const char* const what = entry.klass->trait ? "trait" : "class";
        if (!typed::is_class(*parent) || !parent->klass->trait || parent->nullable) {
            globals.reporter.error(
                Rule::Type, written->range,
                fmt::format("a {} can only extend traits (found '{}')", what, typed::to_string(*parent)));
        } else if (!may_extend(entry, *globals.classes.at(parent->klass))) {
            globals.reporter.error(
                Rule::Misplaced, written->range,
                fmt::format("{0} '{1}' is in a different module than trait '{2}'. A {0} may only extend a trait in the "
                            "same module, unless the parent trait is annotated with {{:termination false}} or the {0} "
                            "with @AssumeCrossModuleTermination.",
                            what, typed::own_name(entry.klass->name), parent->klass->name));
        } else if (std::find(entry.klass->parents.begin(), entry.klass->parents.end(), *parent) ==
                   entry.klass->parents.end()) {
            entry.klass->parents.push_back(*parent);
        }
    }
}

// Whether one gets from the class back to it by what it extends.
bool extends_itself(const typed::Class& klass) {
    std::set<const typed::Class*> seen;
    std::vector<const typed::Class*> waiting{&klass};
    while (!waiting.empty()) {
        const typed::Class* const next = waiting.back();
        waiting.pop_back();
        for (const typed::Type& parent : next->parents) {
            if (parent.klass == &klass) {
                return true;
            }
            if (seen.insert(parent.klass).second) {
                waiting.push_back(parent.klass);
            }
        }
    }
    return false;
}

// A generic trait that is extended with different arguments would give every member twice.
void check_one_instance(Globals& globals, const typed::Class& klass) {
    const std::vector<typed::Type> all = typed::supertypes(typed::type_of(klass));
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            if (all[i].klass == all[j].klass) {
                globals.reporter.error(Rule::Type, klass.name_range,
                                       fmt::format("duplicate trait parents with the same head type must also have the "
                                                   "same type arguments; got {} and {}",
                                                   typed::to_string(all[i]), typed::to_string(all[j])));
                return;
            }
        }
    }
}

} // namespace

void complete_classes(Globals& globals) {
    for (const TypeEntry* entry : globals.classes_in_order) {
        find_parents(globals, *entry);
    }
    std::vector<typed::Class*> circular;
    for (const TypeEntry* entry : globals.classes_in_order) {
        if (extends_itself(*entry->klass)) {
            circular.push_back(entry->klass);
            globals.reporter.error(Rule::Type, entry->klass->name_range,
                                   fmt::format("the trait '{0}' extends itself: {0}", entry->klass->name));
        }
    }
    for (typed::Class* klass : circular) {
        klass->parents.clear();
    }
    for (const TypeEntry* entry : globals.classes_in_order) {
        check_one_instance(globals, *entry->klass);
    }
}

namespace {

// As Dafny's CheckDividedConstructorInitVisitor: before `new;` the object flows nowhere but into its own fields, and
// there it may be a part of values that do not look at it.
class FirstPhase {
  public:
    FirstPhase(const typed::Variable& object, Reporter& reporter) : object_(object), reporter_(reporter) {}

    void check(const typed::Stmt& stmt) {
        const auto* assign = std::get_if<typed::Assign>(&stmt.node);
        for (std::size_t i = 0; assign != nullptr && i < assign->targets.size(); ++i) {
            const auto* target = std::get_if<typed::VariableTarget>(&assign->targets[i].node);
            const auto* value = std::get_if<typed::ExprPtr>(&assign->values[i].node);
            if (value != nullptr && target != nullptr && target->variable->kind == typed::VariableKind::Cell) {
                in_field(**value);
            } else if (value != nullptr) {
                elsewhere(**value);
            }
        }
        if (assign == nullptr) {
            typed::for_each_child(stmt, {[this](const typed::Expr& expr) { elsewhere(expr); },
                                         [this](const typed::Stmt& child) { check(child); }});
        }
    }

  private:
    bool is_of_object(const typed::Expr& expr) const {
        const typed::Variable* const variable = typed::read_variable(expr);
        return variable != nullptr && (variable == &object_ || variable->kind == typed::VariableKind::Cell);
    }

    void in_field(const typed::Expr& expr) {
        if (is_of_object(expr)) {
            return;
        }
        const auto* binary = std::get_if<typed::Binary>(&expr.node);
        const auto* choice = std::get_if<typed::IfThenElse>(&expr.node);
        if (choice != nullptr) {
            elsewhere(*choice->condition);
            in_field(*choice->then);
            in_field(*choice->otherwise);
        } else if ((binary != nullptr && typed::is_collection(binary->left->type)) ||
                   std::holds_alternative<typed::SetDisplay>(expr.node) ||
                   std::holds_alternative<typed::SeqDisplay>(expr.node) ||
                   std::holds_alternative<typed::MapDisplay>(expr.node) ||
                   std::holds_alternative<typed::DatatypeValue>(expr.node)) {
            typed::for_each_child(expr, {[this](const typed::Expr& child) { in_field(child); }, {}});
        } else {
            elsewhere(expr);
        }
    }

    void elsewhere(const typed::Expr& root) {
        typed::for_each_below(root, {[this](const typed::Expr& expr) {
                                         if (is_of_object(expr)) {
                                             reporter_.error(Rule::Misplaced, expr.range,
                                                             "in the first division of the constructor body (before "
                                                             "'new;'), 'this' can only be used to assign to its "
                                                             "fields");
                                         }
                                     },
                                     {}});
    }

    const typed::Variable& object_;
    Reporter& reporter_;
};

// The statement at which `this` becomes an object.
bool makes_object(const typed::Stmt& stmt, const typed::Variable& object) {
    const auto* assign = std::get_if<typed::Assign>(&stmt.node);
    const auto* target =
        assign == nullptr ? nullptr : std::get_if<typed::VariableTarget>(&assign->targets.front().node);
    return target != nullptr && target->variable == &object;
}

} // namespace

void check_first_phases(const typed::Program& program, Reporter& reporter) {
    for (const typed::Declaration& declaration : program.declarations) {
        const auto* const method = std::get_if<std::unique_ptr<typed::Method>>(&declaration);
        if (method == nullptr || (*method)->kind != typed::MethodKind::Constructor || (*method)->body == nullptr) {
            continue;
        }
        const typed::Variable& object = *(*method)->results.front();
        for (const typed::StmtPtr& stmt : std::get<typed::Block>((*method)->body->node).statements) {
            if (makes_object(*stmt, object)) {
                break;
            }
            FirstPhase(object, reporter).check(*stmt);
        }
    }
}

void declare_class_field(Globals& globals, const ast::Decl& decl, const ast::Ident& name, const ast::Type* type,
                         bool constant, TypeEntry& owner) {
    const TypeScope types(globals, owner.klass->type_parameters, {&owner.klass->type_parameters, 0, {}});
    const std::optional<typed::Type> resolved = type == nullptr ? std::nullopt : resolve_type(globals, *type);
    auto field = std::make_unique<typed::Field>();
    field->name = name.text;
    field->range = name.range;
    field->type = resolved.value_or(typed::int_type());
    field->ghost = has_modifier(decl, ast::ModifierKind::Ghost);
    field->constant = constant;
    field->owner = owner.klass;
    if (!resolved) {
        globals.untyped.insert(field.get());
    }
    const auto [member, added] =
        owner.members.emplace(name.text, FieldEntry{field.get(), &decl, globals.module, &owner});
    if (!added) {
        globals.reporter.error(Rule::Duplicate, name.range, fmt::format("duplicate member name: {}", name.text));
    } else {
        globals.members_in_order.push_back(&member->second);
    }
    owner.klass->fields.push_back(std::move(field));
}

namespace {

bool is_constructor(const Member& member) {
    const auto* method = std::get_if<MethodEntry>(&member);
    return method != nullptr && method->method->kind == typed::MethodKind::Constructor;
}

} // namespace

// Without a constructor a field has a value only if its type gives one.
void check_constructors(const TypeEntry& entry, Globals& globals) {
    if (entry.klass->trait || std::any_of(entry.members.begin(), entry.members.end(),
                                          [](const auto& member) { return is_constructor(member.second); })) {
        return;
    }
    for (const typed::Cell& cell : typed::cells_of(typed::type_of(*entry.klass))) {
        if (!(cell.field->ghost ? typed::is_nonempty : typed::has_default_value)(cell.type) &&
            !typed::begins_empty(cell.type) && globals.untyped.count(cell.field) == 0) {
            globals.reporter.error(Rule::Initialization, entry.klass->name_range,
                                   fmt::format("class '{}' with fields without known initializers, like '{}' of type "
                                               "'{}', must declare a constructor",
                                               entry.klass->name, cell.field->name, typed::to_string(cell.type)));
            return;
        }
    }
}

} // namespace daphnia::resolve
