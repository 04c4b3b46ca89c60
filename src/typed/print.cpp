// Kernel statements and declarations in, indented Dafny-like text out.
#include "typed/print.h"

#include "support/match.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

namespace daphnia::typed {

namespace {

std::string list(const std::vector<ExprPtr>& exprs) {
    std::vector<std::string> texts;
    for (const ExprPtr& expr : exprs) {
        texts.push_back(print(*expr));
    }
    return fmt::format("{}", fmt::join(texts, ", "));
}

// "T(==, !new)"
std::string declared(const TypeParameter& parameter) {
    std::string characteristics;
    const auto add = [&](bool has, const char* text) {
        if (has) {
            characteristics += (characteristics.empty() ? "" : ", ") + std::string(text);
        }
    };
    add(parameter.equality, "==");
    add(parameter.auto_init, "0");
    add(parameter.nonempty && !parameter.auto_init, "00");
    add(parameter.no_references, "!new");
    return parameter.name + (characteristics.empty() ? "" : "(" + characteristics + ")");
}

// "<T(==), U>"
std::string type_parameters(const TypeParameters& parameters) {
    std::string text;
    for (const auto& parameter : parameters) {
        text += (text.empty() ? "" : ", ") + declared(*parameter);
    }
    return text.empty() ? text : "<" + text + ">";
}

std::string typed_name(const Variable& variable) {
    return fmt::format("{}{}{}: {}", variable.is_new ? "new " : "", variable.ghost ? "ghost " : "", variable.name,
                       to_string(variable.type));
}

std::string list(const std::vector<VariablePtr>& variables) {
    std::vector<std::string> texts;
    for (const VariablePtr& variable : variables) {
        texts.push_back(typed_name(*variable));
    }
    return fmt::format("{}", fmt::join(texts, ", "));
}

// A range between binder and body.
std::string such_that(const ExprPtr& range) {
    return range == nullptr ? "" : " | " + print(*range);
}

std::string value_text(const Value& value) {
    if (const auto* expr = std::get_if<ExprPtr>(&value.node)) {
        return print(**expr);
    }
    if (const auto* array = std::get_if<NewArray>(&value.node)) {
        std::string text = fmt::format("new {}[{}]", to_string(array->element), list(array->sizes));
        if (array->has_display) {
            text += fmt::format(" [{}]", list(array->display));
        } else if (array->initial != nullptr) {
            text += fmt::format(" ({}{} => {})",
                                array->indices.size() == 1 ? typed_name(*array->indices.front())
                                                           : fmt::format("({})", list(array->indices)),
                                array->domain == nullptr ? "" : fmt::format(" requires {}", print(*array->domain)),
                                print(*array->initial));
        }
        return text;
    }
    if (const auto* object = std::get_if<NewObject>(&value.node)) {
        std::vector<std::string> cells;
        const std::vector<Cell> all = cells_of(object->type);
        for (std::size_t i = 0; i < object->cells.size(); ++i) {
            if (object->cells[i] != nullptr) {
                cells.push_back(fmt::format("{} := {}", all.at(i).field->name, print(*object->cells[i])));
            }
        }
        return fmt::format("new {}{{{}}}", to_string(object->type), fmt::join(cells, ", "));
    }
    return "*";
}

std::string list(const std::vector<Value>& values) {
    std::vector<std::string> texts;
    for (const Value& value : values) {
        texts.push_back(value_text(value));
    }
    return fmt::format("{}", fmt::join(texts, ", "));
}

std::string list(const std::vector<Target>& targets) {
    std::vector<std::string> texts;
    for (const Target& target : targets) {
        if (const auto* element = std::get_if<ElementTarget>(&target.node)) {
            texts.push_back(fmt::format("{}[{}]", print(*element->array), list(element->indices)));
        } else if (const auto* field = std::get_if<FieldTarget>(&target.node)) {
            texts.push_back(fmt::format("{}.{}", print(*field->object), field->field->name));
        } else {
            texts.push_back(std::get<VariableTarget>(target.node).variable->name);
        }
    }
    return fmt::format("{}", fmt::join(texts, ", "));
}

// Collects lines at the current indentation.
class Printer {
  public:
    std::string take() { return std::move(text_); }

    void statement(const Stmt& stmt) {
        ghost_ = stmt.ghost;
        support::match(stmt.node, *this);
    }

    void operator()(const Block& node) {
        open(label_prefix(node.label) + "{");
        statements(node.statements);
        close("}");
    }
    void operator()(const VarDecl& node) { line(fmt::format("var {};", list(node.variables))); }
    void operator()(const Assign& node) {
        line(fmt::format("{}{} := {};", ghost_prefix(), list(node.targets), list(node.values)));
    }
    void operator()(const AssignSuchThat& node) {
        line(fmt::format("{}{} :| {}{};", ghost_prefix(), list(node.targets), node.assumed ? "assume " : "",
                         print(*node.constraint)));
    }
    void operator()(const Call& node) {
        line(fmt::format("{}{}{}{}{}({});", ghost_prefix(), list(node.targets), node.targets.empty() ? "" : " := ",
                         node.method->name, node.label == nullptr ? "" : "@" + node.label->name, list(node.arguments)));
    }
    void operator()(const Assert& node) {
        const char* const kind = node.kind == AssertKind::ForRange     ? "{:for_range} "
                                 : node.kind == AssertKind::MatchCase  ? "{:match_case} "
                                 : node.kind == AssertKind::Destructor ? "{:destructor} "
                                 : node.kind == AssertKind::Witness    ? "{:witness} "
                                                                       : "";
        const std::string claim = fmt::format("assert {}{}{}{}", claim_label(node.label), kind,
                                              node.contradiction ? "{:contradiction} " : "", print(*node.condition));
        if (node.proof == nullptr) {
            line(claim + ";");
        } else {
            open(claim + " by {");
            body(*node.proof);
            close("}");
        }
    }
    void operator()(const Assume& node) {
        line(fmt::format("assume {}{};", node.axiom ? "{:axiom} " : "", print(*node.condition)));
    }
    void operator()(const Reveal& node) {
        std::vector<std::string> names;
        for (const Revealed& thing : node.things) {
            names.push_back(std::visit([](const auto* revealed) { return revealed->name; }, thing));
        }
        line(fmt::format("reveal {};", fmt::join(names, ", ")));
    }
    void operator()(const Expect& node) {
        line(fmt::format("expect {}{};", print(*node.condition),
                         node.message == nullptr ? "" : ", " + print(*node.message)));
    }
    void operator()(const Print& node) { line(fmt::format("print {};", list(node.arguments))); }
    void operator()(const If& node) {
        open(fmt::format("{}if {} {{", ghost_prefix(), node.guard == nullptr ? "*" : print(*node.guard)));
        body(*node.then);
        if (node.otherwise != nullptr) {
            close("} else {");
            ++indentation_;
            body(*node.otherwise);
        }
        close("}");
    }
    void operator()(const Alternatives& node) {
        open(fmt::format("{}if{} {{", ghost_prefix(), node.checked ? "" : " {:unchecked}"));
        for (const Alternative& alternative : node.alternatives) {
            open(fmt::format("case {} => {{", print(*alternative.guard)));
            body(*alternative.body);
            close("}");
        }
        close("}");
    }
    void operator()(const While& node) {
        const std::string name = name_loop(node);
        line(fmt::format("label {}: {}while {}", name, ghost_prefix(),
                         node.guard == nullptr ? "*" : print(*node.guard)));
        clauses("invariant", node.invariants);
        frame("modifies", node.modifies);
        decreases(node.decreases);
        if (node.body != nullptr) {
            open("{");
            body(*node.body);
            close("}");
        }
    }
    void operator()(const Break& node) {
        const auto jump = jumps_.find(node.label);
        line(ghost_prefix() + (jump == jumps_.end() ? "break " + node.label->name : jump->second) + ";");
    }
    void operator()(const Return&) { line(ghost_prefix() + "return;"); }
    void operator()(const ForallStatement& node) {
        line(fmt::format("forall {}{}", list(node.variables), such_that(node.range)));
        clauses("ensures", node.ensures);
        if (node.body != nullptr) {
            open("{");
            body(*node.body);
            close("}");
        }
    }
    void operator()(const Calc& node) {
        open("calc {");
        for (const CalcStep& step : node.steps) {
            line(print(*step.known) + ";");
            open(step.implication ? "assuming it {" : "{");
            body(*step.hint);
            close("}");
            line(fmt::format("claim {};", print(*step.claim)));
        }
        if (node.last != nullptr) {
            line(print(*node.last) + ";");
        }
        if (node.conclusion != nullptr) {
            line(fmt::format("conclusion {};", print(*node.conclusion)));
        }
        close("}");
    }

    void operator()(const Modify& node) {
        line("modify " + print(node.frame) + (node.body == nullptr ? ";" : ""));
        if (node.body != nullptr) {
            open("{");
            body(*node.body);
            close("}");
        }
    }

    void operator()(const std::unique_ptr<Function>& function) {
        const std::string result = function->result->name.empty() ? to_string(function->result->type)
                                                                  : fmt::format("({})", typed_name(*function->result));
        line(fmt::format("{}{}{} {}({}): {}",
                         function->two_state ? "twostate "
                         : function->ghost   ? "ghost "
                                             : "",
                         function->predicate ? "predicate" : "function", attributes(function->attributes),
                         function->name + type_parameters(function->type_parameters), list(function->parameters),
                         result));
        overrides(*function);
        clauses("requires", function->preconditions);
        frame("reads", function->reads);
        clauses("ensures", function->postconditions);
        decreases(function->decreases);
        if (function->body != nullptr) {
            open("{");
            function_body(*function->body);
            close("}");
        }
    }
    void operator()(const std::unique_ptr<Method>& method) {
        const bool lemma = method->kind == MethodKind::Lemma;
        const char* const keyword = method->two_state                         ? "twostate lemma"
                                    : lemma                                   ? "lemma"
                                    : method->kind == MethodKind::Constructor ? "constructor"
                                                                              : "method";
        line(fmt::format("{}{}{} {}({}){}", method->ghost && !lemma ? "ghost " : "", keyword,
                         attributes(method->attributes), method->name + type_parameters(method->type_parameters),
                         list(method->parameters),
                         method->results.empty() ? "" : fmt::format(" returns ({})", list(method->results))));
        overrides(*method);
        clauses("requires", method->preconditions);
        frame("reads", method->reads);
        frame("modifies", method->modifies);
        clauses("ensures", method->postconditions);
        decreases(method->decreases);
        if (method->body != nullptr) {
            open("{");
            body(*method->body);
            close("}");
        }
    }
    void operator()(const std::unique_ptr<Constant>& constant) {
        line(fmt::format("{}const{} {}: {}{}", constant->ghost ? "ghost " : "", attributes(constant->attributes),
                         constant->name, to_string(constant->type),
                         constant->value == nullptr ? "" : " := " + print(*constant->value)));
    }

  private:
    template <typename Member>
    void overrides(const Member& member) {
        if (member.overrides.member != nullptr) {
            line("  overrides " + member.overrides.member->name);
        }
    }

    void line(const std::string& text) { text_ += std::string(2 * indentation_, ' ') + text + "\n"; }
    void open(const std::string& text) {
        line(text);
        ++indentation_;
    }
    void close(const std::string& text) {
        --indentation_;
        line(text);
    }

    std::string ghost_prefix() const { return ghost_ ? "ghost " : ""; }

    std::string label_prefix(const LabelPtr& label) {
        if (label == nullptr) {
            return "";
        }
        const std::string name = name_of(*label);
        jumps_[label.get()] = "break " + name;
        return fmt::format("label {}: ", name);
    }

    static std::string claim_label(const LabelPtr& label) { return label == nullptr ? "" : label->name + ": "; }

    // The label's own name, or one made up for a loop without label: "#1", "#2", …
    std::string name_of(const Label& label) {
        return label.name.empty() ? fmt::format("#{}", ++unnamed_labels_) : label.name;
    }

    std::string name_loop(const While& node) {
        std::string name = name_of(*node.label);
        jumps_[node.label.get()] = "break " + name;
        jumps_[node.iteration.get()] = "continue " + name;
        return name;
    }

    void statements(const std::vector<StmtPtr>& statements) {
        for (const StmtPtr& stmt : statements) {
            statement(*stmt);
        }
    }

    // What stands between braces that the caller prints.
    void body(const Stmt& stmt) {
        const auto* block = std::get_if<Block>(&stmt.node);
        if (block != nullptr && block->label == nullptr) {
            statements(block->statements);
        } else {
            statement(stmt);
        }
    }

    // Conditions, lets and statements of a function's body stand on lines of their own.
    void function_body(const Expr& expr) {
        if (const auto* conditional = std::get_if<IfThenElse>(&expr.node)) {
            open(fmt::format("if {} then", print(*conditional->condition)));
            function_body(*conditional->then);
            close("else");
            ++indentation_;
            function_body(*conditional->otherwise);
            --indentation_;
        } else if (const auto* let = std::get_if<Let>(&expr.node)) {
            line(fmt::format("var {} := {};", list(let->variables), list(let->values)));
            function_body(*let->body);
        } else if (const auto* with_statements = std::get_if<StatementExpr>(&expr.node)) {
            statements(with_statements->statements);
            function_body(*with_statements->body);
        } else {
            line(print(expr));
        }
    }

    void clauses(const char* keyword, const std::vector<Clause>& clauses) {
        for (const Clause& clause : clauses) {
            line(fmt::format("  {} {}{}", keyword, claim_label(clause.label), print(*clause.expr)));
        }
    }

    void frame(const char* keyword, const Frame& frame) {
        if (frame.present) {
            line(fmt::format("  {} {}", keyword, print(frame)));
        }
    }

    void decreases(const Decreases& decreases) {
        if (decreases.wildcard || !decreases.measures.empty()) {
            line(fmt::format("  decreases{} {}", decreases.inferred ? " {:inferred}" : "",
                             decreases.wildcard ? "*" : list(decreases.measures)));
        }
    }

    static std::string attributes(const Attributes& attributes) {
        std::string text;
        const auto flag = [&](bool set, const std::string& spelling) { text += set ? " {:" + spelling + "}" : ""; };
        flag(attributes.axiom, "axiom");
        flag(!attributes.verify, "verify false");
        flag(attributes.only, "only");
        flag(attributes.opaque, "opaque");
        flag(attributes.resource_limit.has_value(),
             fmt::format("resource_limit {}", attributes.resource_limit.value_or(0)));
        flag(attributes.time_limit.has_value(), fmt::format("time_limit {}", attributes.time_limit.value_or(0)));
        flag(attributes.fuel.has_value(), fmt::format("fuel {}", attributes.fuel.value_or(0)));
        for (const auto& [function, number] : attributes.fuel_of) {
            flag(true, fmt::format("fuel {}, {}", function->name, number));
        }
        const std::string induction = print_attribute(attributes.induction);
        text += induction.empty() ? induction : " " + induction;
        return text;
    }

    std::string text_;
    std::size_t indentation_ = 0;
    bool ghost_ = false;
    std::size_t unnamed_labels_ = 0;
    std::map<const Label*, std::string> jumps_;
};

} // namespace

std::string print(const Stmt& stmt) {
    Printer printer;
    printer.statement(stmt);
    return printer.take();
}

std::string print(const Declaration& declaration) {
    Printer printer;
    support::match(declaration, printer);
    return printer.take();
}

namespace {

std::string print(const Datatype& datatype) {
    std::vector<std::string> constructors;
    for (const Constructor& constructor : datatype.constructors) {
        std::vector<std::string> fields;
        for (const VariablePtr& field : constructor.fields) {
            fields.push_back(field->name.empty() ? to_string(field->type) : typed_name(*field));
        }
        constructors.push_back(fields.empty() ? constructor.name
                                              : fmt::format("{}({})", constructor.name, fmt::join(fields, ", ")));
    }
    return fmt::format("datatype {}{} = {}\n", datatype.name, type_parameters(datatype.type_parameters),
                       fmt::join(constructors, " | "));
}

} // namespace

std::string print(const Program& program) {
    std::string text;
    for (const auto& type : program.abstract_types) {
        text += "type " + declared(*type) + "\n";
    }
    for (const auto& datatype : program.datatypes) {
        text += (text.empty() ? "" : "\n") + print(*datatype);
    }
    for (const auto& type : program.subset_types) {
        text += fmt::format("type {} = {} | {}\n", type->name, to_string(type->base), type->constraint->name);
    }
    for (const Declaration& declaration : program.declarations) {
        text += (text.empty() ? "" : "\n") + print(declaration);
    }
    return text;
}

} // namespace daphnia::typed
