// Makes Z3 contexts and turns terms into Z3's expressions.
#include "solver/z3_context.h"

#include "support/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace daphnia::solver {

using logic::Term;
using logic::TermKind;

std::vector<std::pair<std::string, std::string>> parameters(const Options& options) {
    // Found by experiment on the conditions of teaching programs. Arithmetic solver 6, Z3's own choice, proves less
    // about products and does not always answer interrupts.
    return {{"auto_config", "false"},
            {"smt.mbqi", "false"},
            {"smt.arith.solver", std::to_string(options.arithmetic)},
            {"smt.arith.nl", options.nonlinear ? "true" : "false"},
            {"smt.arith.random_initial_value", "true"},
            {"smt.case_split", "3"},
            {"smt.delay_units", "true"},
            {"smt.qi.eager_threshold", std::to_string(options.eager_threshold)},
            {"smt.restart_strategy", "0"},
            {"smt.restart_factor", "1.5"},
            {"smt.array.extensional", "false"},
            {"smt.random_seed", std::to_string(options.seed)}};
}

std::string full_version() {
    return Z3_get_full_version();
}

Context::Context(const Options& options, std::uint32_t memory_mb) {
    for (const auto& [name, value] : parameters(options)) {
        Z3_global_param_set(name.c_str(), value.c_str());
    }
    Z3_global_param_set("memory_max_size", std::to_string(memory_mb).c_str());
    Z3_config config = Z3_mk_config();
    context_ = Z3_mk_context(config);
    Z3_del_config(config);
    if (context_ == nullptr) {
        throw Z3Failure("Z3 makes no context");
    }
    // Without a handler Z3 ends the process; errors are looked at where they can happen.
    Z3_set_error_handler(context_, [](Z3_context, Z3_error_code) {});
}

Context::~Context() {
    Z3_del_context(context_);
}

void Context::check() const {
    Z3_error_code code = Z3_get_error_code(context_);
    if (code != Z3_OK) {
        throw Z3Failure(Z3_get_error_msg(context_, code));
    }
}

namespace {

// Whether Z3 takes the term as part of a trigger: applications, without connectives inside.
bool may_be_matched(Term term) {
    bool matched = term->kind == TermKind::Apply || term->kind == TermKind::Select || term->kind == TermKind::Store;
    logic::for_each_subterm(
        term, [&](Term part) { matched = matched && logic::role_of(part->kind) != logic::Role::Logical; });
    return matched;
}

bool may_match(const logic::Trigger& trigger, const std::vector<Term>& variables) {
    std::unordered_set<Term> missing(variables.begin(), variables.end());
    for (Term term : trigger) {
        if (!may_be_matched(term)) {
            return false;
        }
        logic::for_each_subterm(term, [&](Term part) { missing.erase(part); });
    }
    return missing.empty() && !trigger.empty();
}

} // namespace

std::uint64_t scrambled(std::uint32_t renaming, std::string_view name) {
    std::uint64_t result = 0xcbf29ce484222325U ^ (std::uint64_t{renaming} * 0x9e3779b97f4a7c15U); // FNV-1a
    for (const char byte : name) {
        result = (result ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
    }
    return result ^ (result >> 32U);
}

Translator::Translator(const Context& context, const Options& options)
    : context_(context), theory_weight_(options.theory_weight), renaming_(options.renaming) {}

// All renamed names get as many letters in front, so that two different names stay different.
Z3_symbol Translator::name_of(const std::string& name) const {
    std::string front;
    if (renaming_ != 0) {
        constexpr int kLetters = 6;
        std::uint64_t bits = scrambled(renaming_, name);
        for (int i = 0; i < kLetters; ++i, bits /= 16) {
            front += static_cast<char>('a' + bits % 16);
        }
    }
    return Z3_mk_string_symbol(context_.get(), (front + name).c_str());
}

Z3_sort Translator::sort(logic::Sort named) {
    auto [entry, added] = sorts_.try_emplace(named, nullptr);
    if (!added) {
        return entry->second;
    }
    Z3_context c = context_.get();
    Z3_sort result = nullptr;
    switch (named->kind) {
    case logic::SortKind::Bool:
        result = Z3_mk_bool_sort(c);
        break;
    case logic::SortKind::Int:
        result = Z3_mk_int_sort(c);
        break;
    case logic::SortKind::Real:
        result = Z3_mk_real_sort(c);
        break;
    case logic::SortKind::Bits:
        result = Z3_mk_bv_sort(c, named->width);
        break;
    case logic::SortKind::Named:
        result = Z3_mk_uninterpreted_sort(c, Z3_mk_string_symbol(c, named->name.c_str()));
        break;
    case logic::SortKind::Array: {
        Z3_sort domain = sort(named->domain);
        result = Z3_mk_array_sort(c, domain, sort(named->range));
        break;
    }
    }
    sorts_[named] = context_.checked(result);
    return result;
}

Z3_func_decl Translator::function(logic::Function symbol) {
    auto [entry, added] = functions_.try_emplace(symbol, nullptr);
    if (added) {
        std::vector<Z3_sort> arguments;
        for (logic::Sort argument : symbol->arguments) {
            arguments.push_back(sort(argument));
        }
        // The first character keeps constants apart from variables of the same name.
        std::string name = (arguments.empty() ? "\x1f" : "") + symbol->name;
        entry->second =
            context_.checked(Z3_mk_func_decl(context_.get(), name_of(name), static_cast<unsigned>(arguments.size()),
                                             arguments.data(), sort(symbol->result)));
    }
    return entry->second;
}

Z3_ast Translator::operator()(Term root) {
    std::vector<std::pair<Term, bool>> stack{{root, false}};
    auto push = [&](Term term) {
        if (!expressions_.contains(term)) {
            stack.emplace_back(term, false);
        }
    };
    while (!stack.empty()) {
        auto [term, entered] = stack.back();
        if (expressions_.contains(term)) {
            stack.pop_back();
        } else if (entered) {
            stack.pop_back();
            expressions_.emplace(term, context_.checked(translate(term)));
        } else {
            stack.back().second = true;
            std::for_each(term->children.rbegin(), term->children.rend(), push);
            if (term->quantifier != nullptr) {
                std::for_each(term->quantifier->variables.begin(), term->quantifier->variables.end(), push);
                for (const logic::Trigger& trigger : term->quantifier->triggers) {
                    std::for_each(trigger.begin(), trigger.end(), push);
                }
            }
        }
    }
    return expressions_.at(root);
}

Z3_ast Translator::translate(Term term) {
    Z3_context c = context_.get();
    std::vector<Z3_ast> a;
    for (Term child : term->children) {
        a.push_back(expressions_.at(child));
    }
    auto count = static_cast<unsigned>(a.size());
    const bool bits = !a.empty() && term->children.front()->sort->kind == logic::SortKind::Bits;
    switch (term->kind) {
    case TermKind::True:
        return Z3_mk_true(c);
    case TermKind::False:
        return Z3_mk_false(c);
    case TermKind::Integer:
    case TermKind::Real:
    case TermKind::Bits:
        return Z3_mk_numeral(c, term->value.get_str().c_str(), sort(term->sort));
    case TermKind::Variable:
        return Z3_mk_const(c, name_of(term->name), sort(term->sort));
    case TermKind::Apply:
        return Z3_mk_app(c, function(term->function), count, a.data());
    case TermKind::Not:
        return Z3_mk_not(c, a[0]);
    case TermKind::And:
        return Z3_mk_and(c, count, a.data());
    case TermKind::Or:
        return Z3_mk_or(c, count, a.data());
    case TermKind::Implies:
        return Z3_mk_implies(c, a[0], a[1]);
    case TermKind::Equal:
        return Z3_mk_eq(c, a[0], a[1]);
    case TermKind::Ite:
        return Z3_mk_ite(c, a[0], a[1], a[2]);
    case TermKind::Add:
        return bits ? Z3_mk_bvadd(c, a[0], a[1]) : Z3_mk_add(c, count, a.data());
    case TermKind::Subtract:
        return bits ? Z3_mk_bvsub(c, a[0], a[1]) : Z3_mk_sub(c, count, a.data());
    case TermKind::Negate:
        return bits ? Z3_mk_bvneg(c, a[0]) : Z3_mk_unary_minus(c, a[0]);
    case TermKind::Multiply:
        return bits ? Z3_mk_bvmul(c, a[0], a[1]) : Z3_mk_mul(c, count, a.data());
    case TermKind::Divide:
        return bits ? Z3_mk_bvudiv(c, a[0], a[1]) : Z3_mk_div(c, a[0], a[1]);
    case TermKind::Modulo:
        return bits ? Z3_mk_bvurem(c, a[0], a[1]) : Z3_mk_mod(c, a[0], a[1]);
    case TermKind::LessEqual:
        return bits ? Z3_mk_bvule(c, a[0], a[1]) : Z3_mk_le(c, a[0], a[1]);
    case TermKind::Less:
        return bits ? Z3_mk_bvult(c, a[0], a[1]) : Z3_mk_lt(c, a[0], a[1]);
    case TermKind::ToReal:
        return Z3_mk_int2real(c, a[0]);
    case TermKind::Floor:
        return Z3_mk_real2int(c, a[0]);
    case TermKind::BitAnd:
        return Z3_mk_bvand(c, a[0], a[1]);
    case TermKind::BitOr:
        return Z3_mk_bvor(c, a[0], a[1]);
    case TermKind::BitXor:
        return Z3_mk_bvxor(c, a[0], a[1]);
    case TermKind::BitNot:
        return Z3_mk_bvnot(c, a[0]);
    case TermKind::ShiftLeft:
        return Z3_mk_bvshl(c, a[0], a[1]);
    case TermKind::ShiftRight:
        return Z3_mk_bvlshr(c, a[0], a[1]);
    case TermKind::ToBits:
        return Z3_mk_int2bv(c, term->sort->width, a[0]);
    case TermKind::FromBits:
        return Z3_mk_bv2int(c, a[0], false);
    case TermKind::Resize: {
        const std::uint32_t from = term->children.front()->sort->width;
        return from < term->sort->width ? Z3_mk_zero_ext(c, term->sort->width - from, a[0])
                                        : Z3_mk_extract(c, term->sort->width - 1, 0, a[0]);
    }
    case TermKind::Select:
        return Z3_mk_select(c, a[0], a[1]);
    case TermKind::Store:
        return Z3_mk_store(c, a[0], a[1], a[2]);
    case TermKind::Forall:
    case TermKind::Exists:
        break;
    }
    return quantifier(term, a[0]);
}

// Triggers that Z3 would refuse are left out; with none left it chooses its own.
std::vector<Z3_pattern> Translator::patterns(const logic::Quantifier& quantifier) {
    std::vector<Z3_pattern> result;
    for (const logic::Trigger& trigger : quantifier.triggers) {
        if (may_match(trigger, quantifier.variables)) {
            std::vector<Z3_ast> terms;
            for (Term term : trigger) {
                terms.push_back(expressions_.at(term));
            }
            result.push_back(
                context_.checked(Z3_mk_pattern(context_.get(), static_cast<unsigned>(terms.size()), terms.data())));
        }
    }
    return result;
}

Z3_ast Translator::quantifier(Term term, Z3_ast body) {
    Z3_context c = context_.get();
    const logic::Quantifier& quantifier = *term->quantifier;
    std::vector<Z3_app> bound;
    for (Term variable : quantifier.variables) {
        bound.push_back(Z3_to_app(c, expressions_.at(variable)));
    }
    std::vector<Z3_pattern> triggers = patterns(quantifier);
    int weight = quantifier.weight != 0 && theory_weight_ ? *theory_weight_ : quantifier.weight;
    return Z3_mk_quantifier_const_ex(c, term->kind == TermKind::Forall, static_cast<unsigned>(weight),
                                     Z3_mk_string_symbol(c, quantifier.name.c_str()), Z3_mk_string_symbol(c, ""),
                                     static_cast<unsigned>(bound.size()), bound.data(),
                                     static_cast<unsigned>(triggers.size()), triggers.data(), 0, nullptr, body);
}

} // namespace daphnia::solver
