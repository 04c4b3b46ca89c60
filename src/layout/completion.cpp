// Reads the text up to the cursor as if it ended there: what is open at its end is what the cursor is in.
#include "layout/completion.h"

#include "layout/clauses.h"
#include "layout/skeletons.h"

#include <algorithm>
#include <initializer_list>

namespace daphnia::layout {

namespace {

using parse::WordKind;
using parse::WordRole;
using Keywords = std::vector<std::string>;

const Keywords kStatementKeywords{"assert", "assume", "break",  "calc", "continue", "expect", "for",
                                  "forall", "ghost",  "hide",   "if",   "label",    "match",  "modify",
                                  "print",  "return", "reveal", "var",  "while"};
const Keywords kExpressionKeywords{"allocated", "exists", "false", "forall",   "fresh",     "if",
                                   "iset",      "map",    "match", "multiset", "null",      "old",
                                   "seq",       "set",    "this",  "true",     "unchanged", "var"};
const Keywords kTypeKeywords{"array", "bool",   "char",    "imap", "int", "iset", "map",   "multiset",
                             "nat",   "object", "ORDINAL", "real", "seq", "set",  "string"};
const Keywords kMemberKeywords{"const", "function", "ghost",  "greatest",  "iterator", "least",
                               "lemma", "method",   "opaque", "predicate", "static",   "twostate"};
const Keywords kModuleKeywords{"abstract", "class",  "codatatype", "datatype", "export",
                               "import",   "module", "newtype",    "trait",    "type"};

void add(Keywords& to, const Keywords& more) {
    to.insert(to.end(), more.begin(), more.end());
}

bool among(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

class Completer {
  public:
    // `front`: the text in front of the word that is being typed.
    Completer(const Text& text, const Text& front, support::SourceRange word) : text_(text), front_(front) {
        result_.word = word;
        for (const Node* node = &front.tree(); node != nullptr;) {
            open_.push_back(node);
            const bool goes_on = !node->parts.empty() && node->parts.back().end == front.words().size();
            node = goes_on ? &node->parts.back() : nullptr;
        }
    }

    Completion run() {
        if (!by_last_word()) {
            by_shape();
        }
        std::sort(result_.keywords.begin(), result_.keywords.end());
        result_.keywords.erase(std::unique(result_.keywords.begin(), result_.keywords.end()), result_.keywords.end());
        return std::move(result_);
    }

  private:
    // The word that is `back` words in front of the cursor, from 1.
    std::string_view last(std::size_t back = 1) const {
        const std::size_t size = front_.words().size();
        return back <= size ? front_.word(size - back) : std::string_view();
    }
    const parse::Word* last_word(std::size_t back = 1) const {
        const std::size_t size = front_.words().size();
        return back <= size ? &front_.words()[size - back] : nullptr;
    }
    bool is_keyword(std::initializer_list<std::string_view> words, std::size_t back = 1) const {
        const parse::Word* word = last_word(back);
        return word != nullptr && word->kind != WordKind::Identifier && word->kind != WordKind::String &&
               word->role != WordRole::AttributeName && among(last(back), words);
    }

    const Node* innermost(std::initializer_list<Part> parts) const {
        for (auto node = open_.rbegin(); node != open_.rend(); ++node) {
            if (std::find(parts.begin(), parts.end(), (*node)->part) != parts.end() && !is_closed(**node)) {
                return *node;
            }
        }
        return nullptr;
    }

    // Whether its last word is the bracket that closes it.
    bool is_closed(const Node& node) const {
        if (!among(last(), {"}", ")", "]", ">", "|"}) || node.end - node.begin < 2) {
            return false;
        }
        switch (node.part) {
        case Part::Body:
        case Part::Block:
        case Part::FunctionBody:
        case Part::Calculation:
        case Part::Cases:
        case Part::Brackets:
        case Part::Attribute:
            return node.parts.empty() || node.parts.back().end < node.end;
        default:
            return false;
        }
    }

    void place(Place place) { result_.place = place; }

    // What the last word alone decides.
    bool by_last_word() {
        const parse::Word* word = last_word();
        if (word == nullptr) {
            declaration();
            return true;
        }
        if (last() == ".") {
            member();
        } else if (last() == "{:" || word->role == WordRole::AttributeAt) {
            place(Place::Attribute);
        } else if (is_keyword({"import", "opened", "refines"})) {
            place(Place::Module);
            if (last() == "import") {
                result_.keywords = {"opened"};
            }
        } else if (is_keyword({"break", "continue"})) {
            place(Place::Label);
        } else if (is_keyword({"as", "is", "new", "extends", "->", "-->", "~>"}) || behind_type_colon() ||
                   in_type_arguments()) {
            place(Place::Type);
            result_.keywords = kTypeKeywords;
        } else if (declares_name()) {
            place(Place::Nothing);
        } else if (is_keyword({"case"})) {
            const Node* owner = innermost({Part::Match, Part::Statement});
            const bool guards =
                owner != nullptr && owner->part == Part::Statement && front_.word(owner->keyword) != "match";
            place(guards ? Place::Expression : Place::Pattern);
        } else {
            return false;
        }
        return true;
    }

    void member() {
        const bool module = innermost({Part::Declaration}) != nullptr &&
                            front_.word(innermost({Part::Declaration})->keyword) == "import";
        place(module ? Place::Module : Place::Member);
        const Node* node = innermost({Part::Suffixed, Part::Type});
        const std::uint32_t dot = last_word()->begin;
        const std::uint32_t begin = node != nullptr && node->end == front_.words().size() ? front_.range(*node).begin
                                    : last_word(2) != nullptr                             ? last_word(2)->begin
                                                                                          : dot;
        result_.qualifier = text_.range(begin, dot);
    }

    bool declares_name() const {
        if (is_keyword({"method", "lemma", "function", "predicate", "class", "trait", "datatype", "codatatype",
                        "newtype", "type", "module", "iterator", "const", "var", "label", "forall", "exists", "for"})) {
            return true;
        }
        const Node* node = innermost({Part::Comprehension, Part::Brackets, Part::Statement, Part::Declaration});
        if (node == nullptr) {
            return false;
        }
        // Further variables of a declaration or quantifier.
        const bool variables =
            node->part == Part::Comprehension || (node->part == Part::Statement && front_.word(node->keyword) == "var");
        if (last() == "," && variables) {
            for (std::size_t i = node->begin; i < node->end; ++i) {
                if (among(front_.word(i), {"::", "|", ":=", ":|", ":-"})) {
                    return false;
                }
            }
            return true;
        }
        return formals() && (last() == "(" || last() == "," || is_keyword({"ghost", "nameonly", "older"}));
    }

    // In the parentheses of a declaration's head.
    bool formals() const {
        const Node* node = innermost({Part::Brackets, Part::Block, Part::FunctionBody, Part::Clause});
        return node != nullptr && node->part == Part::Brackets && front_.word(node->begin) == "(" && open_.size() > 1 &&
               std::find(open_.begin(), open_.end(), node) != open_.begin() &&
               among_heads((*(std::find(open_.begin(), open_.end(), node) - 1))->part);
    }
    static bool among_heads(Part part) { return part == Part::Declaration || part == Part::Constructor; }

    bool behind_type_colon() const {
        if (last() != ":") {
            return false;
        }
        const parse::Word* before = last_word(2);
        const bool label = before != nullptr && (before->role == WordRole::LabelName || is_keyword({"label"}, 3));
        const Node* node = innermost({Part::Brackets});
        return !label && (node == nullptr || front_.word(node->begin) != "[");
    }

    // seq<…, map<int, …, or behind an angle bracket that is known to be around types.
    bool in_type_arguments() const {
        for (std::size_t back = 1; last_word(back) != nullptr; ++back) {
            const parse::Word& word = *last_word(back);
            if (last(back) == "<") {
                const parse::Word* before = last_word(back + 1);
                return word.role == WordRole::TypeOpen || (before != nullptr && before->kind == WordKind::TypeName);
            }
            const bool of_types = word.kind == WordKind::Identifier || word.kind == WordKind::TypeName ||
                                  among(last(back), {",", ">", "."});
            if (!of_types || (back == 1 && last(back) != ",")) {
                return false;
            }
        }
        return false;
    }

    // ---- what the parts say that are open

    void by_shape() {
        const Node* node = innermost({Part::File, Part::Body, Part::Declaration, Part::Block, Part::FunctionBody,
                                      Part::Calculation, Part::Statement, Part::Cases, Part::Case, Part::Clause,
                                      Part::Brackets, Part::If, Part::Match, Part::Lambda});
        if (node->part == Part::File || node->part == Part::Body) {
            declaration();
        } else if (statement_begins()) {
            statement();
        } else if (ends_operand()) {
            behind_operand();
        } else {
            place(Place::Expression);
            result_.keywords = kExpressionKeywords;
            result_.skeletons = expression_skeletons();
        }
    }

    bool statement_begins() const {
        const Node* node = innermost(
            {Part::Block, Part::FunctionBody, Part::Brackets, Part::Calculation, Part::Proof, Part::Let, Part::Case});
        if (node == nullptr || (node->part != Part::Block && node->part != Part::Case)) {
            return false;
        }
        if (node->part == Part::Case) {
            const parse::Word& keyword = front_.words()[node->begin];
            const bool of_statements = keyword.role == WordRole::StatementCase;
            return of_statements && (last() == "=>" || last() == ";" || closed_block());
        }
        const bool label = last() == ":" && is_keyword({"label"}, 3);
        return last() == ";" || label || (last() == "{" && node->end == node->begin + 1) || closed_block();
    }

    // Behind the brace of a block: of a statement, as a rule.
    bool closed_block() const {
        return last() == "}" && std::any_of(open_.begin(), open_.end(), [&](const Node* node) {
                   return (node->part == Part::Block || node->part == Part::Calculation || node->part == Part::Cases) &&
                          is_closed(*node);
               });
    }

    bool ends_operand() const {
        const parse::Word& word = *last_word();
        switch (word.kind) {
        case WordKind::Identifier:
        case WordKind::Number:
        case WordKind::String:
        case WordKind::Character:
        case WordKind::TypeName:
            return true;
        default:
            return among(last(), {")", "]", "}", "true", "false", "null", "this", "*"}) ||
                   word.role == WordRole::BarClose || word.role == WordRole::TypeClose ||
                   (last() == ";" && behind_clause());
        }
    }

    // Clauses may end with a semicolon; other semicolons begin something.
    bool behind_clause() const {
        const Node* node = innermost(
            {Part::Clause, Part::Declaration, Part::Let, Part::Proof, Part::Block, Part::FunctionBody, Part::Brackets});
        return node->part == Part::Clause || node->part == Part::Declaration;
    }

    void declaration() {
        place(Place::Declaration);
        const Node* body = innermost({Part::Body});
        const Node* owner = nullptr;
        for (std::size_t i = 1; body != nullptr && i < open_.size(); ++i) {
            owner = open_[i] == body ? open_[i - 1] : owner;
        }
        const std::string_view keyword = owner == nullptr ? "module" : front_.word(owner->keyword);
        result_.keywords = kMemberKeywords;
        result_.skeletons = member_skeletons();
        if (keyword == "module") {
            add(result_.keywords, kModuleKeywords);
            const auto more = module_skeletons();
            result_.skeletons.insert(result_.skeletons.end(), more.begin(), more.end());
        } else if (keyword == "class" || keyword == "trait") {
            add(result_.keywords, {"var", "constructor"});
        }
        if (front_.words().empty() || only_includes()) {
            result_.keywords.push_back("include");
        }
    }

    bool only_includes() const {
        return std::all_of(front_.tree().parts.begin(), front_.tree().parts.end(),
                           [&](const Node& part) { return front_.word(part.keyword) == "include"; });
    }

    void statement() {
        place(Place::Statement);
        result_.keywords = kStatementKeywords;
        result_.skeletons = statement_skeletons();
        const Node* block = innermost({Part::Block});
        const auto owner = std::find_if(open_.begin(), open_.end(), [&](const Node* node) {
            return std::any_of(node->parts.begin(), node->parts.end(),
                               [&](const Node& part) { return &part == block; });
        });
        if (owner != open_.end() && front_.word((*owner)->keyword) == "constructor") {
            result_.keywords.push_back("new");
        }
        if (const Node* before = innermost({Part::Statement});
            closed_block() && before != nullptr && front_.word(before->keyword) == "if") {
            result_.keywords.push_back("else");
        }
        if (innermost({Part::Case}) != nullptr) {
            result_.keywords.push_back("case");
        }
    }

    // Operators that are words, and whatever may follow the part that the operand ends.
    void behind_operand() {
        place(Place::Clause);
        const Node* expression_owner = innermost({Part::If, Part::Match, Part::Brackets, Part::FunctionBody,
                                                  Part::Clause, Part::Statement, Part::Declaration, Part::Case});
        const bool head_type =
            expression_owner->part == Part::Declaration && innermost({Part::FunctionBody}) == nullptr;
        if (!head_type) {
            result_.keywords = {"as", "in", "is"};
        }
        if (expression_owner->part == Part::If) {
            result_.keywords.push_back(count(*expression_owner, "then") == 0 ? "then" : "else");
        }
        if (innermost({Part::Match, Part::Cases}) != nullptr) {
            result_.keywords.push_back("case");
        }
        const Node* owner = innermost({Part::Block, Part::FunctionBody, Part::Statement, Part::Declaration});
        if (expression_owner->part == Part::Brackets || owner == nullptr) {
            return;
        }
        const std::string_view keyword = front_.word(owner->keyword);
        if (owner->part == Part::Statement && among(keyword, {"assert"})) {
            result_.keywords.push_back("by");
        }
        if (owner->part == Part::Statement && keyword == "for" && count(*owner, ":=") != 0 &&
            count(*owner, "to") == 0) {
            add(result_.keywords, {"to", "downto"});
        }
        clauses(*owner);
        if (owner->part == Part::Declaration) {
            head(*owner, keyword);
        }
    }

    std::size_t count(const Node& node, std::string_view word) const {
        std::size_t result = 0;
        for (std::size_t i = node.begin; i < node.end; ++i) {
            result += front_.word(i) == word ? 1U : 0U;
        }
        return result;
    }

    // Of a declaration that may be complete.
    void head(const Node& node, std::string_view keyword) {
        const bool closed_parenthesis = last() == ")";
        if (keyword == "method" && closed_parenthesis && count(node, "returns") == 0) {
            result_.keywords.push_back("returns");
        }
        if (keyword == "iterator" && closed_parenthesis && count(node, "yields") == 0) {
            result_.keywords.push_back("yields");
        }
        if (among(keyword, {"class", "trait"}) && count(node, "extends") == 0) {
            result_.keywords.push_back("extends");
        }
        if (keyword == "module") {
            result_.keywords.push_back("refines");
        }
        if (among(keyword, {"type", "newtype"})) {
            result_.keywords.push_back("witness");
        }
        const auto closed = [&](const Node& part) {
            return (part.part == Part::Block || part.part == Part::FunctionBody || part.part == Part::Body) &&
                   is_closed(part);
        };
        if (!node.parts.empty() && closed(node.parts.back())) {
            result_.clauses.clear();
            result_.keywords.clear();
            if (among(keyword, {"function", "predicate"}) && count(node, "by") == 0) {
                result_.keywords.push_back("by");
            }
        }
        if (node.end > node.keyword + 1) {
            const Keywords own = std::move(result_.keywords);
            const Place place = result_.place;
            declaration();
            add(result_.keywords, own);
            result_.place = result_.clauses.empty() ? Place::Declaration : place;
        }
    }

    // Those of a declaration or loop, and which of them are in the whole text.
    void clauses(const Node& owner) {
        const auto order = clauses_of(front_, owner);
        const std::uint32_t begin = front_.range(owner).begin;
        const Node* whole = nullptr;
        for (const Node* node : path_to(text_, begin)) {
            const bool same = node->part == owner.part && text_.range(*node).begin == begin;
            whole = same ? node : whole;
        }
        const auto rank = [&](std::string_view keyword) { return std::find(order.begin(), order.end(), keyword); };
        for (const std::string_view keyword : order) {
            ClauseChoice choice{std::string(keyword), false, true};
            for (std::size_t i = 0; whole != nullptr && i < whole->parts.size(); ++i) {
                const Node& part = whole->parts[i];
                if (part.part != Part::Clause || text_.range(part).begin == result_.word.begin) {
                    continue;
                }
                const std::string there = clause_keyword(text_, part);
                const bool before = text_.range(part).begin < result_.word.begin;
                choice.present = choice.present || there == keyword;
                choice.next = choice.next && (before ? rank(there) <= rank(keyword) : rank(keyword) <= rank(there));
            }
            const auto more = clause_skeletons(keyword);
            result_.skeletons.insert(result_.skeletons.end(), more.begin(), more.end());
            result_.clauses.push_back(std::move(choice));
        }
    }

    const Text& text_;
    const Text& front_;
    std::vector<const Node*> open_; // from the file to the innermost part that reaches the cursor
    Completion result_;
};

bool in_literal(const Text& text, std::uint32_t offset) {
    const auto touched = text.touching(offset);
    if (!touched) {
        return false;
    }
    const parse::Word& word = text.words()[*touched];
    if (word.kind == WordKind::Number) {
        return word.begin < offset;
    }
    const bool literal = word.kind == WordKind::String || word.kind == WordKind::Character;
    return literal && word.begin < offset && (offset < word.end || !word.closed);
}

} // namespace

Completion completion_at(const Text& text, std::uint32_t offset) {
    Completion nothing;
    nothing.word = text.range(offset, offset);
    if (text.comment_at(offset) != nullptr || in_literal(text, offset)) {
        return nothing;
    }
    std::uint32_t begin = offset;
    if (const auto touched = text.touching(offset)) {
        const parse::Word& word = text.words()[*touched];
        const bool typed =
            word.kind == WordKind::Identifier || word.kind == WordKind::Keyword || word.kind == WordKind::TypeName;
        begin = typed ? std::min(word.begin, offset) : offset;
    }
    const support::SourceFile file(text.file().path(), std::string(text.file().text().substr(0, begin)));
    const Text front(file);
    return Completer(text, front, text.range(begin, offset)).run();
}

} // namespace daphnia::layout
