#include "index/complete.h"

#include "index/repair.h"
#include "parse/parse.h"
#include "resolve/references.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace daphnia::index {

namespace {

using Place = std::pair<const SourceFile*, std::uint32_t>;

// A program with a repaired text in place of one of its files, and what resolving says of the spot.
class Attempt {
  public:
    Attempt(const std::vector<const SourceFile*>& files, const SourceFile& file, std::string text, std::uint32_t spot,
            resolve::Options options)
        : source_(file.path(), std::move(text)), references_(source_, spot) {
        support::DiagnosticList unheard;
        for (const SourceFile* each : files) {
            programs_.push_back(parse::parse(each == &file ? source_ : *each, unheard));
        }
        std::vector<const ast::Program*> addresses;
        for (const ast::Program& program : programs_) {
            addresses.push_back(&program);
        }
        options.references = &references_;
        resolve::resolve(addresses, unheard, options);
    }

    const resolve::References& references() const { return references_; }

    // What is declared in the files, by the places of the names.
    void find_symbols() {
        for (const ast::Program& program : programs_) {
            outlines_.push_back(outline(program));
        }
        for (const Outline& each : outlines_) {
            for (const Symbol& symbol : each.symbols) {
                symbols_.emplace(Place(symbol.name_range.file, symbol.name_range.begin), &symbol);
            }
        }
        for (const resolve::KnownType& type : references_.types()) {
            types_.insert_or_assign(Place(type.variable.file, type.variable.begin), type.type);
        }
    }

    const Symbol* symbol(const SourceRange& name) const {
        const auto found = symbols_.find(Place(name.file, name.begin));
        return found == symbols_.end() ? nullptr : found->second;
    }
    std::string type_of(const SourceRange& name) const {
        const auto found = types_.find(Place(name.file, name.begin));
        return found == types_.end() ? std::string() : found->second;
    }
    // What the name at the place stands for; null: not known.
    const Symbol* meaning_at(std::uint32_t place) const {
        const Symbol* result = nullptr;
        for (const resolve::Reference& each : references_.uses()) {
            if (each.use.file == &source_ && each.use.begin == place && each.declaration.has_file()) {
                result = symbol(each.declaration);
            }
        }
        return result;
    }
    std::vector<const Symbol*> children(const Symbol& parent) const {
        std::vector<const Symbol*> result;
        for (const Outline& each : outlines_) {
            for (const Symbol& symbol : each.symbols) {
                if (symbol.container != kNoSymbol && &each.symbols[symbol.container] == &parent) {
                    result.push_back(&symbol);
                }
            }
        }
        return result;
    }

  private:
    SourceFile source_;
    resolve::References references_;
    std::vector<ast::Program> programs_;
    std::vector<Outline> outlines_;
    std::map<Place, const Symbol*> symbols_;
    std::map<Place, std::string> types_;
};

Proposal proposal(const Attempt& attempt, const resolve::Offer& offer) {
    Proposal result;
    result.name = offer.name;
    const Symbol* const symbol = offer.declaration.has_file() ? attempt.symbol(offer.declaration) : nullptr;
    if (symbol == nullptr) {
        return result;
    }
    result.kind = symbol->kind;
    result.ghost = symbol->ghost;
    result.detail =
        symbol->signature.has_file() ? support::one_line(symbol->signature) : attempt.type_of(offer.declaration);
    result.documentation = comment_text(symbol->comment);
    return result;
}

Where where_of(resolve::Asked asked, const Spot& spot) {
    switch (asked) {
    case resolve::Asked::TypeName:
        return Where::TypeName;
    case resolve::Asked::MemberName:
        return Where::Member;
    case resolve::Asked::PartOfModule:
        return Where::PartOfModule;
    default:
        return spot.behind_dot ? Where::Member : spot.starts_statement ? Where::Statement : Where::Value;
    }
}

// The parenthesis of the innermost call that is open at the lexeme; and how many commas follow it.
struct Parenthesis {
    std::size_t lexeme;
    std::size_t commas;
};

std::vector<Parenthesis> open_parentheses(const SourceFile& file, const std::vector<parse::Lexeme>& lexemes,
                                          const Spot& spot) {
    std::vector<Parenthesis> result;
    std::size_t closed = 0;
    std::size_t commas = 0;
    for (std::size_t i = spot.next; i-- > *spot.head;) {
        const std::string_view text = file.text().substr(lexemes[i].begin, lexemes[i].end - lexemes[i].begin);
        if (text == ")" || text == "]" || text == "}") {
            ++closed;
        } else if (text == "(" || text == "[" || text == "{" || text == "{:") {
            if (closed > 0) {
                --closed;
                continue;
            }
            if (text == "(") {
                result.push_back({i, commas});
            }
            commas = 0;
        } else if (text == "," && closed == 0) {
            ++commas;
        } else if (text == ";" && closed == 0) {
            break;
        }
    }
    return result;
}

// The name in front of the parenthesis, perhaps with type arguments between; kNoSymbol: none.
std::size_t callee_before(const SourceFile& file, const std::vector<parse::Lexeme>& lexemes, std::size_t parenthesis) {
    const auto text = [&](std::size_t i) {
        return file.text().substr(lexemes[i].begin, lexemes[i].end - lexemes[i].begin);
    };
    if (parenthesis == 0) {
        return kNoSymbol;
    }
    std::size_t i = parenthesis - 1;
    if (text(i) == ">") {
        std::size_t depth = 0;
        do {
            depth += text(i) == ">" ? 1 : 0;
            depth -= text(i) == "<" ? 1 : 0;
        } while (i-- > 1 && depth > 0);
    }
    const bool name = lexemes[i].kind == parse::LexemeKind::Name || lexemes[i].kind == parse::LexemeKind::Word;
    return name ? i : kNoSymbol;
}

bool is_parameter(SymbolKind kind) {
    return kind == SymbolKind::Parameter || kind == SymbolKind::Destructor;
}

OpenCall described(const Attempt& attempt, const Symbol& callee) {
    OpenCall result{callee.kind, callee.name, {}, comment_text(callee.comment), {}, 0};
    result.signature = callee.signature.has_file() ? support::one_line(callee.signature) : callee.name;
    for (const Symbol* child : attempt.children(callee)) {
        if (is_parameter(child->kind)) {
            result.parameters.push_back(support::one_line(child->range));
        }
    }
    return result;
}

// Of a class: the constructor without a name.
const Symbol* called(const Attempt& attempt, const Symbol* symbol) {
    if (symbol == nullptr || symbol->kind != SymbolKind::Class) {
        return symbol;
    }
    for (const Symbol* child : attempt.children(*symbol)) {
        if (child->kind == SymbolKind::Constructor && child->name == "constructor") {
            return child;
        }
    }
    return nullptr;
}

bool can_be_called(SymbolKind kind) {
    return kind == SymbolKind::Function || kind == SymbolKind::Predicate || kind == SymbolKind::Method ||
           kind == SymbolKind::Lemma || kind == SymbolKind::Constructor || kind == SymbolKind::DatatypeConstructor ||
           kind == SymbolKind::Iterator;
}

// Which parameter it is when it is named: `n := …`.
std::optional<std::size_t> named_parameter(const SourceFile& file, const std::vector<parse::Lexeme>& lexemes,
                                           const Spot& spot, std::size_t parenthesis, const OpenCall& call) {
    std::size_t first = parenthesis + 1;
    std::size_t depth = 0;
    for (std::size_t i = first; i < spot.next; ++i) {
        const std::string_view text = file.text().substr(lexemes[i].begin, lexemes[i].end - lexemes[i].begin);
        if (text == "(" || text == "[" || text == "{") {
            ++depth;
        } else if (text == ")" || text == "]" || text == "}") {
            --depth;
        } else if (text == "," && depth == 0) {
            first = i + 1;
        }
    }
    if (first + 1 >= spot.next ||
        file.text().substr(lexemes[first + 1].begin, lexemes[first + 1].end - lexemes[first + 1].begin) != ":=") {
        return std::nullopt;
    }
    const std::string name(file.text().substr(lexemes[first].begin, lexemes[first].end - lexemes[first].begin));
    for (std::size_t i = 0; i < call.parameters.size(); ++i) {
        const std::string& parameter = call.parameters[i];
        const std::size_t at = parameter.find(name);
        const std::size_t colon = parameter.find(':');
        if (at != std::string::npos && colon != std::string::npos && at + name.size() <= colon &&
            parameter.find_first_not_of(' ', at + name.size()) == colon) {
            return i;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Completion> complete(const std::vector<const SourceFile*>& files, const SourceFile& file,
                                   std::uint32_t offset, const resolve::Options& options) {
    const std::vector<parse::Lexeme> lexemes = parse::lexemes(file);
    const std::optional<Spot> spot = spot_at(file, lexemes, offset);
    if (!spot) {
        return std::nullopt;
    }
    Completion result;
    result.replaced = {&file, spot->begin, spot->end};
    result.where = Where::Declaration;
    for (std::string& text : repaired(file, lexemes, *spot)) {
        Attempt attempt(files, file, std::move(text), spot->begin, options);
        result.where = where_of(attempt.references().asked(), *spot);
        if (attempt.references().asked() == resolve::Asked::Nothing) {
            continue;
        }
        result.receiver = attempt.references().type();
        attempt.find_symbols();
        std::set<std::string> known;
        for (const resolve::Offer& offer : attempt.references().offers()) {
            if (offer.name != "this" && known.insert(offer.name).second) {
                result.proposals.push_back(proposal(attempt, offer));
            }
        }
        break;
    }
    return result;
}

std::optional<OpenCall> open_call(const std::vector<const SourceFile*>& files, const SourceFile& file,
                                  std::uint32_t offset, const resolve::Options& options) {
    const std::vector<parse::Lexeme> lexemes = parse::lexemes(file);
    const std::optional<Spot> spot = spot_at(file, lexemes, offset);
    if (!spot || !spot->head) {
        return std::nullopt;
    }
    const std::vector<Parenthesis> open = open_parentheses(file, lexemes, *spot);
    if (open.empty()) {
        return std::nullopt;
    }
    for (std::string& text : repaired(file, lexemes, *spot)) {
        Attempt attempt(files, file, std::move(text), spot->begin, options);
        attempt.find_symbols();
        for (const Parenthesis& parenthesis : open) {
            const std::size_t callee = callee_before(file, lexemes, parenthesis.lexeme);
            const Symbol* const symbol =
                callee == kNoSymbol ? nullptr : called(attempt, attempt.meaning_at(lexemes[callee].begin));
            if (symbol != nullptr && can_be_called(symbol->kind)) {
                OpenCall result = described(attempt, *symbol);
                result.active = named_parameter(file, lexemes, *spot, parenthesis.lexeme, result)
                                    .value_or(std::min(parenthesis.commas, result.parameters.size()));
                return result;
            }
        }
    }
    return std::nullopt;
}

} // namespace daphnia::index
