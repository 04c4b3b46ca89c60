// Members of types: what their names mean within a member, with an implicit `this`, and of a value; their calls.
#include "resolve/body.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::resolve {

// ---- names

Member* BodyResolver::own_member(const std::string& name) const {
    if (enclosing_ == nullptr) {
        return nullptr;
    }
    const auto found = enclosing_->members.find(name);
    return found == enclosing_->members.end() ? nullptr : &found->second;
}

std::map<std::string, Member>* BodyResolver::members_of(const PreType& type) const {
    if (type.kind == PreKind::Datatype) {
        return &globals_.datatypes.at(type.datatype)->members;
    }
    const void* const declared = type.kind == PreKind::Newtype     ? static_cast<const void*>(type.subset)
                                 : type.kind == PreKind::Parameter ? type.parameter
                                                                   : nullptr;
    const auto other = globals_.other_types.find(declared);
    return other == globals_.other_types.end() ? nullptr : &other->second->members;
}

bool BodyResolver::is_own_field(const std::string& name) const {
    if (enclosing_ == nullptr || enclosing_->datatype == nullptr) {
        return false;
    }
    const typed::Datatype& datatype = *enclosing_->datatype;
    return std::any_of(datatype.constructors.begin(), datatype.constructors.end(),
                       [&](const typed::Constructor& each) { return each.name + "?" == name; }) ||
           std::any_of(datatype.destructors.begin(), datatype.destructors.end(),
                       [&](const typed::Destructor& each) { return each.name == name; });
}

Draft BodyResolver::this_value(SourceRange range) {
    if (const typed::Variable* receiver = variables_.find("this")) {
        return read(*receiver, range);
    }
    reporter().error(Rule::Misplaced, range, "'this' is not allowed in a 'static' context");
    return wrong(range);
}

Draft BodyResolver::field_value(SourceRange range, SourceRange anchor, PerValueConstant& entry, Draft object) {
    resolve_constant(globals_, entry);
    if (entry.state != ConstantState::Resolved) { // it depends on itself
        dropped_.push_back(std::move(object.expr));
        return wrong(range);
    }
    typed::FunctionCall call{entry.function, {}, range};
    Instantiation use = instantiation(*entry.function, entry.owner, nullptr, anchor, "function");
    receive(object, *entry.function->parameters.front(), use);
    call.arguments.push_back(std::move(object.expr));
    return function_call(range, anchor, std::move(call), std::move(use));
}

void BodyResolver::receive(const Draft& receiver, const typed::Variable& parameter, const Instantiation& use) {
    agree(declared_type(parameter, use.arguments), receiver.type, receiver.expr->anchor,
          "type of receiver ({1}) does not match the type of the member ({0})");
}

Draft BodyResolver::function_call(SourceRange range, SourceRange anchor, typed::FunctionCall call, Instantiation use) {
    const typed::Function& function = *call.function;
    Draft result = make(range, anchor, declared_type(*function.result, use.arguments), std::move(call));
    if (!function.type_parameters.empty()) {
        use.function = std::get_if<typed::FunctionCall>(&result.expr->node);
        function_instantiations_.push_back(std::move(use));
    }
    return result;
}

bool BodyResolver::lacks_receiver(const ast::Expr& name, const std::vector<typed::VariablePtr>& parameters) {
    const auto* qualified = std::get_if<ast::Member>(&name.node);
    if (qualified == nullptr || !typed::has_receiver(parameters)) {
        return false;
    }
    reporter().error(Rule::Misplaced, qualified->name.range,
                     fmt::format("accessing member '{}' requires an instance expression", qualified->name.text));
    return true;
}

namespace {

// The way out for parentheses behind what is no function.
std::string call_of_value(const ast::Call& call, PreKind type) {
    const std::string_view callee = call.callee->range.text();
    if (call.arguments.empty()) {
        return fmt::format("write '{}', without parentheses", callee);
    }
    const bool selected = type == PreKind::Seq || type == PreKind::Array || is_map(type) || type == PreKind::Multiset;
    return selected && call.arguments.size() == 1 ? fmt::format("elements are selected with brackets: '{}[{}]'", callee,
                                                                call.arguments.front().value->range.text())
                                                  : std::string();
}

} // namespace

// ---- calls of functions

Draft BodyResolver::call_function(SourceRange range, const ast::Call& call, const FunctionEntry& entry,
                                  std::optional<Draft> receiver, Context context) {
    const std::string kind = entry.ast->kind == ast::FunctionKind::Predicate ? "predicate" : "function";
    const typed::Function& function = *entry.function;
    const std::string& name = entry.ast->name.text;
    typed::FunctionCall node{&function, {}, range};
    Instantiation use = instantiation(function, entry.owner, call.callee.get(), call.callee->range, kind);
    if (typed::has_receiver(function.parameters)) {
        Draft object = receiver ? std::move(*receiver) : this_value(call.callee->range);
        receive(object, *function.parameters.front(), use);
        node.arguments.push_back(std::move(object.expr));
    } else if (receiver) {
        dropped_.push_back(std::move(receiver->expr));
    }
    std::vector<typed::ExprPtr> arguments = actuals(call, entry.ast->ins, function.parameters, use.arguments, kind,
                                                    name, {entry.module, entry.owner}, context);
    for (typed::ExprPtr& argument : arguments) {
        node.arguments.push_back(std::move(argument));
    }
    for (std::size_t i = 0; i < node.arguments.size(); ++i) {
        expect(*node.arguments[i], function.parameters[i]->type,
               function.type_parameters.empty() ? std::nullopt : std::optional(function_instantiations_.size()));
    }
    return function_call(range, call.open_paren, std::move(node), std::move(use));
}

Draft BodyResolver::not_a_function(SourceRange range, const ast::Call& call, Draft target, Context context) {
    inference_.advance();
    inference_.decide_literal(target.type);
    PreType type = inference_.head(target.type);
    if (type.kind == PreKind::Hole) {
        std::vector<PreType> parameters(call.arguments.size());
        std::generate(parameters.begin(), parameters.end(), [this] { return inference_.hole(); });
        type = pre_arrow(std::move(parameters), inference_.hole());
        inference_.unify(target.type, type);
    }
    if (type.kind == PreKind::Arrow) {
        return apply_value(range, call, std::move(target), type, Question::Value, context);
    }
    if (type.kind != PreKind::Unknown) {
        reporter().error(
            Rule::Type, call.open_paren,
            fmt::format("non-function expression (of type {}) is called with parameters", inference_.show(target.type)),
            call_of_value(call, inference_.family_of(type)));
    }
    dropped_.push_back(std::move(target.expr));
    resolve_arguments(call, context);
    return wrong(range);
}

std::optional<Draft> BodyResolver::rotation(SourceRange range, const ast::Call& call, const ast::Member& callee,
                                            Draft& object, Context context) {
    const std::string& name = callee.name.text;
    if (inference_.family_of(known_now(object)) != PreKind::Bits || (name != "RotateLeft" && name != "RotateRight") ||
        call.arguments.size() != 1) {
        return std::nullopt;
    }
    Draft amount = expression(*call.arguments.front().value, context);
    agree(pre(PreKind::Int), amount.type, amount.expr->anchor,
          "incorrect argument type for function parameter 'w' (expected nat, found {1})");
    PreType type = object.type;
    return make(range, call.open_paren, std::move(type),
                typed::Binary{name == "RotateLeft" ? typed::BinaryOp::RotateLeft : typed::BinaryOp::RotateRight,
                              std::move(object.expr), std::move(amount.expr), callee.name.range});
}

// value.F(…)
Draft BodyResolver::call_member(SourceRange range, const ast::Call& call, const ast::Member& callee, Context context) {
    Draft object = used_as(NameUse::Qualifier, *callee.object, context);
    inference_.advance();
    const PreType type = inference_.head(object.type);
    if (auto* const members = members_of(type)) {
        const auto found = members->find(callee.name.text);
        const auto* function = found == members->end() ? nullptr : std::get_if<FunctionEntry>(&found->second);
        if (function != nullptr) {
            return call_function(range, call, *function, std::move(object), context);
        }
    }
    if (std::optional<Draft> rotated = rotation(range, call, callee, object, context)) {
        return std::move(*rotated);
    }
    if (type.kind == PreKind::Arrow && (callee.name.text == "requires" || callee.name.text == "reads")) {
        return apply_value(range, call, std::move(object), type,
                           callee.name.text == "requires" ? Question::Requires : Question::Reads, context);
    }
    return not_a_function(range, call, member_of(call.callee->range, callee.name, std::move(object)), context);
}

// ---- calls of methods

const MethodEntry* BodyResolver::called_method(const ast::Expr& expr) {
    const auto* call = std::get_if<ast::Call>(&expr.node);
    invoked_ = call;
    invoked_alone_ = false;
    const std::optional<Meaning> found = call != nullptr ? declared_meaning(*call->callee) : std::nullopt;
    if (found) {
        auto* const* member = std::get_if<Member*>(&*found);
        return member == nullptr ? nullptr : std::get_if<MethodEntry>(*member);
    }
    const auto* callee = call == nullptr ? nullptr : std::get_if<ast::Member>(&call->callee->node);
    if (callee == nullptr || !globals_.member_methods.contains(callee->name.text)) {
        return nullptr;
    }
    Draft object = again(*callee->object, statement_context());
    inference_.advance();
    const PreType type = inference_.head(object.type);
    dropped_.push_back(std::move(object.expr));
    auto* const members = members_of(type);
    if (members == nullptr) {
        return nullptr;
    }
    const auto member = members->find(callee->name.text);
    return member == members->end() ? nullptr : std::get_if<MethodEntry>(&member->second);
}

// The value whose member is called; nothing for a static one.
std::optional<Draft> BodyResolver::method_receiver(const ast::Call& call, const MethodEntry& entry) {
    const bool instance = typed::has_receiver(entry.method->parameters);
    if (declared_meaning(*call.callee)) {
        if (lacks_receiver(*call.callee, entry.method->parameters)) {
            return wrong(call.callee->range);
        }
        return instance ? std::optional(this_value(call.callee->range)) : std::nullopt;
    }
    Draft object = expression(*std::get<ast::Member>(call.callee->node).object, statement_context());
    if (!instance) {
        dropped_.push_back(std::move(object.expr));
        return std::nullopt;
    }
    return object;
}

} // namespace daphnia::resolve
