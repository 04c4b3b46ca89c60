// Declarations and programs as text.
#include "ast/print.h"
#include "ast/printer.h"

#include "support/match.h"

namespace daphnia::ast {

using support::match;

std::string print(const Program& program) {
    Printer printer;
    printer.program(program);
    return printer.take();
}

std::string print(const Decl& decl) {
    Printer printer;
    printer.decl(decl);
    return printer.take();
}

std::string print(const Stmt& stmt) {
    Printer printer;
    printer.stmt(stmt);
    return printer.take();
}

std::string print(const Expr& expr) {
    Printer printer;
    printer.whole(expr);
    return printer.take();
}

std::string print(const Pattern& pattern) {
    Printer printer;
    printer.pattern(pattern);
    return printer.take();
}

std::string print(const Type& type) {
    Printer printer;
    printer.type(type);
    return printer.take();
}

void Printer::program(const Program& program) {
    for (const auto& include : program.includes) {
        text("include \"" + include.path + "\"\n");
    }
    for (const auto& one : program.decls) {
        if (!out_.empty()) {
            text("\n");
        }
        decl(*one);
        text("\n");
    }
}

void Printer::decls(const std::vector<DeclPtr>& decls) {
    text("{");
    ++indent_;
    for (const auto& one : decls) {
        line();
        decl(*one);
    }
    --indent_;
    line();
    text("}");
}

void Printer::members(const std::vector<DeclPtr>& members) {
    if (!members.empty()) {
        text(" ");
        decls(members);
    }
}

void Printer::decl(const Decl& decl) {
    at_attributes(decl.attributes);
    for (const auto& modifier : decl.modifiers) {
        switch (modifier.kind) {
        case ModifierKind::Abstract:
            text("abstract ");
            break;
        case ModifierKind::Ghost:
            text("ghost ");
            break;
        case ModifierKind::Static:
            text("static ");
            break;
        case ModifierKind::Opaque:
            text("opaque ");
            break;
        case ModifierKind::Replaceable:
            text("replaceable ");
            break;
        case ModifierKind::Least:
            text("least ");
            break;
        case ModifierKind::Greatest:
            text("greatest ");
            break;
        case ModifierKind::Twostate:
            text("twostate ");
            break;
        }
    }
    attributes_ = &decl.attributes;
    match(decl.node, *this);
}

void Printer::head(std::string_view keyword, const Ident& name) {
    text(keyword);
    attributes(*attributes_);
    text(" " + name.text);
}

void Printer::dotted(const std::vector<Ident>& names) {
    separated(names, ".", [&](const Ident& name) { text(name.text); });
}

// ---- modules

void Printer::operator()(const ModuleDecl& node) {
    text("module");
    attributes(*attributes_);
    text(" ");
    dotted(node.name);
    if (!node.refines.empty()) {
        text(node.replaces ? " replaces " : " refines ");
        dotted(node.refines);
    }
    text(" ");
    decls(node.decls);
}

void Printer::operator()(const ImportDecl& node) {
    text(node.opened ? "import opened " : "import ");
    if (node.alias) {
        text(node.alias->text + (node.is_abstract ? " : " : " = "));
    }
    dotted(node.path);
    if (!node.exports.empty()) {
        text("`{");
        separated(node.exports, ", ", [&](const Ident& name) { text(name.text); });
        text("}");
    }
}

void Printer::operator()(const ExportDecl& node) {
    text("export");
    text(node.name ? " " + node.name->text : "");
    for (const auto& clause : node.clauses) {
        switch (clause.kind) {
        case ExportItem::Provides:
            text(" provides ");
            break;
        case ExportItem::Reveals:
            text(" reveals ");
            break;
        case ExportItem::Extends:
            text(" extends ");
            break;
        }
        text(clause.all ? "*" : "");
        separated(clause.names, ", ", [&](const std::vector<Ident>& name) { dotted(name); });
    }
}

// ---- types

void Printer::characteristics(const Characteristics& characteristics) {
    text(characteristics.equality ? "(==)" : "");
    text(characteristics.auto_init ? "(0)" : "");
    text(characteristics.nonempty ? "(00)" : "");
    text(characteristics.no_references ? "(!new)" : "");
}

void Printer::type_parameters(const std::vector<TypeParameter>& parameters) {
    if (parameters.empty()) {
        return;
    }
    text("<");
    separated(parameters, ", ", [&](const TypeParameter& one) {
        switch (one.variance) {
        case Variance::Invariant:
            break;
        case Variance::Covariant:
            text("+");
            break;
        case Variance::CovariantPermissive:
            text("*");
            break;
        case Variance::InvariantPermissive:
            text("!");
            break;
        case Variance::Contravariant:
            text("-");
            break;
        }
        text(one.name.text);
        characteristics(one.characteristics);
        for (const auto& bound : one.bounds) {
            text(" extends ");
            type(*bound);
        }
    });
    text(">");
}

void Printer::extends(const std::vector<TypePtr>& types) {
    if (!types.empty()) {
        text(" extends ");
        separated(types, ", ", [&](const TypePtr& one) { type(*one); });
    }
}

void Printer::operator()(const DatatypeDecl& node) {
    head(node.codatatype ? "codatatype" : "datatype", node.name);
    type_parameters(node.type_parameters);
    extends(node.extends);
    text(" = ");
    separated(node.constructors, " | ", [&](const DatatypeConstructor& constructor) {
        text(constructor.ghost ? "ghost " : "");
        attributes(constructor.attributes);
        text(constructor.attributes.empty() ? "" : " ");
        text(constructor.name.text);
        formals(constructor.formals);
    });
    members(node.members);
}

void Printer::witness(WitnessKind kind, const ExprPtr& witness) {
    switch (kind) {
    case WitnessKind::None:
        return;
    case WitnessKind::Compiled:
        text(" witness ");
        break;
    case WitnessKind::Ghost:
        text(" ghost witness ");
        break;
    case WitnessKind::Skip:
        text(" witness *");
        return;
    }
    whole(*witness);
}

void Printer::operator()(const NewtypeDecl& node) {
    head("newtype", node.name);
    type_parameters(node.type_parameters);
    extends(node.extends);
    text(" = ");
    if (node.var) {
        text(node.var->text);
        optional_type(node.base);
        text(" | ");
        whole(*node.constraint);
    } else {
        type(*node.base);
    }
    witness(node.witness_kind, node.witness);
    members(node.members);
}

void Printer::operator()(const SubsetTypeDecl& node) {
    head("type", node.name);
    characteristics(node.characteristics);
    type_parameters(node.type_parameters);
    text(" = " + node.var.text);
    optional_type(node.base);
    text(" | ");
    whole(*node.constraint);
    witness(node.witness_kind, node.witness);
    members(node.members);
}

void Printer::operator()(const SynonymDecl& node) {
    head("type", node.name);
    characteristics(node.characteristics);
    type_parameters(node.type_parameters);
    text(" = ");
    type(*node.target);
}

void Printer::operator()(const AbstractTypeDecl& node) {
    head("type", node.name);
    characteristics(node.characteristics);
    type_parameters(node.type_parameters);
    extends(node.extends);
    members(node.members);
}

void Printer::operator()(const ClassDecl& node) {
    head(node.is_trait ? "trait" : "class", node.name);
    type_parameters(node.type_parameters);
    extends(node.extends);
    text(" ");
    decls(node.members);
}

// ---- members

void Printer::formals(const std::vector<Formal>& formals) {
    text("(");
    separated(formals, ", ", [&](const Formal& one) { formal(one); });
    text(")");
}

void Printer::formal(const Formal& formal) {
    attributes(formal.attributes);
    text(formal.attributes.empty() ? "" : " ");
    text(formal.ghost ? "ghost " : "");
    text(formal.is_new ? "new " : "");
    text(formal.nameonly ? "nameonly " : "");
    text(formal.older ? "older " : "");
    if (formal.name) {
        text(formal.name->text + ": ");
    }
    type(*formal.type);
    if (formal.default_value != nullptr) {
        text(" := ");
        whole(*formal.default_value);
    }
}

void Printer::extreme_index(ExtremeIndex index) {
    switch (index) {
    case ExtremeIndex::Unspecified:
        break;
    case ExtremeIndex::Nat:
        text("[nat]");
        break;
    case ExtremeIndex::Ordinal:
        text("[ORDINAL]");
        break;
    }
}

void Printer::operator()(const FieldDecl& node) {
    head("var", node.name);
    optional_type(node.type);
}

void Printer::operator()(const ConstDecl& node) {
    head("const", node.name);
    optional_type(node.type);
    if (node.value != nullptr) {
        text(" := ");
        whole(*node.value);
    }
}

void Printer::operator()(const MethodDecl& node) {
    const bool lemma = node.kind != MethodKind::Method && node.kind != MethodKind::Constructor;
    text(lemma ? "lemma" : node.kind == MethodKind::Method ? "method" : "constructor");
    attributes(*attributes_);
    text(node.name ? " " + node.name->text : "");
    type_parameters(node.type_parameters);
    extreme_index(node.extreme_index);
    if (node.refining_signature) {
        text("...");
    } else {
        text(node.name ? "" : " ");
        formals(node.ins);
        if (!node.outs.empty()) {
            text(" returns ");
            formals(node.outs);
        }
    }
    clauses(node.specs);
    if (node.body) {
        line();
        block(*node.body);
    }
}

void Printer::operator()(const FunctionDecl& node) {
    const bool predicate = node.kind != FunctionKind::Function && node.kind != FunctionKind::TwostateFunction;
    text(predicate ? "predicate" : "function");
    text(node.method_keyword ? " method" : "");
    attributes(*attributes_);
    text(" " + node.name.text);
    type_parameters(node.type_parameters);
    extreme_index(node.extreme_index);
    if (node.refining_signature) {
        text("...");
    } else {
        formals(node.ins);
    }
    if (node.result_name) {
        text(node.ghost_result ? ": (ghost " : ": (");
        text(node.result_name->text + ": ");
        type(*node.result);
        text(")");
    } else {
        optional_type(node.result);
    }
    clauses(node.specs);
    if (node.body == nullptr) {
        return;
    }
    line();
    text("{");
    ++indent_;
    line();
    whole(*node.body);
    --indent_;
    line();
    text("}");
    if (node.by_method) {
        text(" by method ");
        block(*node.by_method);
    }
}

void Printer::operator()(const IteratorDecl& node) {
    head("iterator", node.name);
    type_parameters(node.type_parameters);
    formals(node.ins);
    if (!node.yields.empty()) {
        text(" yields ");
        formals(node.yields);
    }
    clauses(node.specs);
    if (node.body) {
        line();
        block(*node.body);
    }
}

} // namespace daphnia::ast
