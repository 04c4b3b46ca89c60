// Kernel expression in, one line of Dafny-like text out.
#include "typed/print.h"

#include "support/match.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace daphnia::typed {

namespace {

// How tightly an expression's outermost operator binds.
enum class Level { Open, Equivalence, Implication, Logical, Relation, Shift, Sum, Product, Bits, As, Prefix, Postfix };

struct Text {
    std::string text;
    Level level;
};

struct Operator {
    const char* spelling;
    Level level;
};

Operator operator_of(BinaryOp op, bool on_bool) {
    switch (op) {
    case BinaryOp::And:
        return {"&&", Level::Logical};
    case BinaryOp::Or:
        return {"||", Level::Logical};
    case BinaryOp::Implies:
        return {"==>", Level::Implication};
    case BinaryOp::Equal:
        return on_bool ? Operator{"<==>", Level::Equivalence} : Operator{"==", Level::Relation};
    case BinaryOp::NotEqual:
        return {"!=", Level::Relation};
    case BinaryOp::Less:
    case BinaryOp::ProperPrefix:
    case BinaryOp::RankLess:
    case BinaryOp::ProperSubset:
        return {"<", Level::Relation};
    case BinaryOp::LessEqual:
    case BinaryOp::Prefix:
    case BinaryOp::Subset:
        return {"<=", Level::Relation};
    case BinaryOp::Greater:
        return {">", Level::Relation};
    case BinaryOp::GreaterEqual:
        return {">=", Level::Relation};
    case BinaryOp::Disjoint:
        return {"!!", Level::Relation};
    case BinaryOp::Member:
        return {"in", Level::Relation};
    case BinaryOp::NotMember:
        return {"!in", Level::Relation};
    case BinaryOp::Add:
    case BinaryOp::CharAdd:
    case BinaryOp::Concat:
    case BinaryOp::Union:
    case BinaryOp::Merge:
        return {"+", Level::Sum};
    case BinaryOp::Subtract:
    case BinaryOp::CharSubtract:
    case BinaryOp::Difference:
    case BinaryOp::Remove:
        return {"-", Level::Sum};
    case BinaryOp::Multiply:
    case BinaryOp::Intersection:
        return {"*", Level::Product};
    case BinaryOp::Divide:
        return {"/", Level::Product};
    case BinaryOp::Modulo:
        return {"%", Level::Product};
    case BinaryOp::BitAnd:
        return {"&", Level::Bits};
    case BinaryOp::BitOr:
        return {"|", Level::Bits};
    case BinaryOp::BitXor:
        return {"^", Level::Bits};
    case BinaryOp::ShiftLeft:
        return {"<<", Level::Shift};
    case BinaryOp::ShiftRight:
        return {">>", Level::Shift};
    case BinaryOp::RotateLeft:
    case BinaryOp::RotateRight:
        break; // written as members
    }
    return {"?", Level::Open};
}

std::string escaped(char32_t code, char quote) {
    switch (code) {
    case U'\n':
        return "\\n";
    case U'\r':
        return "\\r";
    case U'\t':
        return "\\t";
    case U'\0':
        return "\\0";
    case U'\\':
        return "\\\\";
    default:
        break;
    }
    if (code == static_cast<char32_t>(quote)) {
        return fmt::format("\\{}", quote);
    }
    if (code < 0x20 || code > 0x7e) {
        return fmt::format("\\U{{{:04x}}}", static_cast<std::uint32_t>(code));
    }
    return {static_cast<char>(code)};
}

class ExprPrinter {
  public:
    explicit ExprPrinter(const Type& type) : type_(type) {}

    Text operator()(const BoolLiteral& node) const { return atom(node.value ? "true" : "false"); }
    Text operator()(const IntLiteral& node) const {
        return {node.value.get_str(), node.value < 0 ? Level::Prefix : Level::Postfix};
    }
    Text operator()(const RealLiteral& node) const {
        const std::string text = support::to_string(node.value);
        return {text, text.front() == '-' ? Level::Prefix : Level::Postfix};
    }
    Text operator()(const CharLiteral& node) const { return atom(fmt::format("'{}'", escaped(node.value, '\''))); }
    Text operator()(const StringLiteral& node) const {
        std::string text = "\"";
        for (const char32_t code : node.value) {
            text += escaped(code, '"');
        }
        return atom(text + "\"");
    }
    Text operator()(const NullLiteral&) const { return atom("null"); }
    Text operator()(const VariableRead& node) const { return atom(node.variable->name); }
    Text operator()(const ConstantRead& node) const { return atom(node.constant->name); }
    Text operator()(const Unary& node) const {
        if (node.op == UnaryOp::Floor) {
            return atom(at_least(Level::Postfix, *node.operand) + ".Floor");
        }
        const char* const op = node.op == UnaryOp::Negate ? "-" : "!";
        return {op + at_least(Level::Prefix, *node.operand), Level::Prefix};
    }
    Text operator()(const Binary& node) const { return binary(node); }
    Text operator()(const IfThenElse& node) const {
        return {fmt::format("if {} then {} else {}", print(*node.condition), print(*node.then), print(*node.otherwise)),
                Level::Open};
    }
    Text operator()(const Let& node) const {
        return {fmt::format("var {} := {}; {}", variables(node.variables), list(node.values), print(*node.body)),
                Level::Open};
    }
    Text operator()(const LetSuchThat& node) const {
        return {fmt::format("var {} :| {}; {}", variables(node.variables), print(*node.constraint), print(*node.body)),
                Level::Open};
    }
    Text operator()(const Quantifier& node) const {
        std::string text = node.kind == QuantifierKind::Forall ? "forall " : "exists ";
        text += variables(node.variables);
        const std::string induction = print_attribute(node.induction);
        text += induction.empty() ? induction : " " + induction;
        if (node.no_triggers) {
            text += " {:autotriggers false}";
        }
        for (const std::vector<ExprPtr>& trigger : node.triggers) {
            text += fmt::format(" {{:trigger {}}}", list(trigger));
        }
        if (node.range != nullptr) {
            text += " | " + print(*node.range);
        }
        return {text + " :: " + print(*node.body), Level::Open};
    }
    Text operator()(const FunctionCall& node) const {
        if (!has_receiver(node.function->parameters)) {
            return atom(fmt::format("{}{}({})", node.function->name, at_label(node.label), list(node.arguments)));
        }
        std::string text = at_least(Level::Postfix, *node.arguments.front()) + "." + own_name(node.function->name);
        if (node.function->constant) {
            return atom(std::move(text));
        }
        text += at_label(node.label) + "(";
        for (std::size_t i = 1; i < node.arguments.size(); ++i) {
            text += (i == 1 ? "" : ", ") + print(*node.arguments[i]);
        }
        return atom(text + ")");
    }
    Text operator()(const Lambda& node) const {
        const std::string domain = node.domain == nullptr ? "" : " requires " + print(*node.domain);
        return {fmt::format("({}){}{} => {}", variables(node.parameters), domain,
                            node.reads.present ? " reads " + print(node.reads) : "", print(*node.body)),
                Level::Open};
    }
    Text operator()(const FunctionValue& node) const {
        return atom(node.receiver == nullptr
                        ? node.function->name
                        : at_least(Level::Postfix, *node.receiver) + "." + own_name(node.function->name));
    }
    Text operator()(const Apply& node) const {
        return atom(fmt::format("{}({})", at_least(Level::Postfix, *node.function), list(node.arguments)));
    }
    Text operator()(const RequiresOf& node) const {
        return atom(fmt::format("{}.requires({})", at_least(Level::Postfix, *node.function), list(node.arguments)));
    }
    Text operator()(const ReadsOf& node) const {
        return atom(fmt::format("{}.reads({})", at_least(Level::Postfix, *node.function), list(node.arguments)));
    }
    Text operator()(const TupleDisplay& node) const { return atom(fmt::format("({})", list(node.components))); }
    Text operator()(const TupleSelect& node) const {
        return atom(fmt::format("{}.{}", at_least(Level::Postfix, *node.tuple), node.component));
    }
    Text operator()(const DatatypeValue& node) const {
        const std::string name =
            fmt::format("{}.{}", to_string(type_), type_.datatype->constructors[node.constructor].name);
        return atom(node.arguments.empty() ? name : fmt::format("{}({})", name, list(node.arguments)));
    }
    Text operator()(const DatatypeTest& node) const {
        const std::string& name = node.value->type.datatype->constructors[node.constructor].name;
        return atom(fmt::format("{}.{}?", at_least(Level::Postfix, *node.value), name));
    }
    Text operator()(const DatatypeSelect& node) const {
        const Destructor& destructor = node.value->type.datatype->destructors[node.destructor];
        const std::string name = destructor.name.empty() ? fmt::format("#{}", node.destructor) : destructor.name;
        return atom(fmt::format("{}.{}", at_least(Level::Postfix, *node.value), name));
    }
    Text operator()(const DecreasesTo& node) const {
        return atom(fmt::format("({} {} {})", list(node.from), node.or_same ? "nonincreases to" : "decreases to",
                                list(node.to)));
    }
    Text operator()(const SeqDisplay& node) const { return atom(fmt::format("[{}]", list(node.elements))); }
    Text operator()(const SeqComprehension& node) const {
        return atom(fmt::format(
            "seq({}, {}: {}{} => {})", print(*node.size), node.variable->name, to_string(node.variable->type),
            node.domain == nullptr ? "" : fmt::format(" requires {}", print(*node.domain)), print(*node.body)));
    }
    Text operator()(const SetDisplay& node) const {
        const char* const kind = type_.kind == TypeKind::Multiset ? "multiset"
                                 : type_.kind == TypeKind::Iset   ? "iset"
                                                                  : "";
        return atom(fmt::format("{}{{{}}}", kind, list(node.elements)));
    }
    Text operator()(const SetComprehension& node) const {
        const std::string range = node.range == nullptr ? "" : " | " + print(*node.range);
        return {fmt::format("{} {}{} :: {}", is_infinite(type_) ? "iset" : "set", variables(node.variables), range,
                            print(*node.term)),
                Level::Open};
    }
    Text operator()(const MultisetOf& node) const { return atom(fmt::format("multiset({})", print(*node.collection))); }
    Text operator()(const Multiplicity& node) const { return element(*node.multiset, *node.element); }
    Text operator()(const MultiplicityUpdate& node) const {
        return atom(fmt::format("{}[{} := {}]", at_least(Level::Postfix, *node.multiset), print(*node.element),
                                print(*node.count)));
    }
    Text operator()(const MapDisplay& node) const {
        std::string entries;
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            entries += fmt::format("{}{} := {}", i == 0 ? "" : ", ", print(*node.keys[i]), print(*node.values[i]));
        }
        return atom(fmt::format("{}[{}]", is_infinite(type_) ? "imap" : "map", entries));
    }
    Text operator()(const MapComprehension& node) const {
        const std::string range = node.range == nullptr ? "" : " | " + print(*node.range);
        const std::string key = node.key == nullptr ? "" : print(*node.key) + " := ";
        return {fmt::format("{} {}{} :: {}{}", is_infinite(type_) ? "imap" : "map", variables(node.variables), range,
                            key, print(*node.value)),
                Level::Open};
    }
    Text operator()(const MapSelect& node) const { return element(*node.map, *node.key); }
    Text operator()(const MapUpdate& node) const {
        return atom(
            fmt::format("{}[{} := {}]", at_least(Level::Postfix, *node.map), print(*node.key), print(*node.value)));
    }
    Text operator()(const MapPart& node) const {
        const char* const part = node.kind == MapPartKind::Keys     ? ".Keys"
                                 : node.kind == MapPartKind::Values ? ".Values"
                                                                    : ".Items";
        return atom(at_least(Level::Postfix, *node.map) + part);
    }
    Text operator()(const SeqLength& node) const { return atom(fmt::format("|{}|", print(*node.seq))); }
    Text operator()(const SeqIndex& node) const { return element(*node.seq, *node.index); }
    Text operator()(const SeqSlice& node) const { return slice(*node.seq, node.low, node.high); }
    Text operator()(const SeqUpdate& node) const {
        return atom(
            fmt::format("{}[{} := {}]", at_least(Level::Postfix, *node.seq), print(*node.index), print(*node.value)));
    }
    Text operator()(const ArrayLength& node) const {
        const bool several = dimensions(node.array->type) > 1;
        return atom(at_least(Level::Postfix, *node.array) + ".Length" +
                    (several ? std::to_string(node.dimension) : std::string()));
    }
    Text operator()(const ArrayRead& node) const {
        return atom(fmt::format("{}[{}]", at_least(Level::Postfix, *node.array), list(node.indices)));
    }
    Text operator()(const ArraySlice& node) const { return slice(*node.array, node.low, node.high); }
    Text operator()(const FieldRead& node) const {
        return atom(at_least(Level::Postfix, *node.object) + "." + node.field->name);
    }
    Text operator()(const Unchanged& node) const {
        std::string text;
        for (const FrameEntry& entry : node.entries) {
            text += (text.empty() ? "" : ", ") + print(entry);
        }
        return atom(fmt::format("unchanged{}({})", at_label(node.label), text));
    }
    Text operator()(const Old& node) const { return in_state("old", *node.operand, node.label); }
    Text operator()(const Fresh& node) const { return in_state("fresh", *node.operand, node.label); }
    Text operator()(const Allocated& node) const { return in_state("allocated", *node.operand, nullptr); }
    Text operator()(const Convert& node) const {
        return {fmt::format("{} as {}", at_least(Level::As, *node.operand), to_string(node.target)), Level::As};
    }
    Text operator()(const TypeTest& node) const {
        return {fmt::format("{} is {}", at_least(Level::As, *node.operand), to_string(node.type)), Level::As};
    }
    Text operator()(const StatementExpr& node) const {
        std::string text;
        for (const StmtPtr& statement : node.statements) {
            text += on_one_line(print(*statement)) + " ";
        }
        return {text + print(*node.body), Level::Open};
    }

    static Text text_of(const Expr& expr) { return support::match(expr.node, ExprPrinter(expr.type)); }

  private:
    static Text atom(std::string text) { return {std::move(text), Level::Postfix}; }

    static std::string at_least(Level level, const Expr& expr) {
        const Text text = text_of(expr);
        return text.level >= level ? text.text : "(" + text.text + ")";
    }

    // Parentheses wherever neighbouring operators of one level are not the same associative one.
    static Text binary(const Binary& node) {
        if (node.op == BinaryOp::RotateLeft || node.op == BinaryOp::RotateRight) {
            return atom(fmt::format("{}.{}({})", at_least(Level::Postfix, *node.left),
                                    node.op == BinaryOp::RotateLeft ? "RotateLeft" : "RotateRight",
                                    print(*node.right)));
        }
        const auto [spelling, level] = operator_of(node.op, node.left->type.kind == TypeKind::Bool);
        const auto tighter = static_cast<Level>(static_cast<int>(level) + 1);
        const auto* left = std::get_if<Binary>(&node.left->node);
        const auto* right = std::get_if<Binary>(&node.right->node);
        const bool arithmetic = level == Level::Sum || level == Level::Product;
        const bool left_chain =
            arithmetic || ((level == Level::Logical || level == Level::Bits) && left != nullptr && left->op == node.op);
        const bool right_chain = right != nullptr && right->op == node.op && node.op == BinaryOp::Implies;
        return {fmt::format("{} {} {}", at_least(left_chain ? level : tighter, *node.left), spelling,
                            at_least(right_chain ? level : tighter, *node.right)),
                level};
    }

    static Text element(const Expr& collection, const Expr& index) {
        return atom(fmt::format("{}[{}]", at_least(Level::Postfix, collection), print(index)));
    }

    static Text slice(const Expr& collection, const ExprPtr& low, const ExprPtr& high) {
        return atom(fmt::format("{}[{}..{}]", at_least(Level::Postfix, collection), low == nullptr ? "" : print(*low),
                                high == nullptr ? "" : print(*high)));
    }

    static Text in_state(const char* what, const Expr& operand, const Label* label) {
        return atom(fmt::format("{}{}({})", what, at_label(label), print(operand)));
    }
    static std::string at_label(const Label* label) { return label == nullptr ? "" : "@" + label->name; }

    static std::string list(const std::vector<ExprPtr>& exprs) {
        std::vector<std::string> texts;
        for (const ExprPtr& expr : exprs) {
            texts.push_back(print(*expr));
        }
        return fmt::format("{}", fmt::join(texts, ", "));
    }

    static std::string variables(const std::vector<VariablePtr>& variables) {
        std::vector<std::string> texts;
        for (const VariablePtr& variable : variables) {
            texts.push_back(
                fmt::format("{}{}: {}", variable->ghost ? "ghost " : "", variable->name, to_string(variable->type)));
        }
        return fmt::format("{}", fmt::join(texts, ", "));
    }

    // Line breaks and the indentation after them become one space; literals contain no raw line break.
    static std::string on_one_line(const std::string& lines) {
        std::string text;
        bool at_line_start = false;
        for (const char character : lines) {
            if (character == '\n') {
                at_line_start = true;
            } else if (!at_line_start || character != ' ') {
                text += at_line_start ? " " : "";
                text += character;
                at_line_start = false;
            }
        }
        return text;
    }

    const Type& type_;
};

} // namespace

std::string print_attribute(const Induction& induction) {
    if (!induction.wanted.has_value()) {
        return {};
    }
    if (!*induction.wanted) {
        return "{:induction false}";
    }
    std::vector<std::string> names;
    for (const Variable* variable : induction.variables) {
        names.push_back(variable->name);
    }
    return names.empty() ? "{:induction}" : fmt::format("{{:induction {}}}", fmt::join(names, ", "));
}

std::string print(const FrameEntry& entry) {
    return print(*entry.expr) + (entry.field == nullptr ? "" : "`" + entry.field->name);
}

std::string print(const Frame& frame) {
    if (frame.wildcard || frame.entries.empty()) {
        return frame.wildcard ? "*" : "{}";
    }
    std::string result;
    for (const FrameEntry& entry : frame.entries) {
        result += (result.empty() ? "" : ", ") + print(entry);
    }
    return result;
}

std::string print(const Expr& expr) {
    return ExprPrinter::text_of(expr).text;
}

} // namespace daphnia::typed
