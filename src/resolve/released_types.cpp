// typed -> constraints between types: what each expression says about the unknown types in it.
#include "resolve/released_types.h"

#include "resolve/type_solver.h"
#include "support/error.h"
#include "support/match.h"

#include <algorithm>

namespace daphnia::resolve {

using typed::Type;
using typed::TypeKind;

namespace {

bool has_array_or_function(const Type& type) {
    return type.kind == TypeKind::Arrow || typed::is_reference(type) ||
           std::any_of(type.arguments.begin(), type.arguments.end(), has_array_or_function);
}

class Constraints {
  public:
    using Term = TypeSolver::Term;

    Constraints(const std::vector<RefinedExpr>& exprs, const std::vector<ReleasedVariable>& variables,
                const std::vector<Passed>& passed, const std::vector<GenericCall>& method_calls)
        : method_calls_(method_calls) {
        for (const ReleasedVariable& each : variables) {
            introduce(each);
        }
        std::unordered_multimap<const typed::Expr*, const Passed*> passed_on;
        for (const Passed& each : passed) {
            passed_on.emplace(each.expr, &each);
        }
        for (const RefinedExpr& refined : exprs) {
            if (refined.made) {
                continue;
            }
            refined_ = &refined;
            shapes_.emplace(refined.expr, refined.least);
            const Term term = support::match(refined.expr->node, *this);
            terms_.emplace(refined.expr, term);
            const auto [first, last] = flows_.equal_range(refined.expr);
            for (auto flow = first; flow != last; ++flow) {
                flow_into(flow->second.first, term, flow->second.second);
            }
            const auto [begin, end] = passed_on.equal_range(refined.expr);
            for (auto each = begin; each != end; ++each) {
                const Passed& use = *each->second;
                solver_.assignable(use.call ? of_call(*use.call, use.type) : solver_.known(use.type), term);
            }
        }
        solver_.solve();
    }

    ReleasedTypes result(const std::vector<ReleasedVariable>& variables) const {
        ReleasedTypes types;
        for (const ReleasedVariable& each : variables) {
            if (!each.given && !has_array_or_function(each.shape)) {
                types.variables.emplace(each.variable, solver_.result(variables_.at(each.variable), each.shape));
            }
        }
        for (const auto& [call, arguments] : instantiations_) {
            std::vector<std::optional<Type>> found;
            for (std::size_t i = 0; i < call->parameters->size(); ++i) {
                const Term term = arguments.at((*call->parameters)[i].get());
                const bool here = !call->exact[i] && !solver_.is_open(term) && !takes_functions(*call) &&
                                  !has_array_or_function(call->otherwise[i]);
                found.push_back(here ? std::optional(solver_.result(term, call->otherwise[i])) : std::nullopt);
            }
            types.calls.emplace(call, std::move(found));
        }
        return types;
    }

    // ---- what an expression says; its children have had their turn

    Term operator()(const typed::BoolLiteral&) { return shape(); }
    Term operator()(const typed::IntLiteral&) { return number(TypeKind::Nat, typed::int_type()); }
    Term operator()(const typed::RealLiteral&) { return number(TypeKind::Real, typed::real_type()); }
    Term operator()(const typed::CharLiteral&) { return shape(); }
    Term operator()(const typed::StringLiteral&) { return shape(); }
    Term operator()(const typed::NullLiteral&) { return shape(); }
    Term operator()(const typed::VariableRead& node) { return variable(*node.variable); }
    Term operator()(const typed::ConstantRead& node) { return solver_.known(node.constant->type); }
    Term operator()(const typed::Unary& node) {
        const bool same = node.op == typed::UnaryOp::Negate || node.op == typed::UnaryOp::BitNot;
        return same ? of(node.operand) : shape_as_base();
    }
    Term operator()(const typed::Binary& node) {
        const Term left = of(node.left);
        const Term right = of(node.right);
        switch (node.op) {
        case typed::BinaryOp::And:
        case typed::BinaryOp::Or:
        case typed::BinaryOp::Implies:
        case typed::BinaryOp::RankLess:
            return shape();
        case typed::BinaryOp::Equal:
        case typed::BinaryOp::NotEqual:
            solver_.equatable(left, right);
            return shape();
        case typed::BinaryOp::Member:
        case typed::BinaryOp::NotMember:
            solver_.element_of(left, right);
            return shape();
        case typed::BinaryOp::Less:
        case typed::BinaryOp::LessEqual:
        case typed::BinaryOp::Greater:
        case typed::BinaryOp::GreaterEqual:
        case typed::BinaryOp::Prefix:
        case typed::BinaryOp::ProperPrefix:
        case typed::BinaryOp::Subset:
        case typed::BinaryOp::ProperSubset:
        case typed::BinaryOp::Disjoint:
            above(left, right);
            return shape();
        case typed::BinaryOp::ShiftLeft:
        case typed::BinaryOp::ShiftRight:
        case typed::BinaryOp::RotateLeft:
        case typed::BinaryOp::RotateRight:
        case typed::BinaryOp::Remove: {
            const Term result = solver_.unknown();
            solver_.subtype(result, left);
            return result;
        }
        case typed::BinaryOp::Add:
        case typed::BinaryOp::Subtract:
        case typed::BinaryOp::Multiply:
        case typed::BinaryOp::Divide:
        case typed::BinaryOp::Modulo:
        case typed::BinaryOp::BitAnd:
        case typed::BinaryOp::BitOr:
        case typed::BinaryOp::BitXor:
        case typed::BinaryOp::CharAdd:
        case typed::BinaryOp::CharSubtract:
        case typed::BinaryOp::Concat:
        case typed::BinaryOp::Union:
        case typed::BinaryOp::Intersection:
        case typed::BinaryOp::Difference:
        case typed::BinaryOp::Merge:
            return above(left, right);
        }
        DAPHNIA_CHECK(false, "no such operator");
    }
    Term operator()(const typed::IfThenElse& node) { return above(of(node.then), of(node.otherwise)); }
    Term operator()(const typed::Let& node) { return of(node.body); }
    Term operator()(const typed::LetSuchThat& node) { return of(node.body); }
    Term operator()(const typed::Quantifier&) { return shape(); }
    Term operator()(const typed::FunctionCall& node) {
        TypeSolver::Arguments arguments;
        if (refined_->call != nullptr) {
            arguments = instantiate(*refined_->call);
        }
        for (std::size_t i = 0; i < node.arguments.size(); ++i) {
            solver_.assignable(solver_.known(node.function->parameters[i]->type, arguments), of(node.arguments[i]));
        }
        return solver_.known(node.function->result->type, arguments);
    }
    Term operator()(const typed::Lambda& node) {
        std::vector<Term> parts;
        for (const typed::VariablePtr& parameter : node.parameters) {
            parts.push_back(variable(*parameter));
        }
        parts.push_back(of(node.body));
        return solver_.made_of({TypeKind::Arrow, {}, {}}, std::move(parts));
    }
    Term operator()(const typed::FunctionValue& node) {
        TypeSolver::Arguments arguments;
        if (refined_->call != nullptr) {
            arguments = instantiate(*refined_->call);
        }
        return solver_.known(typed::function_type(*node.function, node.kind), arguments);
    }
    Term operator()(const typed::Apply& node) {
        const Term function = with_head(node.function);
        const std::vector<Term> parts = solver_.arguments(function);
        if (parts.size() != node.arguments.size() + 1) {
            return shape_as_base();
        }
        for (std::size_t i = 0; i < node.arguments.size(); ++i) {
            solver_.assignable(parts[i], of(node.arguments[i]));
        }
        return parts.back();
    }
    Term operator()(const typed::RequiresOf& node) {
        applied(node.function, node.arguments);
        return shape();
    }
    Term operator()(const typed::ReadsOf& node) {
        applied(node.function, node.arguments);
        return shape();
    }
    Term operator()(const typed::DecreasesTo&) { return shape(); }
    Term operator()(const typed::SeqDisplay& node) {
        return solver_.made_of(refined_->least, {all_of(node.elements, true)});
    }
    Term operator()(const typed::SetDisplay& node) {
        return solver_.made_of(refined_->least, {all_of(node.elements, true)});
    }
    Term operator()(const typed::MapDisplay& node) {
        const Term keys = all_of(node.keys, false);
        return solver_.made_of(refined_->least, {keys, all_of(node.values, false)});
    }
    Term operator()(const typed::SetComprehension& node) { return solver_.made_of(refined_->least, {of(node.term)}); }
    Term operator()(const typed::MapComprehension& node) {
        const Term key = node.key != nullptr ? of(node.key) : variable(*node.variables.front());
        return solver_.made_of(refined_->least, {key, of(node.value)});
    }
    Term operator()(const typed::SeqComprehension& node) {
        const Term element = solver_.unknown();
        solver_.subtype(element, of(node.body));
        solver_.subtype(variable(*node.variable), solver_.known(typed::nat_type()));
        return solver_.made_of(refined_->least, {element});
    }
    Term operator()(const typed::MapSelect& node) { return element(node.map, of(node.key)); }
    Term operator()(const typed::SeqIndex& node) { return element(node.seq, of(node.index)); }
    Term operator()(const typed::ArrayRead& node) {
        for (std::size_t i = 1; i < node.indices.size(); ++i) {
            solver_.only_base(of(node.indices[i]));
        }
        return element(node.array, of(node.indices.front()));
    }
    Term operator()(const typed::Multiplicity& node) { return element(node.multiset, of(node.element)); }
    Term operator()(const typed::SeqSlice& node) { return slice(node.seq, node.low, node.high); }
    Term operator()(const typed::ArraySlice& node) { return slice(node.array, node.low, node.high); }
    Term operator()(const typed::SeqUpdate& node) { return updated(node.seq, of(node.index), of(node.value)); }
    Term operator()(const typed::MapUpdate& node) { return updated(node.map, of(node.key), of(node.value)); }
    Term operator()(const typed::MultiplicityUpdate& node) {
        return updated(node.multiset, of(node.element), of(node.count));
    }
    Term operator()(const typed::MapPart& node) {
        const std::vector<Term> parts = solver_.arguments(with_head(node.map));
        if (parts.size() != 2) {
            return shape_as_base();
        }
        const Term element = node.kind == typed::MapPartKind::Keys     ? parts[0]
                             : node.kind == typed::MapPartKind::Values ? parts[1]
                                                                       : solver_.made_of(typed::tuple_type({}), parts);
        return solver_.made_of(refined_->least, {element});
    }
    Term operator()(const typed::MultisetOf& node) {
        const Term element = solver_.unknown();
        solver_.multiset_of(of(node.collection), element);
        return solver_.made_of(refined_->least, {element});
    }
    Term operator()(const typed::TupleDisplay& node) {
        std::vector<Term> parts;
        for (const typed::ExprPtr& component : node.components) {
            parts.push_back(solver_.unknown());
            solver_.assignable(parts.back(), of(component));
        }
        return solver_.made_of(refined_->least, std::move(parts));
    }
    Term operator()(const typed::TupleSelect& node) {
        const std::vector<Term> parts = solver_.arguments(with_head(node.tuple));
        return node.component < parts.size() ? parts[node.component] : shape_as_base();
    }
    Term operator()(const typed::DatatypeValue& node) {
        if (refined_->given) {
            return solver_.known(*refined_->given);
        }
        const typed::Datatype& datatype = *refined_->least.datatype;
        std::vector<Term> parts;
        for (std::size_t i = 0; i < datatype.type_parameters.size(); ++i) {
            parts.push_back(solver_.unknown());
        }
        const TypeSolver::Arguments arguments = of_owner(datatype, parts);
        for (std::size_t i = 0; i < node.arguments.size(); ++i) {
            const Type& field = datatype.constructors.at(node.constructor).fields.at(i)->type;
            solver_.assignable(solver_.known(field, arguments), of(node.arguments[i]));
        }
        return solver_.made_of(refined_->least, std::move(parts));
    }
    Term operator()(const typed::DatatypeTest&) { return shape(); }
    Term operator()(const typed::DatatypeSelect& node) {
        const Term value = with_head(node.value);
        const std::vector<Term> parts = solver_.arguments(value);
        const typed::Datatype* const datatype = shape_of(node.value).datatype;
        if (datatype == nullptr || parts.size() != datatype->type_parameters.size()) {
            return shape_as_base();
        }
        return solver_.known(datatype->destructors.at(node.destructor).type, of_owner(*datatype, parts));
    }
    Term operator()(const typed::SeqLength&) { return solver_.known(typed::int_type()); }
    Term operator()(const typed::ArrayLength&) { return solver_.known(typed::int_type()); }
    Term operator()(const typed::FieldRead& node) {
        return solver_.known(typed::field_type(typed::carrier(shape_of(node.object)), *node.field));
    }
    Term operator()(const typed::Unchanged&) { return shape(); }
    Term operator()(const typed::Old& node) { return of(node.operand); }
    Term operator()(const typed::Fresh&) { return shape(); }
    Term operator()(const typed::Allocated&) { return shape(); }
    Term operator()(const typed::Convert& node) { return solver_.known(node.target); }
    Term operator()(const typed::TypeTest& node) {
        // What has a value does not become smaller because it is asked what it is.
        if (solver_.nothing_flows_into(of(node.operand))) {
            solver_.assignable(solver_.known(node.type), of(node.operand));
        }
        return shape();
    }
    Term operator()(const typed::StatementExpr& node) { return of(node.body); }

  private:
    void introduce(const ReleasedVariable& each) {
        Term term = 0;
        if (each.given) {
            term = solver_.known(*each.given);
        } else if (typed::is_reference(each.shape)) {
            term = solver_.known(each.shape);
        } else {
            term = solver_.unknown();
        }
        variables_.emplace(each.variable, term);
        if (each.counts) {
            solver_.only_base(term);
        }
        for (const Flow& source : each.sources) {
            if (source.expr != nullptr) {
                flows_.emplace(source.expr, std::pair(term, source.binds));
            } else if (source.call) {
                const Type& type = method_calls_[*source.call].method->method->results.at(source.result)->type;
                flow_into(term, of_call(*source.call, type), source.binds);
            } else {
                flow_into(term, solver_.known(source.type), source.binds);
            }
        }
    }

    void flow_into(Term variable, Term value, bool binds) {
        if (binds) {
            solver_.bound(variable, value);
        } else {
            solver_.assignable(variable, value);
        }
    }

    static bool takes_functions(const GenericCall& call) {
        const auto has = [](const auto& callable) {
            return std::any_of(callable.parameters.begin(), callable.parameters.end(),
                               [](const typed::VariablePtr& each) { return has_array_or_function(each->type); });
        };
        return call.value != nullptr ||
               (call.function != nullptr ? has(*call.function->function) : has(*call.method->method));
    }

    const TypeSolver::Arguments& instantiate(const GenericCall& call) {
        const auto [entry, first] = instantiations_.try_emplace(&call);
        for (std::size_t i = 0; first && i < call.parameters->size(); ++i) {
            entry->second.emplace((*call.parameters)[i].get(),
                                  call.exact[i] ? solver_.known(*call.exact[i]) : solver_.unknown());
        }
        return entry->second;
    }

    Term of_call(std::size_t call, const Type& type) { return solver_.known(type, instantiate(method_calls_[call])); }

    static TypeSolver::Arguments of_owner(const typed::Datatype& datatype, const std::vector<Term>& parts) {
        TypeSolver::Arguments result;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            result.emplace(datatype.type_parameters[i].get(), parts[i]);
        }
        return result;
    }

    Term variable(const typed::Variable& variable) {
        const auto found = variables_.find(&variable);
        return found != variables_.end() ? found->second : solver_.known(variable.type);
    }

    // What was made by resolve says nothing.
    Term of(const typed::ExprPtr& expr) {
        const auto found = terms_.find(expr.get());
        return found != terms_.end() ? found->second : solver_.known(typed::base_type(expr->type));
    }

    Term shape() { return solver_.known(refined_->least); }
    Term shape_as_base() { return solver_.known(typed::base_type(refined_->least)); }

    Term number(TypeKind plain, const Type& otherwise) {
        if (refined_->least.kind != plain) {
            return shape();
        }
        const Term term = solver_.unknown();
        solver_.number(term, otherwise);
        return term;
    }

    Term above(Term left, Term right) {
        const Term result = solver_.unknown();
        solver_.subtype(result, left);
        solver_.subtype(result, right);
        return result;
    }

    Term all_of(const std::vector<typed::ExprPtr>& elements, bool keeps) {
        const Term result = solver_.unknown(keeps);
        for (const typed::ExprPtr& element : elements) {
            solver_.subtype(result, of(element));
        }
        return result;
    }

    Term with_head(const typed::ExprPtr& expr) { return solver_.with_head(of(expr), shape_of(expr)); }

    Type shape_of(const typed::ExprPtr& expr) const {
        const auto found = shapes_.find(expr.get());
        return typed::carrier(found != shapes_.end() ? found->second : expr->type);
    }

    void applied(const typed::ExprPtr& function, const std::vector<typed::ExprPtr>& arguments) {
        const std::vector<Term> parts = solver_.arguments(with_head(function));
        for (std::size_t i = 0; i < arguments.size() && i + 1 < parts.size(); ++i) {
            solver_.assignable(parts[i], of(arguments[i]));
        }
    }

    Term element(const typed::ExprPtr& collection, Term index) {
        const Term result = solver_.unknown(true);
        solver_.indexed(of(collection), index, result);
        return result;
    }

    Term slice(const typed::ExprPtr& collection, const typed::ExprPtr& low, const typed::ExprPtr& high) {
        const Term element = solver_.unknown(true);
        for (const typed::ExprPtr* const end : {&low, &high}) {
            if (*end != nullptr) {
                solver_.only_base(of(*end));
            }
        }
        solver_.sliced(of(collection), element);
        return solver_.made_of(typed::seq_type({}), {element});
    }

    Term updated(const typed::ExprPtr& collection, Term index, Term value) {
        solver_.updated(of(collection), index, value);
        const Term result = solver_.unknown();
        solver_.subtype(result, of(collection));
        return result;
    }

    const std::vector<GenericCall>& method_calls_;
    std::unordered_map<const GenericCall*, TypeSolver::Arguments> instantiations_;
    TypeSolver solver_;
    const RefinedExpr* refined_ = nullptr; // the expression whose turn it is
    std::unordered_map<const typed::Variable*, Term> variables_;
    std::unordered_map<const typed::Expr*, Term> terms_;
    std::unordered_map<const typed::Expr*, Type> shapes_;
    std::unordered_multimap<const typed::Expr*, std::pair<Term, bool>> flows_;
};

} // namespace

ReleasedTypes released_types(const std::vector<RefinedExpr>& exprs, const std::vector<ReleasedVariable>& variables,
                             const std::vector<Passed>& passed, const std::vector<GenericCall>& method_calls) {
    const bool variable = std::any_of(variables.begin(), variables.end(), [](const ReleasedVariable& each) {
        return !each.given && !has_array_or_function(each.shape);
    });
    const bool call = !method_calls.empty() || std::any_of(exprs.begin(), exprs.end(), [](const RefinedExpr& each) {
        return each.call != nullptr;
    });
    return variable || call ? Constraints(exprs, variables, passed, method_calls).result(variables) : ReleasedTypes{};
}

} // namespace daphnia::resolve
