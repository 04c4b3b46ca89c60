// Operators, literals and suffixes as text, with as few parentheses as the shape of the tree allows.
#include "ast/printer.h"

#include "support/characters.h"
#include "support/match.h"

#include <fmt/format.h>

namespace daphnia::ast {

using support::match;

std::string_view spelling(BinaryOp op) {
    switch (op) {
    case BinaryOp::Iff:
        return "<==>";
    case BinaryOp::Implies:
        return "==>";
    case BinaryOp::Explies:
        return "<==";
    case BinaryOp::And:
        return "&&";
    case BinaryOp::Or:
        return "||";
    case BinaryOp::Eq:
        return "==";
    case BinaryOp::Neq:
        return "!=";
    case BinaryOp::Lt:
        return "<";
    case BinaryOp::Le:
        return "<=";
    case BinaryOp::Gt:
        return ">";
    case BinaryOp::Ge:
        return ">=";
    case BinaryOp::In:
        return "in";
    case BinaryOp::NotIn:
        return "!in";
    case BinaryOp::Disjoint:
        return "!!";
    case BinaryOp::ShiftLeft:
        return "<<";
    case BinaryOp::ShiftRight:
        return ">>";
    case BinaryOp::Add:
        return "+";
    case BinaryOp::Sub:
        return "-";
    case BinaryOp::Mul:
        return "*";
    case BinaryOp::Div:
        return "/";
    case BinaryOp::Mod:
        return "%";
    case BinaryOp::BitAnd:
        return "&";
    case BinaryOp::BitOr:
        return "|";
    case BinaryOp::BitXor:
        return "^";
    }
    return "";
}

Binding binding_of(BinaryOp op) {
    switch (op) {
    case BinaryOp::Iff:
        return Binding::Iff;
    case BinaryOp::Implies:
    case BinaryOp::Explies:
        return Binding::Implies;
    case BinaryOp::And:
    case BinaryOp::Or:
        return Binding::Logical;
    case BinaryOp::Eq:
    case BinaryOp::Neq:
    case BinaryOp::Lt:
    case BinaryOp::Le:
    case BinaryOp::Gt:
    case BinaryOp::Ge:
    case BinaryOp::In:
    case BinaryOp::NotIn:
    case BinaryOp::Disjoint:
        return Binding::Relational;
    case BinaryOp::ShiftLeft:
    case BinaryOp::ShiftRight:
        return Binding::Shift;
    case BinaryOp::Add:
    case BinaryOp::Sub:
        return Binding::Sum;
    case BinaryOp::Mul:
    case BinaryOp::Div:
    case BinaryOp::Mod:
        return Binding::Product;
    case BinaryOp::BitAnd:
    case BinaryOp::BitOr:
    case BinaryOp::BitXor:
        return Binding::Bitwise;
    }
    return Binding::Open;
}

namespace {

Binding next(Binding binding) {
    return static_cast<Binding>(static_cast<int>(binding) + 1);
}

// How tightly a node holds together.
Binding binding_of(const Expr& expr) {
    if (const auto* binary = std::get_if<Binary>(&expr.node)) {
        return binding_of(binary->op);
    }
    if (std::holds_alternative<Chain>(expr.node)) {
        return Binding::Relational;
    }
    if (std::holds_alternative<Conversion>(expr.node) || std::holds_alternative<TypeTest>(expr.node)) {
        return Binding::Conversion;
    }
    if (std::holds_alternative<Unary>(expr.node) || std::holds_alternative<MatchExpr>(expr.node)) {
        return Binding::Unary;
    }
    const bool open = std::holds_alternative<Quantifier>(expr.node) ||
                      std::holds_alternative<SetComprehension>(expr.node) ||
                      std::holds_alternative<MapComprehension>(expr.node) ||
                      std::holds_alternative<Lambda>(expr.node) || std::holds_alternative<IfExpr>(expr.node) ||
                      std::holds_alternative<Let>(expr.node) || std::holds_alternative<LetSuchThat>(expr.node) ||
                      std::holds_alternative<LetOrFail>(expr.node) || std::holds_alternative<StmtExpr>(expr.node);
    return open ? Binding::Open : Binding::Suffix;
}

// Open expressions that end in something that what follows could be read into, or whose head needs brackets around.
bool always_in_parentheses(const Expr& expr) {
    if (const auto* set = std::get_if<SetComprehension>(&expr.node)) {
        return set->term == nullptr; // `, y` would add a variable
    }
    if (const auto* map = std::get_if<MapComprehension>(&expr.node)) {
        return map->key == nullptr; // `:=` would make its value a key
    }
    if (const auto* lambda = std::get_if<Lambda>(&expr.node)) {
        return !lambda->specs.empty(); // in a contract these would be the next clauses
    }
    if (const auto* stmt = std::get_if<StmtExpr>(&expr.node)) {
        return std::holds_alternative<ExprStmt>(stmt->stmt->node); // the `;` would end a statement
    }
    return false;
}

} // namespace

void Printer::expr(const Expr& expr, Binding at_least, bool open_allowed) {
    const Binding own = binding_of(expr);
    const auto* binary = std::get_if<Binary>(&expr.node);
    const bool bar = bar_closes_ && binary != nullptr && binary->op == BinaryOp::BitOr;
    // An open expression may stand at the right end of operators that hold more tightly.
    const bool loose = own == Binding::Open ? !open_allowed : own < at_least;
    const bool parentheses = loose || bar || always_in_parentheses(expr);
    const bool saved_open = open_allowed_;
    const bool saved_bar = bar_closes_;
    if (parentheses) {
        text("(");
        bar_closes_ = false;
    }
    open_allowed_ = parentheses || open_allowed;
    match(expr.node, *this);
    open_allowed_ = saved_open;
    bar_closes_ = saved_bar;
    if (parentheses) {
        text(")");
    }
}

void Printer::exprs(const std::vector<ExprPtr>& exprs) {
    separated(exprs, ", ", [&](const ExprPtr& element) { whole(*element); });
}

// ---- operators

void Printer::operator()(const Unary& node) {
    const bool open = open_allowed_;
    text(node.op == UnaryOp::Negate ? "-" : "!");
    expr(*node.operand, Binding::Unary, open);
}

void Printer::operator()(const Binary& node) {
    const bool open = open_allowed_;
    const Binding own = ast::binding_of(node.op);
    Binding left = own;
    Binding right = next(own);
    const auto same_op = [&](const ExprPtr& side) {
        const auto* binary = std::get_if<Binary>(&side->node);
        return binary != nullptr && binary->op == node.op;
    };
    switch (own) {
    case Binding::Implies:
        // ==> associates to the right, <== to the left, and they do not mix.
        left = node.op == BinaryOp::Explies && same_op(node.left) ? own : next(own);
        right = node.op == BinaryOp::Implies && same_op(node.right) ? own : next(own);
        break;
    case Binding::Logical:
    case Binding::Bitwise:
        left = same_op(node.left) ? own : next(own); // no mixing
        break;
    case Binding::Relational:
        left = next(own);
        break;
    default:
        break;
    }
    expr(*node.left, left, false);
    text(fmt::format(" {}", spelling(node.op)));
    if (node.prefix_limit != nullptr) {
        text("#[");
        whole(*node.prefix_limit);
        text("]");
    }
    text(" ");
    expr(*node.right, right, open);
}

void Printer::operator()(const Chain& node) {
    const bool open = open_allowed_;
    for (std::size_t i = 0; i < node.operands.size(); ++i) {
        if (i > 0) {
            text(fmt::format(" {} ", spelling(node.ops[i - 1])));
        }
        expr(*node.operands[i], Binding::Shift, open && i + 1 == node.operands.size());
    }
}

void Printer::operator()(const Conversion& node) {
    expr(*node.operand, Binding::Conversion, false);
    text(" as ");
    type(*node.type);
}

void Printer::operator()(const TypeTest& node) {
    expr(*node.operand, Binding::Conversion, false);
    text(" is ");
    type(*node.type);
}

void Printer::operator()(const DecreasesTo& node) {
    const auto part = [&](const ExprPtr& element) { closed(*element); };
    text("(");
    separated(node.from, ", ", part);
    text(node.from.empty() ? "" : " ");
    text(node.allow_no_change ? "nonincreases to" : "decreases to");
    text(node.to.empty() ? "" : " ");
    separated(node.to, ", ", part);
    text(")");
}

// ---- literals

void Printer::operator()(const BoolLit& node) {
    text(node.value ? "true" : "false");
}
void Printer::operator()(const NullLit&) {
    text("null");
}
void Printer::operator()(const IntLit& node) {
    text(node.value.get_str());
}

void Printer::operator()(const RealLit& node) {
    constexpr std::int32_t kMostDecimals = 100;
    std::string digits = node.digits.get_str();
    if (node.exponent >= 0 || node.exponent < -kMostDecimals) {
        text(fmt::format("{}e{}", digits, node.exponent));
        return;
    }
    const auto decimals = static_cast<std::size_t>(-node.exponent);
    if (digits.size() <= decimals) {
        digits.insert(0, decimals + 1 - digits.size(), '0');
    }
    text(digits.insert(digits.size() - decimals, "."));
}

void Printer::operator()(const CharLit& node) {
    text("'" + support::escaped(std::u32string(1, node.value)) + "'");
}

void Printer::operator()(const StringLit& node) {
    if (!node.verbatim) {
        text("\"" + support::escaped(node.value) + "\"");
        return;
    }
    text("@\"");
    for (const char32_t c : node.value) {
        text(c == U'"' ? "\"\"" : support::utf8(c));
    }
    text("\"");
}

// ---- names and suffixes

void Printer::operator()(const This&) {
    text("this");
}
void Printer::operator()(const Wildcard& node) {
    text(node.doubled ? "**" : "*");
}

void Printer::operator()(const Name& node) {
    text(node.name.text);
    type_arguments(node.type_arguments);
}

void Printer::suffix_base(const Expr& base) {
    const bool number = std::holds_alternative<IntLit>(base.node) || std::holds_alternative<RealLit>(base.node);
    text(number ? "(" : ""); // 1.0 would be a real number
    expr(base, Binding::Suffix, false);
    text(number ? ")" : "");
}

void Printer::operator()(const Member& node) {
    suffix_base(*node.object);
    text("." + node.name.text);
    type_arguments(node.type_arguments);
}

void Printer::operator()(const Call& node) {
    suffix_base(*node.callee);
    if (node.prefix_limit != nullptr) {
        text("#[");
        whole(*node.prefix_limit);
        text("]");
    }
    if (node.at_label) {
        text("@" + node.at_label->text);
    }
    text("(");
    arguments(node.arguments);
    text(")");
}

void Printer::operator()(const Index& node) {
    suffix_base(*node.base);
    text("[");
    exprs(node.indices);
    text("]");
}

void Printer::operator()(const Slice& node) {
    suffix_base(*node.base);
    text("[");
    if (node.from != nullptr) {
        whole(*node.from);
    }
    text("..");
    if (node.to != nullptr) {
        whole(*node.to);
    }
    text("]");
}

void Printer::operator()(const MultiSlice& node) {
    suffix_base(*node.base);
    text("[");
    separated(node.lengths, " : ", [&](const ExprPtr& length) { closed(*length); });
    text(node.rest ? " : ]" : "]");
}

void Printer::operator()(const Update& node) {
    suffix_base(*node.base);
    text("[");
    closed(*node.index);
    text(" := ");
    whole(*node.value);
    text("]");
}

void Printer::operator()(const DatatypeUpdate& node) {
    suffix_base(*node.base);
    text(".(");
    separated(node.updates, ", ", [&](const FieldUpdate& update) {
        text(update.field.text + " := ");
        closed(*update.value);
    });
    text(")");
}

} // namespace daphnia::ast
