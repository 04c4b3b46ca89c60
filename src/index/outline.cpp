#include "index/outline.h"

#include "ast/walk.h"
#include "index/comments.h"
#include "parse/parse.h"

#include <algorithm>
#include <set>

namespace daphnia::index {

namespace {

using Kind = SymbolKind;

SourceRange range_of(const ast::TypePtr& type) {
    return type == nullptr ? SourceRange() : type->range;
}

Kind kind_of(const ast::MethodDecl& method) {
    switch (method.kind) {
    case ast::MethodKind::Method:
        return Kind::Method;
    case ast::MethodKind::Constructor:
        return Kind::Constructor;
    default:
        return Kind::Lemma;
    }
}

bool is_predicate(const ast::FunctionDecl& function) {
    return function.kind != ast::FunctionKind::Function && function.kind != ast::FunctionKind::TwostateFunction;
}

bool is_ghost(const ast::Decl& decl) {
    if (ast::has_modifier(decl, ast::ModifierKind::Ghost)) {
        return true;
    }
    const auto* method = std::get_if<ast::MethodDecl>(&decl.node);
    const auto* function = std::get_if<ast::FunctionDecl>(&decl.node);
    return (method != nullptr && kind_of(*method) == Kind::Lemma) ||
           (function != nullptr && function->kind != ast::FunctionKind::Function &&
            function->kind != ast::FunctionKind::Predicate);
}

// Where the part of a declaration ends that says what it is.
class EndOfSignature {
  public:
    explicit EndOfSignature(const ast::Decl& decl) : decl_(decl) {}

    std::uint32_t operator()(const ast::MethodDecl& node) const {
        return before(node.specs, node.body ? node.body->range : SourceRange());
    }
    std::uint32_t operator()(const ast::FunctionDecl& node) const { return before(node.specs, node.body_braces); }
    std::uint32_t operator()(const ast::IteratorDecl& node) const {
        return before(node.specs, node.body ? node.body->range : SourceRange());
    }
    std::uint32_t operator()(const ast::ModuleDecl& node) const { return brace_after(node.name.back().range); }
    std::uint32_t operator()(const ast::ClassDecl& node) const {
        return brace_after(node.extends.empty() ? node.name.range : node.extends.back()->range);
    }
    std::uint32_t operator()(const ast::DatatypeDecl& node) const { return before_members(node.members); }
    std::uint32_t operator()(const ast::NewtypeDecl& node) const { return before_members(node.members); }
    std::uint32_t operator()(const ast::SubsetTypeDecl& node) const { return before_members(node.members); }
    std::uint32_t operator()(const ast::AbstractTypeDecl& node) const { return before_members(node.members); }
    template <typename Node>
    std::uint32_t operator()(const Node&) const {
        return decl_.range.end;
    }

  private:
    std::uint32_t before(const ast::SpecClauses& specs, SourceRange body) const {
        std::uint32_t end = body.has_file() ? body.begin : decl_.range.end;
        for (const ast::SpecClause& spec : specs) {
            end = std::min(end, spec.range.begin);
        }
        return end;
    }
    std::uint32_t brace_after(SourceRange part) const {
        const std::size_t brace = part.file->text().find('{', part.end);
        return brace < decl_.range.end ? static_cast<std::uint32_t>(brace) : decl_.range.end;
    }
    std::uint32_t before_members(const std::vector<ast::DeclPtr>& members) const {
        if (members.empty()) {
            return decl_.range.end;
        }
        const std::size_t brace = decl_.range.file->text().rfind('{', members.front()->range.begin);
        return brace > decl_.range.begin && brace < decl_.range.end ? static_cast<std::uint32_t>(brace)
                                                                    : decl_.range.end;
    }

    const ast::Decl& decl_;
};

SourceRange trimmed(SourceRange range) {
    const std::string_view text = range.file->text();
    while (range.end > range.begin && std::string_view(" \t\r\n").find(text[range.end - 1]) != std::string_view::npos) {
        --range.end;
    }
    return range;
}

SourceRange signature_of(const ast::Decl& decl) {
    SourceRange result = decl.range;
    for (const ast::Attribute& attribute : decl.attributes) {
        if (attribute.at_form) {
            result.begin = std::max(result.begin, attribute.range.end);
        }
    }
    const std::size_t begin = result.file->text().find_first_not_of(" \t\r\n", result.begin);
    result.begin = static_cast<std::uint32_t>(std::min<std::size_t>(begin, decl.range.end));
    result.end = std::max(result.begin, std::visit(EndOfSignature(decl), decl.node));
    return trimmed(result);
}

class Builder : public ast::Visitor {
  public:
    using Visitor::enter;
    using Visitor::leave;

    explicit Builder(const SourceFile& file) { outline_.file = &file; }

    Outline take() { return std::move(outline_); }

    // ---- declarations

    void enter(const ast::Decl& decl) {
        decl_ = &decl;
        std::visit([this](const auto& node) { declare(node); }, decl.node);
        containers_.push_back(last_declared_);
    }
    void leave(const ast::Decl&) { containers_.pop_back(); }

    void enter(const ast::DatatypeConstructor& node) {
        Symbol& symbol = add(Kind::DatatypeConstructor, node.name, node.range, node.range);
        symbol.ghost = node.ghost;
        symbol.comment = comment_above(node.range);
        containers_.push_back(outline_.symbols.size() - 1);
    }
    void leave(const ast::DatatypeConstructor&) { containers_.pop_back(); }

    void enter(const ast::TypeParameter& node) { add(Kind::TypeParameter, node.name, node.range, node.range); }

    void enter(const ast::Formal& node) {
        if (!node.name) {
            return;
        }
        const bool field =
            !containers_.empty() && outline_.symbols[containers_.back()].kind == Kind::DatatypeConstructor;
        const Kind kind = field ? Kind::Destructor : results_.contains(&node) ? Kind::Result : Kind::Parameter;
        add(kind, *node.name, node.range, range_of(node.type)).ghost = node.ghost || in_ghost();
    }
    void enter(const ast::SpecClause& node) {
        if (node.label) {
            add(Kind::Label, *node.label, node.label->range, {});
        }
    }

    // ---- variables

    void enter(const ast::LocalVar& node) { variable(Kind::Local, node.name, node.type, ghost_locals_); }
    void enter(const ast::BoundVar& node) { variable(Kind::Bound, node.name, node.type, false); }
    void enter(const ast::QuantifiedVar& node) { variable(Kind::Bound, node.name, node.type, false); }
    void enter(const ast::NamePattern& node) {
        variable(lets_.contains(&node) ? Kind::Bound : Kind::PatternVariable, node.name, node.type, false);
    }
    void enter(const ast::Let& node) {
        for (const ast::PatternPtr& pattern : node.patterns) {
            note_let(pattern);
        }
    }
    void enter(const ast::LetOrFail& node) { note_let(node.pattern); }
    void enter(const ast::VarDecl& node) { ghost_locals_ = node.ghost; }
    void leave(const ast::VarDecl&) { ghost_locals_ = false; }

    // ---- labels

    void enter(const ast::Labeled& node) {
        for (const ast::Ident& name : node.labels) {
            add(Kind::Label, name, name.range, {});
        }
    }
    void enter(const ast::Assert& node) { label(node.label); }
    void enter(const ast::Assume& node) { label(node.label); }

  private:
    bool in_ghost() const { return !containers_.empty() && outline_.symbols[containers_.back()].ghost; }

    Symbol& add(Kind kind, const ast::Ident& name, SourceRange range, SourceRange signature) {
        Symbol& symbol = outline_.symbols.emplace_back();
        symbol.name = name.text;
        symbol.kind = kind;
        symbol.name_range = name.range;
        symbol.range = range;
        symbol.container = containers_.empty() ? kNoSymbol : containers_.back();
        symbol.signature = signature;
        return symbol;
    }

    void variable(Kind kind, const ast::Ident& name, const ast::TypePtr& type, bool ghost) {
        if (name.text != "_") {
            add(kind, name, type == nullptr ? name.range : support::cover(name.range, type->range), range_of(type))
                .ghost = ghost || in_ghost();
        }
    }

    // `var x := …; …` is a pattern, too.
    void note_let(const ast::PatternPtr& pattern) {
        if (const auto* name = pattern == nullptr ? nullptr : std::get_if<ast::NamePattern>(&pattern->node)) {
            lets_.insert(name);
        }
    }

    void label(const std::optional<ast::Ident>& name) {
        if (name) {
            add(Kind::Label, *name, name->range, {});
        }
    }

    Symbol& declaration(Kind kind, const ast::Ident& name) {
        Symbol& symbol = add(kind, name, decl_->range, signature_of(*decl_));
        symbol.ghost = is_ghost(*decl_);
        symbol.comment = comment_above(decl_->range);
        last_declared_ = outline_.symbols.size() - 1;
        return symbol;
    }

    // What has no name of its own: what is in it belongs to what is around it.
    void nothing() { last_declared_ = containers_.empty() ? kNoSymbol : containers_.back(); }

    static void add_contract(Symbol& symbol, const ast::SpecClauses& specs) {
        for (const ast::SpecClause& spec : specs) {
            symbol.contract.push_back({spec.kind, spec.range});
        }
    }

    void declare(const ast::ModuleDecl& node) { declaration(Kind::Module, node.name.back()); }
    void declare(const ast::ImportDecl& node) {
        if (node.alias) {
            declaration(Kind::Import, *node.alias);
        } else {
            nothing();
        }
    }
    void declare(const ast::ExportDecl& node) {
        if (node.name) {
            declaration(Kind::Export, *node.name);
        } else {
            nothing();
        }
    }
    void declare(const ast::DatatypeDecl& node) {
        declaration(node.codatatype ? Kind::Codatatype : Kind::Datatype, node.name);
    }
    void declare(const ast::NewtypeDecl& node) {
        declaration(Kind::Newtype, node.name);
        if (node.var) {
            containers_.push_back(last_declared_);
            variable(Kind::Bound, *node.var, node.base, false);
            containers_.pop_back();
        }
    }
    void declare(const ast::SubsetTypeDecl& node) {
        declaration(Kind::SubsetType, node.name);
        containers_.push_back(last_declared_);
        variable(Kind::Bound, node.var, node.base, false);
        containers_.pop_back();
    }
    void declare(const ast::SynonymDecl& node) { declaration(Kind::Synonym, node.name); }
    void declare(const ast::AbstractTypeDecl& node) { declaration(Kind::AbstractType, node.name); }
    void declare(const ast::ClassDecl& node) { declaration(node.is_trait ? Kind::Trait : Kind::Class, node.name); }
    void declare(const ast::IteratorDecl& node) {
        add_contract(declaration(Kind::Iterator, node.name), node.specs);
        note_results(node.yields);
    }
    void declare(const ast::FieldDecl& node) { declaration(Kind::Field, node.name); }
    void declare(const ast::ConstDecl& node) { declaration(Kind::Constant, node.name); }
    void declare(const ast::MethodDecl& node) {
        const ast::Ident keyword{std::string(node.keyword.text()), node.keyword};
        add_contract(declaration(kind_of(node), node.name.value_or(keyword)), node.specs);
        note_results(node.outs);
    }
    void declare(const ast::FunctionDecl& node) {
        add_contract(declaration(is_predicate(node) ? Kind::Predicate : Kind::Function, node.name), node.specs);
        if (node.result_name) {
            containers_.push_back(last_declared_);
            variable(Kind::Result, *node.result_name, node.result, node.ghost_result);
            containers_.pop_back();
        }
    }

    void note_results(const std::vector<ast::Formal>& results) {
        for (const ast::Formal& result : results) {
            results_.insert(&result);
        }
    }

    Outline outline_;
    std::vector<std::size_t> containers_;
    const ast::Decl* decl_ = nullptr;
    std::size_t last_declared_ = kNoSymbol;
    std::set<const ast::Formal*> results_;
    std::set<const ast::NamePattern*> lets_; // names that stand alone
    bool ghost_locals_ = false;
};

} // namespace

Outline outline(const ast::Program& program) {
    Builder builder(*program.file);
    ast::Walk<Builder>(builder).of(program.decls);
    return builder.take();
}

Outline outline(const SourceFile& file) {
    support::DiagnosticList unheard;
    return outline(parse::parse(file, unheard));
}

bool is_declaration(SymbolKind kind) {
    return kind < Kind::TypeParameter || (kind > Kind::TypeParameter && kind < Kind::Parameter);
}

std::string_view name_of(SymbolKind kind) {
    switch (kind) {
    case Kind::Module:
        return "module";
    case Kind::Import:
        return "import";
    case Kind::Export:
        return "export";
    case Kind::Class:
        return "class";
    case Kind::Trait:
        return "trait";
    case Kind::Datatype:
        return "datatype";
    case Kind::Codatatype:
        return "codatatype";
    case Kind::Newtype:
        return "newtype";
    case Kind::SubsetType:
        return "subset type";
    case Kind::Synonym:
        return "type synonym";
    case Kind::AbstractType:
        return "abstract type";
    case Kind::TypeParameter:
        return "type parameter";
    case Kind::DatatypeConstructor:
        return "datatype constructor";
    case Kind::Destructor:
        return "destructor";
    case Kind::Field:
        return "field";
    case Kind::Constant:
        return "constant";
    case Kind::Function:
        return "function";
    case Kind::Predicate:
        return "predicate";
    case Kind::Method:
        return "method";
    case Kind::Lemma:
        return "lemma";
    case Kind::Constructor:
        return "constructor";
    case Kind::Iterator:
        return "iterator";
    case Kind::Parameter:
        return "parameter";
    case Kind::Result:
        return "result";
    case Kind::Local:
        return "local variable";
    case Kind::Bound:
        return "bound variable";
    case Kind::PatternVariable:
        return "pattern variable";
    case Kind::Label:
        return "label";
    }
    return "";
}

} // namespace daphnia::index
