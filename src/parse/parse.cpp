// The order of the steps: tokens, roles, then each declaration by itself through ANTLR's parser and the builder.
#include "parse/parse.h"

#include "parse/builder.h"
#include "parse/roles.h"
#include "parse/syntax_errors.h"
#include "parse/tokens.h"

#include "support/error.h"

namespace daphnia::parse {

namespace {

// Counts the errors that pass through, so that a declaration with errors is left out.
class CountingSink final : public support::DiagnosticSink {
  public:
    explicit CountingSink(support::DiagnosticSink& next) : next_(next) {}
    void report(support::Diagnostic diagnostic) override {
        ++count_;
        next_.report(std::move(diagnostic));
    }
    std::size_t count() const { return count_; }

  private:
    support::DiagnosticSink& next_;
    std::size_t count_ = 0;
};

// The tokens of one declaration as ANTLR wants them. Behind the last one is an EOF that stands where the next token
// of the file is.
std::vector<std::unique_ptr<antlr4::Token>> antlr_tokens(const Token* begin, std::size_t count) {
    std::vector<std::unique_ptr<antlr4::Token>> result;
    result.reserve(count + 1);
    for (std::size_t i = 0; i <= count; ++i) {
        const std::size_t type = i < count ? begin[i].type : static_cast<std::size_t>(antlr4::Token::EOF);
        auto token = std::make_unique<antlr4::CommonToken>(type);
        token->setTokenIndex(i);
        result.push_back(std::move(token));
    }
    return result;
}

// Ends the parse at the first error, without a word.
class Bail final : public antlr4::BailErrorStrategy {
  public:
    void reportError(antlr4::Parser*, const antlr4::RecognitionException&) override {}
};

class FileParser {
  public:
    FileParser(const support::SourceFile& file, support::DiagnosticSink& sink)
        : file_(file), sink_(sink), errors_(std::make_shared<SyntaxErrors>(file, sink_)),
          bail_(std::make_shared<Bail>()) {
        program_.file = &file;
    }

    ast::Program run() {
        const RoleResult roles = assign_roles(tokenize(file_, sink_), file_, sink_);
        for (const Chunk& chunk : roles.chunks) {
            if (chunk.kind == Chunk::Kind::Close) {
                close(roles.tokens[chunk.begin], chunk.end > chunk.begin);
            } else {
                declaration(chunk, roles.tokens);
            }
        }
        return std::move(program_);
    }

  private:
    // A container whose members are still to come; `broken` when its header has an error.
    struct Container {
        std::optional<ast::Decl> decl;
        std::vector<ast::DeclPtr> members;
    };

    std::vector<ast::DeclPtr>& members() { return containers_.empty() ? program_.decls : containers_.back().members; }

    void declaration(const Chunk& chunk, const std::vector<Token>& all_tokens) {
        const bool container = chunk.kind == Chunk::Kind::Container;
        const bool declared_before = declared_;
        declared_ = true;
        if (container) {
            containers_.emplace_back();
        }
        if (chunk.too_deep) {
            return;
        }
        const Token* const tokens = all_tokens.data() + chunk.begin;
        antlr4::ListTokenSource source(antlr_tokens(tokens, chunk.end - chunk.begin));
        antlr4::CommonTokenStream stream(&source);
        DafnyParser parser(&stream);
        parser.removeErrorListeners();
        auto* tree = parse(parser, all_tokens, chunk.begin);
        if (tree == nullptr) {
            return;
        }
        const std::size_t errors_before = sink_.count();
        Builder builder(file_, tokens, sink_);
        if (container) {
            containers_.back().decl = builder.header(tree);
        } else if (Builder::is_include(tree)) {
            declared_ = declared_before;
            include(builder.include(tree));
        } else if (Builder::is_field(tree)) {
            for (auto& field : builder.fields(tree)) {
                members().push_back(std::move(field));
            }
        } else if (auto decl = builder.declaration(tree); sink_.count() == errors_before) {
            members().push_back(std::move(decl));
        }
    }

    void include(ast::Include directive) {
        if (declared_) {
            sink_.error(support::Rule::Syntax, directive.range, "include directives come before all declarations");
            return;
        }
        program_.includes.push_back(std::move(directive));
    }

    // The grammar needs one token of look-ahead, so that the first pass either succeeds or finds an error; only then
    // is the slower strategy used that explains and recovers. Null when there are errors.
    DafnyParser::DeclarationContext* parse(DafnyParser& parser, const std::vector<Token>& tokens, std::size_t begin) {
        auto* simulator = parser.getInterpreter<antlr4::atn::ParserATNSimulator>();
        simulator->setPredictionMode(antlr4::atn::PredictionMode::SLL);
        parser.setErrorHandler(bail_);
        try {
            return parser.declaration();
        } catch (const antlr4::ParseCancellationException&) {
            simulator->setPredictionMode(antlr4::atn::PredictionMode::LL);
        }
        DafnyParser::load_tables();
        errors_->use(tokens, begin);
        parser.setErrorHandler(errors_);
        parser.reset();
        const std::size_t errors_before = sink_.count();
        parser.declaration();
        DAPHNIA_CHECK(sink_.count() > errors_before || errors_->suppressed(),
                      "the parser rejects a declaration without saying why");
        return nullptr;
    }

    void close(const Token& brace, bool is_brace) {
        Container container = std::move(containers_.back());
        containers_.pop_back();
        if (!container.decl) {
            return;
        }
        ast::Decl decl = std::move(*container.decl);
        if (is_brace) {
            decl.range.end = brace.end;
        }
        add_members(decl, std::move(container.members));
        members().push_back(std::make_unique<const ast::Decl>(std::move(decl)));
    }

    void add_members(ast::Decl& decl, std::vector<ast::DeclPtr> members) {
        if (auto* module = std::get_if<ast::ModuleDecl>(&decl.node)) {
            module->decls = std::move(members);
        } else if (auto* datatype = std::get_if<ast::DatatypeDecl>(&decl.node)) {
            datatype->members = std::move(members);
        } else if (auto* newtype = std::get_if<ast::NewtypeDecl>(&decl.node)) {
            newtype->members = std::move(members);
        } else if (auto* subset = std::get_if<ast::SubsetTypeDecl>(&decl.node)) {
            subset->members = std::move(members);
        } else if (auto* abstract = std::get_if<ast::AbstractTypeDecl>(&decl.node)) {
            abstract->members = std::move(members);
        } else if (auto* class_ = std::get_if<ast::ClassDecl>(&decl.node)) {
            class_->members = std::move(members);
        } else {
            sink_.error(support::Rule::Syntax, decl.range, "a type synonym has no members");
        }
    }

    const support::SourceFile& file_;
    CountingSink sink_;
    std::shared_ptr<SyntaxErrors> errors_;
    std::shared_ptr<Bail> bail_;
    ast::Program program_;
    std::vector<Container> containers_;
    bool declared_ = false; // something that is no include directive
};

} // namespace

ast::Program parse(const support::SourceFile& file, support::DiagnosticSink& sink) {
    return FileParser(file, sink).run();
}

} // namespace daphnia::parse
