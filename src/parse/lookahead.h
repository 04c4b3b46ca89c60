// Looks ahead in the token list for what Dafny's grammar can only tell from afar: type arguments and lambda heads.
// Private to parse.
#pragma once

#include "parse/tokens.h"

#include <vector>

namespace daphnia::parse {

// Names that are keywords only in some places: `least`, `opaque`, `reveal`, …
bool is_name(std::size_t token_type);

class Lookahead {
  public:
    explicit Lookahead(const std::vector<Token>& tokens) : tokens_(tokens) {}

    std::size_t type(std::size_t index) const { return tokens_[std::min(index, tokens_.size() - 1)].type; }
    // No space between the token and the next one.
    bool touches_next(std::size_t index) const;

    // The index behind the `>` that closes the type arguments opened at `open`; 0 when `open` opens none.
    std::size_t type_arguments_end(std::size_t open) const;
    // Whether what follows type arguments shows that they were none of comparisons. Dafny's rule: `a < b, c > (d)`
    // is a call with type arguments.
    static bool may_follow_type_arguments(std::size_t token_type);
    // The index behind the `>` that closes the type parameters of a declaration, found by counting.
    std::size_t type_parameters_end(std::size_t open) const;

    struct LambdaHead {
        bool found = false;
        bool certain = false;     // a type in the head: it can be nothing else
        std::size_t follower = 0; // type of the token behind the closing parenthesis, unless certain
    };
    // Whether the parenthesis at `open` may enclose the parameters of a lambda expression.
    LambdaHead lambda_head(std::size_t open) const;
    // `(name:` or `(ghost name:`, the result of a function.
    bool named_result(std::size_t open) const;

  private:
    bool skip_types(std::size_t& index, std::size_t close, unsigned depth) const;
    bool skip_type(std::size_t& index, unsigned depth) const;
    bool skip_atom(std::size_t& index, unsigned depth) const;
    bool skip_arguments(std::size_t& index, unsigned depth) const;

    const std::vector<Token>& tokens_;
};

} // namespace daphnia::parse
