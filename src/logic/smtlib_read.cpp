// Reads sorts, declarations and terms from S-expressions in SMT-LIB syntax.
#include "logic/smtlib.h"

#include "support/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace daphnia::logic {

namespace {

bool is_numeral(const SExpr& expr) {
    return expr.kind == SExpr::Kind::Symbol && !expr.quoted && !expr.text.empty() &&
           std::all_of(expr.text.begin(), expr.text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_decimal(const SExpr& expr) {
    return expr.kind == SExpr::Kind::Symbol && !expr.quoted && expr.text.size() > 2 && expr.text.ends_with(".0") &&
           std::all_of(expr.text.begin(), expr.text.end() - 2, [](char c) { return c >= '0' && c <= '9'; });
}

// The built-in operators; null when the name or the number of arguments is not theirs.
Term apply_operator(TermStore& store, const std::string& name, const std::vector<Term>& arguments) {
    using Unary = Term (TermStore::*)(Term);
    using Binary = Term (TermStore::*)(Term, Term);
    static const std::map<std::string, Unary> unary{{"not", &TermStore::not_},        {"-", &TermStore::negate},
                                                    {"bvneg", &TermStore::negate},    {"to_int", &TermStore::floor},
                                                    {"to_real", &TermStore::to_real}, {"bvnot", &TermStore::bit_not},
                                                    {"bv2nat", &TermStore::from_bits}};
    static const std::map<std::string, Binary> binary{
        {"=>", &TermStore::implies},    {"=", &TermStore::equal},          {"distinct", &TermStore::not_equal},
        {"+", &TermStore::add},         {"-", &TermStore::subtract},       {"*", &TermStore::multiply},
        {"div", &TermStore::divide},    {"mod", &TermStore::modulo},       {"<=", &TermStore::less_equal},
        {"<", &TermStore::less},        {"select", &TermStore::select},    {"/", &TermStore::divide},
        {"bvadd", &TermStore::add},     {"bvsub", &TermStore::subtract},   {"bvmul", &TermStore::multiply},
        {"bvudiv", &TermStore::divide}, {"bvurem", &TermStore::modulo},    {"bvule", &TermStore::less_equal},
        {"bvult", &TermStore::less},    {"bvand", &TermStore::bit_and},    {"bvor", &TermStore::bit_or},
        {"bvxor", &TermStore::bit_xor}, {"bvshl", &TermStore::shift_left}, {"bvlshr", &TermStore::shift_right}};
    if (name == "and" || name == "or") {
        return name == "and" ? store.and_(arguments) : store.or_(arguments);
    }
    if (arguments.size() == 1 && unary.contains(name)) {
        return (store.*unary.at(name))(arguments[0]);
    }
    if (arguments.size() == 2 && binary.contains(name)) {
        return (store.*binary.at(name))(arguments[0], arguments[1]);
    }
    if (arguments.size() == 2 && (name == ">=" || name == ">")) {
        return name == ">" ? store.less(arguments[1], arguments[0]) : store.less_equal(arguments[1], arguments[0]);
    }
    if (arguments.size() > 2 && (name == "+" || name == "*" || name == "-")) {
        Term result = arguments[0];
        for (std::size_t i = 1; i < arguments.size(); ++i) {
            result = (store.*binary.at(name))(result, arguments[i]);
        }
        return result;
    }
    if (arguments.size() == 3 && (name == "ite" || name == "store")) {
        return name == "ite" ? store.ite(arguments[0], arguments[1], arguments[2])
                             : store.store(arguments[0], arguments[1], arguments[2]);
    }
    return nullptr;
}

std::uint32_t read_index(const SExprs& exprs, std::uint32_t index) {
    constexpr std::size_t kMostDigits = 9;
    if (!is_numeral(exprs[index]) || exprs[index].text.size() > kMostDigits) {
        fail_at(exprs[index], "a number is expected here");
    }
    return static_cast<std::uint32_t>(std::stoul(exprs[index].text));
}

std::uint32_t read_width(const SExprs& exprs, std::uint32_t index) {
    const std::uint32_t width = read_index(exprs, index);
    if (width == 0) {
        fail_at(exprs[index], "a number of bits is at least 1");
    }
    return width;
}

class TermReader {
  public:
    TermReader(const SExprs& exprs, Scope& scope) : exprs_(exprs), scope_(scope) {}

    Term read(std::uint32_t root) {
        std::optional<Term> result;
        visit(root, result);
        while (!frames_.empty()) {
            Frame& frame = frames_.back();
            if (frame.next < frame.parts.size()) {
                std::optional<Term> value;
                std::uint32_t part = frame.parts[frame.next++];
                visit(part, value);
                if (value) {
                    frames_.back().values.push_back(*value);
                }
                continue;
            }
            std::optional<Term> value = finish(frame);
            if (value) {
                frames_.pop_back();
                if (frames_.empty()) {
                    result = value;
                } else {
                    frames_.back().values.push_back(*value);
                }
            }
        }
        return *result;
    }

  private:
    enum class Form { Application, LetBindings, LetBody, Quantifier };
    // An expression whose parts are being read.
    struct Frame {
        Form form;
        std::uint32_t index;
        std::vector<std::uint32_t> parts = {};
        std::size_t next = 0;
        std::vector<Term> values = {};
        std::vector<std::string> names = {}; // Let, Quantifier: what it binds
        std::vector<Term> hidden = {};       // what these names meant outside, or null
        Quantifier quantifier = {};
        std::vector<std::size_t> trigger_sizes = {};
    };

    // An atom has its value at once; a list becomes a frame.
    void visit(std::uint32_t index, std::optional<Term>& value) {
        const SExpr& expr = exprs_[index];
        if (expr.kind != SExpr::Kind::List) {
            value = atom(expr);
        } else if (exprs_.is_form(index, "let")) {
            visit_let(index);
        } else if (exprs_.is_form(index, "forall") || exprs_.is_form(index, "exists")) {
            visit_quantifier(index);
        } else if (exprs_.is_form(index, "_")) {
            value = bits(index);
        } else {
            const std::vector<std::uint32_t>& items = exprs_.items(index, 2);
            if (!exprs_.is_form(items[0], "_")) {
                exprs_.name(items[0]);
            }
            frames_.push_back(Frame{Form::Application, index, {items.begin() + 1, items.end()}});
        }
    }

    Term atom(const SExpr& expr) {
        if (expr.kind == SExpr::Kind::Text) {
            fail_at(expr, "a text is no term");
        }
        if (is_numeral(expr)) {
            return scope_.store.integer(support::Integer(expr.text));
        }
        if (is_decimal(expr)) {
            return scope_.store.real(support::Integer(expr.text.substr(0, expr.text.size() - 2)));
        }
        if (auto found = scope_.variables.find(expr.text); found != scope_.variables.end()) {
            return found->second;
        }
        if (!expr.quoted && (expr.text == "true" || expr.text == "false")) {
            return scope_.store.bool_(expr.text == "true");
        }
        return apply(expr, expr.text, {});
    }

    // (_ bv5 8)
    Term bits(std::uint32_t index) {
        const std::vector<std::uint32_t>& items = exprs_.items(index, 3);
        const std::string& name = exprs_.name(items[1]);
        const std::string digits = name.substr(std::min<std::size_t>(name.size(), 2));
        if (!name.starts_with("bv") || digits.empty() ||
            !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })) {
            fail_at(exprs_[index], "bits are written as in (_ bv5 8)");
        }
        return scope_.store.bits(support::Integer(digits), read_width(exprs_, items[2]));
    }

    // ((_ int2bv 8) n), ((_ zero_extend 8) b), ((_ extract 7 0) b)
    Term apply_indexed(std::uint32_t head, const std::vector<Term>& arguments) {
        const std::vector<std::uint32_t>& items = exprs_.items(head, 3);
        const std::string& name = exprs_.name(items[1]);
        const auto number = [&](std::size_t item) { return read_index(exprs_, items.at(item)); };
        TermStore& store = scope_.store;
        try {
            if (arguments.size() == 1 && name == "int2bv") {
                return store.to_bits(arguments[0], read_width(exprs_, items[2]));
            }
            if (arguments.size() == 1 && name == "zero_extend") {
                return store.resize(arguments[0], arguments[0]->sort->width + number(2));
            }
            if (arguments.size() == 1 && name == "extract" && items.size() == 4 && number(3) == 0 &&
                number(2) < arguments[0]->sort->width) {
                return store.resize(arguments[0], number(2) + 1);
            }
        } catch (const support::InternalError& error) {
            fail_at(exprs_[head], error.what());
        }
        fail_at(exprs_[head], fmt::format("nothing is known about this use of {}", name));
    }

    Term apply(const SExpr& expr, const std::string& name, const std::vector<Term>& arguments) {
        try {
            if (auto found = scope_.functions.find(name); found != scope_.functions.end()) {
                return scope_.store.apply(found->second, arguments);
            }
            if (Term term = arguments.empty() ? nullptr : apply_operator(scope_.store, name, arguments)) {
                return term;
            }
        } catch (const support::InternalError& error) {
            fail_at(expr, error.what()); // the sorts of this text do not fit: its author's error, not ours
        }
        fail_at(expr, fmt::format("nothing is known about {} with {} arguments", name, arguments.size()));
    }

    void visit_let(std::uint32_t index) {
        const std::vector<std::uint32_t>& items = exprs_.items(index, 3);
        Frame frame{Form::LetBindings, index};
        for (std::uint32_t binding : exprs_.items(items[1], 1)) {
            const std::vector<std::uint32_t>& pair = exprs_.items(binding, 2);
            frame.names.push_back(exprs_.name(pair[0]));
            frame.parts.push_back(pair[1]);
        }
        frames_.push_back(std::move(frame));
    }

    void visit_quantifier(std::uint32_t index) {
        const std::vector<std::uint32_t>& items = exprs_.items(index, 3);
        Frame frame{Form::Quantifier, index};
        std::vector<Term> variables;
        for (std::uint32_t binder : exprs_.items(items[1], 1)) {
            const std::vector<std::uint32_t>& pair = exprs_.items(binder, 2);
            frame.names.push_back(exprs_.name(pair[0]));
            frame.quantifier.variables.push_back(bind(frame.names.back(), read_sort(exprs_, pair[1], scope_)));
        }
        std::uint32_t body = items[2];
        if (exprs_.is_form(body, "!")) {
            const std::vector<std::uint32_t>& annotated = exprs_.items(body, 2);
            frame.parts.push_back(annotated[1]);
            read_attributes(annotated, frame);
        } else {
            frame.parts.push_back(body);
        }
        hide(frame, frame.quantifier.variables);
        frames_.push_back(std::move(frame));
    }

    void read_attributes(const std::vector<std::uint32_t>& annotated, Frame& frame) {
        for (std::size_t i = 2; i + 1 < annotated.size(); i += 2) {
            if (exprs_.is_symbol(annotated[i], ":pattern")) {
                const std::vector<std::uint32_t>& terms = exprs_.items(annotated[i + 1], 1);
                frame.parts.insert(frame.parts.end(), terms.begin(), terms.end());
                frame.trigger_sizes.push_back(terms.size());
            } else if (exprs_.is_symbol(annotated[i], ":weight") && is_numeral(exprs_[annotated[i + 1]])) {
                frame.quantifier.weight = std::stoi(exprs_.name(annotated[i + 1]));
            } else if (exprs_.is_symbol(annotated[i], ":qid")) {
                frame.quantifier.name = exprs_.name(annotated[i + 1]);
            } else {
                fail_at(exprs_[annotated[i]], "unknown attribute");
            }
        }
    }

    Term bind(const std::string& name, Sort sort) {
        if (scope_.bind) {
            return scope_.bind(name, sort);
        }
        auto known = scope_.bound.find(name);
        bool in_force = scope_.variables.contains(name);
        if (known != scope_.bound.end() && known->second->sort == sort && !in_force) {
            return known->second; // of a quantifier that is closed by now
        }
        Term variable = scope_.store.fresh_variable(name, sort);
        scope_.bound.emplace(variable->name, variable);
        return variable;
    }

    void hide(Frame& frame, const std::vector<Term>& meanings) {
        for (std::size_t i = 0; i < frame.names.size(); ++i) {
            Term& meaning = scope_.variables[frame.names[i]];
            frame.hidden.push_back(meaning);
            meaning = meanings[i];
        }
    }

    void restore(const Frame& frame) {
        for (std::size_t i = frame.names.size(); i-- > 0;) {
            if (frame.hidden[i] == nullptr) {
                scope_.variables.erase(frame.names[i]);
            } else {
                scope_.variables[frame.names[i]] = frame.hidden[i];
            }
        }
    }

    // All parts so far are read; no value when that brought new parts.
    std::optional<Term> finish(Frame& frame) {
        switch (frame.form) {
        case Form::Application: {
            const SExpr& expr = exprs_[frame.index];
            if (exprs_.is_form(expr.items.front(), "_")) {
                return apply_indexed(expr.items.front(), frame.values);
            }
            return apply(expr, exprs_.name(expr.items.front()), frame.values);
        }
        case Form::LetBindings:
            hide(frame, frame.values);
            frame.parts.push_back(exprs_[frame.index].items[2]);
            frame.form = Form::LetBody;
            return std::nullopt;
        case Form::LetBody:
            restore(frame);
            return frame.values.back();
        case Form::Quantifier:
            return finish_quantifier(frame);
        }
        DAPHNIA_CHECK(false, "a frame has no form");
    }

    Term finish_quantifier(Frame& frame) {
        restore(frame);
        std::size_t next = 1;
        for (std::size_t size : frame.trigger_sizes) {
            auto begin = frame.values.begin() + static_cast<std::ptrdiff_t>(next);
            frame.quantifier.triggers.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(size));
            next += size;
        }
        if (frame.values[0]->sort != scope_.store.bool_sort()) {
            fail_at(exprs_[frame.index], "the body of a quantifier is of sort Bool");
        }
        return exprs_.is_form(frame.index, "forall")
                   ? scope_.store.forall(std::move(frame.quantifier), frame.values[0])
                   : scope_.store.exists(std::move(frame.quantifier), frame.values[0]);
    }

    const SExprs& exprs_;
    Scope& scope_;
    std::vector<Frame> frames_;
};

} // namespace

Sort read_sort(const SExprs& exprs, std::uint32_t index, const Scope& scope) {
    if (exprs.is_form(index, "Array")) {
        const std::vector<std::uint32_t>& items = exprs.items(index, 3);
        return scope.store.array_sort(read_sort(exprs, items[1], scope), read_sort(exprs, items[2], scope));
    }
    if (exprs.is_form(index, "_")) {
        const std::vector<std::uint32_t>& items = exprs.items(index, 3);
        if (!exprs.is_symbol(items[1], "BitVec")) {
            fail_at(exprs[index], "unknown sort");
        }
        return scope.store.bits_sort(read_width(exprs, items[2]));
    }
    const std::string& name = exprs.name(index);
    if (auto found = scope.sorts.find(name); found != scope.sorts.end()) {
        return found->second;
    }
    if (name == "Bool") {
        return scope.store.bool_sort();
    }
    if (name == "Int" || name == "Real") {
        return name == "Int" ? scope.store.int_sort() : scope.store.real_sort();
    }
    fail_at(exprs[index], fmt::format("unknown sort {}", name));
}

bool read_declaration(const SExprs& exprs, std::uint32_t index, Scope& scope) {
    bool is_sort = exprs.is_form(index, "declare-sort");
    bool is_function = exprs.is_form(index, "declare-fun");
    if (!is_sort && !is_function && !exprs.is_form(index, "declare-const")) {
        return false;
    }
    const std::vector<std::uint32_t>& items = exprs.items(index, is_function ? 4 : 3);
    const std::string& name = exprs.name(items[1]);
    try {
        if (is_sort) {
            scope.sorts[name] = scope.store.named_sort(name);
        } else if (is_function) {
            std::vector<Sort> arguments;
            for (std::uint32_t argument : exprs.items(items[2], 0)) {
                arguments.push_back(read_sort(exprs, argument, scope));
            }
            scope.functions[name] = scope.store.function(name, std::move(arguments), read_sort(exprs, items[3], scope));
        } else {
            scope.variables[name] = scope.store.variable(name, read_sort(exprs, items[2], scope));
        }
    } catch (const support::InternalError& error) {
        fail_at(exprs[index], error.what());
    }
    return true;
}

Term read_term(const SExprs& exprs, std::uint32_t index, Scope& scope) {
    return TermReader(exprs, scope).read(index);
}

} // namespace daphnia::logic
