#include "index/repair.h"

#include "parse/parse.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace daphnia::index {

namespace {

using parse::Lexeme;
using parse::LexemeKind;

constexpr std::string_view kPlaceholder = "place'";

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// They begin a declaration wherever they stand, but for `by method` and `function method`.
constexpr std::array<std::string_view, 15> kHeads{"method", "function", "predicate",  "lemma",    "class",
                                                  "trait",  "datatype", "codatatype", "newtype",  "type",
                                                  "const",  "module",   "import",     "iterator", "constructor"};
constexpr std::array<std::string_view, 8> kModifiers{"ghost",    "static", "abstract",    "opaque",
                                                     "twostate", "least",  "replaceable", "greatest"};
constexpr std::array<std::string_view, 6> kContainers{"class", "trait", "module", "import", "datatype", "codatatype"};
constexpr std::array<std::string_view, 11> kCalcOperators{
    "==", "!=", "<", "<=", ">", ">=", "==>", "<==", "<==>", "&&", "||"};
constexpr std::array<std::string_view, 9> kMembers{"method", "function", "predicate", "lemma",   "constructor",
                                                   "const",  "iterator", "var",       "twostate"};

std::string_view text_of(const support::SourceFile& file, const Lexeme& lexeme) {
    return file.text().substr(lexeme.begin, lexeme.end - lexeme.begin);
}

class Reader {
  public:
    Reader(const support::SourceFile& file, const std::vector<Lexeme>& lexemes) : file_(file), lexemes_(lexemes) {}

    std::string_view operator[](std::size_t i) const {
        return i < lexemes_.size() ? text_of(file_, lexemes_[i]) : std::string_view();
    }

    bool is_head(std::size_t i) const {
        if (lexemes_[i].kind != LexemeKind::Keyword || !is_one_of((*this)[i], kHeads)) {
            return false;
        }
        const std::string_view before = i == 0 ? std::string_view() : (*this)[i - 1];
        return !((*this)[i] == "method" && (before == "by" || before == "function" || before == "predicate"));
    }

    // Where the declaration begins whose head it is: with its modifiers.
    std::size_t with_modifiers(std::size_t head) const {
        while (head > 0 && is_one_of((*this)[head - 1], kModifiers)) {
            --head;
        }
        return head;
    }

    std::optional<std::size_t> head_before(std::size_t i) const {
        while (i-- > 0) {
            if (is_head(i)) {
                return with_modifiers(i);
            }
        }
        return std::nullopt;
    }
    std::size_t head_after(std::size_t i) const {
        while (i < lexemes_.size() && !is_head(i)) {
            ++i;
        }
        return i < lexemes_.size() ? with_modifiers(i) : i;
    }

    std::size_t size() const { return lexemes_.size(); }

  private:
    const support::SourceFile& file_;
    const std::vector<Lexeme>& lexemes_;
};

bool in_comment(std::string_view gap) {
    for (std::size_t at = 0; at < gap.size();) {
        const std::string_view rest = gap.substr(at);
        if (rest.starts_with("//")) {
            const std::size_t end = rest.find('\n');
            if (end == std::string_view::npos) {
                return true;
            }
            at += end;
        } else if (rest.starts_with("/*")) {
            const std::size_t end = rest.find("*/", 2);
            if (end == std::string_view::npos) {
                return true;
            }
            at += end + 2;
        } else {
            ++at;
        }
    }
    return false;
}

// What is open in a declaration up to a place, and what each open thing needs to be complete.
class OpenParts {
  public:
    OpenParts(const Reader& reader, std::size_t begin, std::size_t end) : reader_(reader) {
        const std::size_t head = skip_modifiers(begin);
        statements_ = reader[head] == "method" || reader[head] == "lemma" || reader[head] == "constructor" ||
                      reader[head] == "iterator";
        has_parts_ = is_one_of(reader[head], kContainers);
        frames_.push_back({"", false, {}, false});
        for (std::size_t i = begin; i < end; ++i) {
            take(i);
        }
    }

    bool at_statement_start() const { return frames_.back().statements && frames_.back().starts; }

    // From the inside out: what ends the parts of the statement that is being written; then that statement; then what
    // is around it. Without a statement the second is what ends the whole.
    std::string ends_of_parts() const {
        std::string result;
        std::size_t i = frames_.size() - 1;
        for (; i > 0 && !frames_[i].statements; --i) {
            result += ends(frames_[i]) + frames_[i].close;
        }
        return result + ends(frames_[i]);
    }
    bool in_statement() const { return statement_frame() != 0; }
    std::string ends_around() const {
        std::string result;
        for (std::size_t i = statement_frame() + 1; i-- > 1;) {
            result += frames_[i].statements ? "" : ends(frames_[i]);
            result += frames_[i].close;
        }
        return result;
    }

  private:
    struct Frame {
        std::string close;
        bool statements; // a block of them
        std::vector<std::string> missing;
        bool starts; // a statement can begin here
    };

    static std::string ends(const Frame& frame) {
        std::string result;
        for (auto missing = frame.missing.rbegin(); missing != frame.missing.rend(); ++missing) {
            result += *missing;
        }
        return result;
    }

    std::size_t skip_modifiers(std::size_t i) const {
        while (is_one_of(reader_[i], kModifiers)) {
            ++i;
        }
        return i;
    }

    // The innermost block of statements; 0: none.
    std::size_t statement_frame() const {
        std::size_t i = frames_.size() - 1;
        while (i > 0 && !frames_[i].statements) {
            --i;
        }
        return i;
    }

    void take(std::size_t i) {
        const std::string_view word = reader_[i];
        Frame& frame = frames_.back();
        const bool starts = frame.starts;
        frame.starts = false;
        if (word == "(" || word == "[") {
            frames_.push_back({word == "(" ? ")" : "]", false, {}, false});
        } else if (word == "{:") {
            frames_.push_back({"}", false, {}, false});
        } else if (word == "{") {
            open_brace(i, starts);
        } else if (word == ")" || word == "]" || word == "}") {
            close(word == "}");
        } else if (frame.statements) {
            statement_word(word, i, starts);
        } else if (!has_parts_ && !(body_closed_ && frames_.size() == 1)) {
            expression_word(word, i);
        }
    }

    void open_brace(std::size_t i, bool starts) {
        const std::string_view last = i == 0 ? std::string_view() : reader_[i - 1];
        // A star that stands for any value is not the sign of a product.
        constexpr std::array<std::string_view, 7> kBeforeAny{"if",     "while", "decreases", "to",
                                                             "downto", "reads", "case"};
        const bool any = last == "*" && i > 1 && is_one_of(reader_[i - 2], kBeforeAny);
        const std::string_view before = any ? std::string_view() : last;
        constexpr std::array<std::string_view, 28> kBeforeSet{
            ":=", "==", "!=",  "+",    "-",  "*",        "(",       ",",       "[",     "{",
            "in", "<=", "<",   ">",    ">=", "then",     "else",    "return",  "print", "::",
            "&&", "||", "==>", "<==>", "=>", "requires", "ensures", "modifies"};
        Frame& frame = frames_.back();
        const bool body = frames_.size() == 1;
        const bool proof = before == "by" || before == "method";
        const bool cases = !frame.missing.empty() && frame.missing.back().starts_with(" { case");
        if (cases) { // of a match
            frame.missing.pop_back();
            frames_.push_back({"}", frame.statements || (body && statements_), {}, false});
            return;
        }
        const bool block = proof || (body ? statements_ && !is_one_of(before, kBeforeSet)
                                          : frame.statements && (starts || !is_one_of(before, kBeforeSet) ||
                                                                 before == "else" || before == "=>"));
        if (block) {
            frame.missing.clear();
        }
        frames_.push_back({"}", block, {}, block});
    }

    void close(bool brace) {
        if (frames_.size() > 1) {
            const bool block = frames_.back().statements;
            frames_.pop_back();
            body_closed_ = body_closed_ || (brace && frames_.size() == 1);
            Frame& outer = frames_.back();
            outer.starts = brace && outer.statements && block;
        }
    }

    void statement_word(std::string_view word, std::size_t i, bool starts) {
        Frame& frame = frames_.back();
        if (word == ";") {
            frame.missing.clear();
            frame.starts = true;
        } else if (starts && word == "match") {
            frame.missing.push_back(" { case _ => }");
        } else if (word == "case") {
            frame.missing.assign({" =>"});
        } else if (word == "=>" && !frame.missing.empty() && frame.missing.back() == " =>") {
            frame.missing.clear();
            frame.starts = true;
        } else if (word == "else") {
            frame.starts = frame.missing.empty();
            expression_word(word, i);
        } else if (!starts) {
            expression_word(word, i);
        } else if (is_one_of(word, kCalcOperators)) {
            frame.starts = true; // hints may follow
        }
    }

    // In the frame of an expression, or behind the first word of a statement.
    void expression_word(std::string_view word, std::size_t i) {
        std::vector<std::string>& missing = frames_.back().missing;
        const auto ends_with = [&](std::string_view sought) { return !missing.empty() && missing.back() == sought; };
        constexpr std::array<std::string_view, 4> kCollections{"map", "imap", "set", "iset"};
        constexpr std::array<std::string_view, 4> kNoVariables{"<", "[", "{", "("};
        const bool is_comprehension = is_one_of(word, kCollections) && !is_one_of(reader_[i + 1], kNoVariables);
        if (word == "if") {
            missing.emplace_back(" then place' else place'");
        } else if (word == "then" && ends_with(" then place' else place'")) {
            missing.back() = " else place'";
        } else if (word == "else" && ends_with(" else place'")) {
            missing.pop_back();
        } else if (word == "forall" || word == "exists") {
            missing.emplace_back(" :: true");
        } else if (is_comprehension) {
            missing.emplace_back(" :: place'");
        } else if (word == "::" && (ends_with(" :: true") || ends_with(" :: place'"))) {
            missing.pop_back();
        } else if (word == "var" || word == "assert" || word == "assume" || word == "expect" || word == "reveal") {
            missing.emplace_back("; place'");
        } else if (word == ";" && ends_with("; place'")) {
            missing.pop_back();
        } else if (word == "match") {
            missing.emplace_back(" { case _ => place' }");
        } else if (word == "case") {
            if (ends_with(" { case _ => place' }")) {
                missing.pop_back();
            }
            missing.emplace_back(" => place'");
        } else if (word == "=>" && ends_with(" => place'")) {
            missing.pop_back();
        } else if (word == "requires" || word == "ensures" || word == "reads" || word == "modifies" ||
                   word == "decreases" || word == "invariant") {
            missing.clear(); // no expression goes on there
        }
    }

    const Reader& reader_;
    bool statements_ = false;  // whether its body is made of them
    bool has_parts_ = false;   // it has declarations in it, and no expressions
    bool body_closed_ = false; // what follows belongs to another declaration
    std::vector<Frame> frames_;
};

// Whether the declaration is accepted.
bool parses(const std::string& declaration, bool member) {
    const support::SourceFile file("", member ? "class C {\n" + declaration + "\n}" : declaration);
    support::DiagnosticList errors;
    parse::parse(file, errors);
    return !errors.has_errors();
}

// How many braces the lexemes leave open, and how many they close that they did not open.
struct Braces {
    std::size_t open = 0;
    std::size_t closed = 0;
};

Braces braces(const Reader& reader, std::size_t begin, std::size_t end) {
    Braces result;
    for (std::size_t i = begin; i < end; ++i) {
        if (reader[i] == "{" || reader[i] == "{:") {
            ++result.open;
        } else if (reader[i] == "}") {
            if (result.open > 0) {
                --result.open;
            } else {
                ++result.closed;
            }
        }
    }
    return result;
}

// What is closed around the declaration in front of the next one: at its end, that is all. A brace that is missing or
// too much in what is left out does not count.
std::size_t closed_around(const Reader& reader, std::size_t begin, std::size_t end) {
    const std::size_t around = braces(reader, 0, begin).open;
    return end >= reader.size() ? around : std::min(around, braces(reader, begin, end).closed);
}

} // namespace

std::optional<Spot> spot_at(const support::SourceFile& file, const std::vector<Lexeme>& lexemes, std::uint32_t offset) {
    const auto at = std::lower_bound(lexemes.begin(), lexemes.end(), offset,
                                     [](const Lexeme& lexeme, std::uint32_t place) { return lexeme.end < place; });
    Spot spot;
    spot.begin = spot.end = offset;
    spot.next = static_cast<std::size_t>(at - lexemes.begin());
    if (at != lexemes.end() && at->begin < offset) { // inside, or right behind
        const bool word =
            at->kind == LexemeKind::Name || at->kind == LexemeKind::Word || at->kind == LexemeKind::Keyword;
        if (word) {
            spot.begin = at->begin;
            spot.end = at->end;
        } else if (at->kind != LexemeKind::Sign || offset < at->end) {
            return std::nullopt;
        } else {
            ++spot.next;
        }
    }
    const Reader reader(file, lexemes);
    const std::uint32_t before = spot.next == 0 ? 0 : lexemes[spot.next - 1].end;
    if (before < spot.begin && in_comment(file.text().substr(before, spot.begin - before))) {
        return std::nullopt;
    }
    spot.behind_dot = spot.next > 0 && reader[spot.next - 1] == ".";
    spot.head = reader.head_before(spot.next);
    if (spot.head) {
        spot.starts_statement = OpenParts(reader, *spot.head, spot.next).at_statement_start();
    }
    return spot;
}

std::vector<std::string> repaired(const support::SourceFile& file, const std::vector<Lexeme>& lexemes,
                                  const Spot& spot) {
    std::vector<std::string> result;
    if (!spot.head) {
        return result;
    }
    const Reader reader(file, lexemes);
    const OpenParts open(reader, *spot.head, spot.next);
    const std::size_t after = reader.head_after(spot.next + (spot.end > spot.begin ? 1 : 0));
    const std::string_view text = file.text();
    const std::uint32_t begin = lexemes[*spot.head].begin;
    const std::string written = std::string(text.substr(begin, spot.begin - begin)) + std::string(kPlaceholder);
    const std::string closed(closed_around(reader, *spot.head, after), '}');
    const std::string_view rest = after < lexemes.size() ? text.substr(lexemes[after].begin) : std::string_view();
    std::size_t head = *spot.head;
    while (is_one_of(reader[head], kModifiers)) {
        ++head;
    }
    const bool member = is_one_of(reader[head], kMembers);
    const std::vector<std::string> in_statement{
        "();",    ";",      " {}", " { case true => }", " to place' {}", " := 0 to 0 {}", " := place';",
        " => {}", ": int;", ""};
    const std::vector<std::string> in_head{"", " | true", ": int", " {}", " := place'", "()"};
    // Of cardinalities and type arguments, inside of the brackets that are open and around them; of updates and
    // sequences.
    constexpr std::array<std::pair<const char*, const char*>, 9> kPairs{{{"", ""},
                                                                         {"|", ""},
                                                                         {"", "|"},
                                                                         {">", ""},
                                                                         {">>", ""},
                                                                         {"", ">"},
                                                                         {" := place'", ""},
                                                                         {", place'", ""},
                                                                         {" => place'", ""}}};
    for (const auto& [inside, around] : kPairs) {
        for (const std::string& end : open.in_statement() ? in_statement : in_head) {
            const bool call = end == "();"; // what is being written may be called
            const std::string declaration = written + inside + (call ? "()" : "") + open.ends_of_parts() + around +
                                            (call ? ";" : end) + open.ends_around();
            if (parses(declaration, member)) {
                result.push_back(std::string(text.substr(0, begin)) + declaration + "\n" + closed + "\n" +
                                 std::string(rest));
            }
        }
        if (!result.empty()) {
            break;
        }
    }
    return result;
}

} // namespace daphnia::index
